/**
 * What is found under the category that people call it. Which rule weighs most at a place says well whether anything is
 * proposed there, and less well what: that is asked again, of all that was weighed there together (judge/naming).
 */
import type { CompiledContexts } from '../judge/context.ts'
import type { Detection } from '../judge/detector.ts'
import type { Document } from '../judge/document.ts'
import type { Namer } from '../judge/naming/namer.ts'
import type { Situation } from '../judge/situation.ts'
import type { Span } from '../text/span.ts'
import { SpansBySize } from '../text/spans-by-size.ts'
import { heaviest } from './heaviest.ts'
import { type Judged, judgedOne } from './judge.ts'
import type { LiveRule } from './live-rules.ts'
import { type ActionOrOff, milder, type Policy } from './policy.ts'

interface Place extends Span {
  readonly one: Judged
  /** Which of all that was judged: of two that weigh the same the first counts as the heavier. */
  readonly at: number
}

interface Renaming {
  readonly namer: Namer
  /** All that was weighed in the text and can be called otherwise. */
  readonly weighed: SpansBySize<Place>
  readonly rules: readonly LiveRule[]
  readonly document: Document
  readonly situation: Situation
  readonly contexts: CompiledContexts
  readonly actionOf: (one: Judged) => ActionOrOff
}

/** Of what overlaps the heaviest, under the name that people give it. */
export function withNames(
  judged: readonly Judged[],
  policy: Pick<Policy, 'isBeside'>,
  namer: Namer | undefined,
  rest: Omit<Renaming, 'namer' | 'weighed'>,
): readonly Judged[] {
  const kept = heaviest(judged, policy)
  if (namer === undefined || !kept.some(isOpen)) return kept
  const isWeighed = ({ detection, rule }: Judged): boolean =>
    detection.score !== undefined && !policy.isBeside(rule.spec.category)
  const weighed = new SpansBySize<Place>()
  for (const [at, one] of judged.entries())
    if (isWeighed(one)) weighed.add({ ...one.detection.span, one, at })
  const renaming = { ...rest, namer, weighed }
  return kept.map((one) => (isWeighed(one) && isOpen(one) ? renamed(one, renaming) : one))
}

/** A doubt is called by what it is in doubt of. */
const isOpen = ({ detection: { score, confidence } }: Judged): boolean =>
  score !== undefined && confidence !== 'doubt'

/**
 * What people call otherwise than its frame reads it is not certain. What would cost less under another name keeps its own.
 *
 * @param one of `weighed`
 */
function renamed(one: Judged, renaming: Renaming): Judged {
  const { span } = one.detection
  const { namer, weighed, document, actionOf } = renaming
  const there = [...weighed.overlapping(span)]
    .sort((a, b) => b.one.detection.score! - a.one.detection.score! || a.at - b.at)
    .map((place) => place.one)
  const name = namer.nameOf(
    document,
    there.map(({ rule, detection }) => ({
      category: rule.spec.category,
      score: detection.score!,
      span: detection.span,
    })),
  )
  if (name === one.rule.spec.category) return one
  const unsure = noMoreThanLikely(one)
  const other =
    there.find(({ rule }) => rule.spec.category === name) ??
    // What an acceptance may be about, what was asked before tells: its words do not.
    (one.detection.because === undefined ? undefined : judgedBy(name, one, renaming))
  if (other === undefined) return unsure
  const anew = { ...other, detection: withoutLine(unsure.detection) }
  const action = actionOf(unsure)
  return milder(action, actionOf(anew)) === action ? anew : unsure
}

const noMoreThanLikely = (one: Judged): Judged =>
  one.detection.confidence === 'certain'
    ? { ...one, detection: { ...one.detection, confidence: 'likely' } }
    : one

/** The line is another rule's. */
function withoutLine(detection: Detection): Detection {
  if (detection.because === undefined) return detection
  const { line: _, ...because } = detection.because
  return { ...detection, because }
}

/** As the rule of the category judges it, though it found nothing there by itself. */
function judgedBy(
  category: string,
  { detection }: Judged,
  { rules, document, situation, contexts }: Renaming,
): Judged | undefined {
  for (const { rule, detectors } of rules) {
    if (rule.spec.category !== category) continue
    const weighing = detectors.find(({ weigh }) => weigh !== undefined)
    if (weighing !== undefined) return judgedOne(rule, weighing, detection, document, situation, contexts)
  }
  return undefined
}
