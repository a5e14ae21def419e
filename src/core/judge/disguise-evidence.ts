/**
 * That something was hidden, as evidence: who takes the trouble to hide a word beside an act that reaches somebody means
 * more by it than who writes it plainly. Besides what was undone there are words that ask the reader to undo something
 * (class `puzzle`), and words shaped like the name of an account, which a puzzle is about.
 */
import type { Annotations } from '../pattern/annotations.ts'
import { hull, type Span } from '../text/span.ts'
import type { Candidate } from './candidates.ts'
import type { Document } from './document.ts'
import type { Pieces } from './pieces.ts'
import { undoneIn } from './undone.ts'

/** Words that ask to put together, turn round or take out (dictionaries/words). */
const PUZZLE = 'puzzle'

const isHidden = (document: Document, span: Span): boolean =>
  document.plain.trail(span).some(({ disguise }) => disguise) ||
  undoneIn(document, span).some(({ disguise }) => disguise)

function standsIn(annotations: Annotations, { start, end }: Span): boolean {
  const next = annotations.starts[annotations.indexFrom(start)]
  return next !== undefined && next < end
}

/** Of the candidate's own words. */
export function writeDisguise(
  pieces: Pieces,
  { category, statement, span }: Candidate,
  acts: Iterable<string>,
  document: Document,
): void {
  const own = hull(span, statement.span)
  for (const what of [
    ...(isHidden(document, own) ? ['hidden'] : []),
    ...(standsIn(document.annotations(PUZZLE), own) ? ['puzzle'] : []),
  ]) {
    pieces.add(what)
    pieces.add(category, '|', what)
    pieces.add('force:', statement.force, '|', what)
    for (const act of acts) pieces.add('act:', act, '|', what)
  }
}

/** Of the words around it, in its sentence. */
export function writeHiddenNear(pieces: Pieces, document: Document, { span }: Candidate['statement']): void {
  const sentence = document.sentences.at(span.start)
  if (isHidden(document, sentence)) pieces.add('in:hidden')
  if (standsIn(document.annotations(PUZZLE), sentence)) pieces.add('in:puzzle')
  if (standsIn(document.looseNames, sentence)) pieces.add('in:name-shape')
}

/** Of the text. */
export function writeHiddenThere(pieces: Pieces, document: Document): void {
  const whole = { start: 0, end: document.plain.text.length }
  const isPuzzle = document.annotations(PUZZLE).starts.length > 0
  const isNamed = document.looseNames.starts.length > 0
  if (isHidden(document, whole)) pieces.add('text:hidden')
  if (isPuzzle) pieces.add('text:puzzle')
  if (isNamed) pieces.add('text:name-shape')
  if (isPuzzle && isNamed) pieces.add('text:puzzle|name-shape')
}
