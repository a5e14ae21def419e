/**
 * Finds the services that a text names, in whatever disguise: names are searched for in the text itself (a tree of
 * names, see services/name-search.ts), in what its encoded blocks hold, down its lines, and as descriptions. What is
 * found competes for its place; the surest and longest stays.
 */
import type { Token } from '../morph/token.ts'
import { type EncodedBlock, findEncoded } from '../text/encoded.ts'
import type { Span } from '../text/span.ts'
import type { TrailStep, View } from '../text/view.ts'
import { findAcrostics } from './acrostics.ts'
import { Descriptions, type DescriptionTables } from './descriptions.ts'
import type { Evidence, Hints } from './evidence.ts'
import type { Mention } from './mention.ts'
import type { NameIndex, NameTables } from './name-index.ts'
import type { Reading } from './name-walk.ts'
import type { Service } from './service.ts'
import { Surroundings, type SurroundingTables } from './surroundings.ts'
import { type HintWords, TextHints } from './text-hints.ts'
import type { Undone } from './undo.ts'
import { weigh } from './weigh.ts'

export interface ServiceTables extends NameTables, SurroundingTables, DescriptionTables, HintWords {
  readonly acrosticHints: readonly string[]
}

/**
 * Contract: linear in the length of the text, never throws; mentions are in the order of their start and do not
 * overlap; spans are in the plain view's text.
 */
export type FindMentions = (undone: Undone, tokens: readonly Token[]) => Mention[]

interface Candidate extends Mention {
  /** A word that only looks like a name; it keeps others from its place. */
  readonly isDecoy: boolean
}

const decodedHints = ({ tellsReversal, tellsKeyboard, romajiBeside }: Hints): Hints => ({
  tellsReversal,
  tellsKeyboard,
  romajiBeside,
  isDecoded: true,
})

/** What an encoded block holds may be encoded once more. */
const DEEPEST = 2

export function createServiceMentions(index: NameIndex, tables: ServiceTables): FindMentions {
  const descriptions = new Descriptions(tables, index.services)
  const has = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word))

  const named = (
    text: string,
    readings: readonly Reading[],
    tokens: readonly Token[],
    hints: Hints,
  ): Candidate[] => {
    const around = new Surroundings(text, tokens, tables)
    const candidates: Candidate[] = []
    for (const reading of readings) {
      if (reading.name.service === index.hidden) continue
      const evidence = weigh(reading, around, hints)
      if (evidence !== undefined)
        candidates.push({
          ...candidateOf(reading, evidence, text),
          isDecoy: reading.name.service === index.decoy,
        })
    }
    return candidates
  }

  const encoded = (text: string, blocks: readonly EncodedBlock[], hints: Hints, depth: number): Candidate[] =>
    blocks.flatMap(({ span, codec, decoded }) => {
      const inside = [
        ...named(decoded, index.readings(decoded), [], decodedHints(hints)).filter(
          (one) =>
            (one.certainty === 'sure' || one.form === 'name') &&
            // A letter or two come out of any bytes.
            (one.span.end - one.span.start > 2 || decoded.trim().length === one.span.end - one.span.start),
        ),
        ...(depth < DEEPEST ? encoded(decoded, findEncoded(decoded), hints, depth + 1) : []),
      ].filter((one) => !one.isDecoy)
      const first = inside[0]
      if (first === undefined) return []
      const step: TrailStep = {
        step: codec,
        from: text.slice(span.start, span.end),
        to: decoded,
        disguise: true,
      }
      return [
        {
          ...first,
          span,
          form: 'encoded' as const,
          certainty: 'sure' as const,
          trail: [step, ...first.trail],
        },
      ]
    })

  return ({ plain, readings, encoded: { blocks } }, tokens) => {
    const { text } = plain
    const hints = new TextHints(text, tables)
    const acrostics = findAcrostics(text, index, () => has(text, tables.acrosticHints))
    const candidates: Candidate[] = [
      ...named(text, readings, tokens, hints),
      ...encoded(text, blocks, hints, 1),
      ...descriptions.find(text).map(({ service, span }) => describedAs(service, span, text)),
      ...acrostics.map(({ reading, span, spelled }): Candidate => {
        const { service, alias } = reading.name
        return {
          ...identity(service),
          span,
          form: 'vertical',
          certainty: 'weak',
          trail: steps('acrostic', spelled, alias, service),
          isDecoy: false,
        }
      }),
    ]
    return withoutOverlap(candidates, text.length)
      .filter((one) => !one.isDecoy)
      .map(({ isDecoy: _, ...mention }) => withPlainTrail(mention, plain))
  }
}

/** What tells in a text that nobody wrote to be read whether a service is named that people are asked to move to. */
export interface Recognizer {
  names(text: string): boolean
  /** Whether such a name stands openly across the position. */
  namesAcross(text: string, position: number): boolean
}

export function createServiceRecognizer(index: NameIndex, tables: ServiceTables): Recognizer {
  const hints: Hints = {
    tellsReversal: false,
    tellsKeyboard: false,
    romajiBeside: new Set(),
    isDecoded: true,
  }
  const isNamed = (text: string, where: (reading: Reading) => boolean): boolean => {
    const around = new Surroundings(text, [], tables)
    return index.readings(text).some((reading) => {
      if (!reading.name.hideable || reading.name.turned !== undefined || !where(reading)) return false
      const evidence = weigh(reading, around, hints)
      return evidence?.certainty === 'sure' || (evidence?.form === 'name' && reading.name.letters.length > 2)
    })
  }
  return {
    names: (text) => isNamed(text, () => true),
    namesAcross: (text, position) =>
      isNamed(
        text,
        ({ name, span, gaps, exact, alike, masked, spelled }) =>
          name.letters.length >= SHORTEST_BROKEN &&
          // Google⏎Meet is two items of a list.
          !name.alias.includes(' ') &&
          span.start < position &&
          position < span.end &&
          // Ins〇ag⏎ram: one letter may be hidden besides.
          (alike + masked === 0 || (alike + masked === 1 && exact >= FEWEST_EXACT)) &&
          spelled === 0 &&
          gaps.every((gap) => gap === ''),
      ),
  }
}

/** Shorter names come about at the ends of lines by chance. */
const SHORTEST_BROKEN = 4
/** Letters that then stand as themselves. */
const FEWEST_EXACT = 4

const identity = (service: Service): Pick<Mention, 'service' | 'name' | 'capability'> => ({
  service: service.id,
  name: service.name,
  capability: service.capability,
})

function candidateOf({ name, span }: Reading, evidence: Evidence, text: string): Candidate {
  const { service, alias } = name
  const surface = text.slice(span.start, closedEnd(text, span))
  return {
    ...identity(service),
    span: { start: span.start, end: closedEnd(text, span) },
    form: evidence.form,
    certainty: evidence.certainty,
    trail: evidence.step === undefined ? [] : steps(evidence.step, surface, alias, service),
    isDecoy: false,
  }
}

function describedAs(service: Service, span: Span, text: string): Candidate {
  const surface = text.slice(span.start, span.end)
  return {
    ...identity(service),
    span,
    form: 'described',
    certainty: 'weak',
    trail: [{ step: 'description', from: surface, to: service.name, disguise: true }],
    isDecoy: false,
  }
}

/** ら〇ん → ライン → LINE */
function steps(step: string, from: string, alias: string, service: Service): TrailStep[] {
  const first: TrailStep = { step, from, to: alias, disguise: true }
  return alias === service.name
    ? [first]
    : [first, { step: 'name', from: alias, to: service.name, disguise: false }]
}

/** X(旧Twitter): a bracket that the name opens is closed with it. */
function closedEnd(text: string, span: Span): number {
  const surface = text.slice(span.start, span.end)
  return surface.includes('(') && !surface.includes(')') && text[span.end] === ')' ? span.end + 1 : span.end
}

/** What normalisation undid already (ⓁⒾⓃⒺ) makes a plain name a disguised one. */
function withPlainTrail(mention: Mention, plain: View): Mention {
  const undone = plain.trail(mention.span)
  if (!undone.some((step) => step.disguise)) return mention
  return {
    ...mention,
    form: mention.form === 'name' ? formOf(undone) : mention.form,
    certainty:
      mention.form === 'name' && mention.span.end - mention.span.start > 2 ? 'sure' : mention.certainty,
    trail: [...undone, ...(mention.trail.length > 0 ? mention.trail : asNamed(mention, undone))],
  }
}

/** ライン → LINE, where what was put back is not yet the service's name. */
function asNamed({ name }: Mention, undone: readonly TrailStep[]): readonly TrailStep[] {
  const { to } = undone.at(-1)!
  return to.toLowerCase() === name.toLowerCase()
    ? []
    : [{ step: 'name', from: to, to: name, disguise: false }]
}

/** The form in which a name stood before it was put back. */
const formOf = (undone: readonly TrailStep[]): Mention['form'] =>
  FORMS.get(undone.findLast(({ step, disguise }) => disguise && FORMS.has(step))?.step ?? '') ?? 'folded'

const FORMS: ReadonlyMap<string, Mention['form']> = new Map([
  ['separators', 'separated'],
  ['upside-down', 'reversed'],
  ['lines', 'vertical'],
  ['masked-letter', 'masked'],
  ['sound', 'spelled'],
  ['percent', 'encoded'],
  ['entity', 'encoded'],
  ['escape', 'encoded'],
])

function withoutOverlap(candidates: readonly Candidate[], length: number): readonly Candidate[] {
  if (candidates.length < 2) return candidates
  const rank = (one: Candidate): number => (one.certainty === 'weak' ? 0 : 1)
  const isName = (one: Candidate): number => (one.form === 'name' ? 1 : 0)
  const size = ({ span }: Candidate): number => span.end - span.start
  const taken = new Uint8Array(length)
  const kept: Candidate[] = []
  for (const one of [...candidates].sort(
    (a, b) => rank(b) - rank(a) || size(b) - size(a) || isName(b) - isName(a) || a.span.start - b.span.start,
  )) {
    if (taken.subarray(one.span.start, one.span.end).includes(1)) continue
    taken.fill(1, one.span.start, one.span.end)
    kept.push(one)
  }
  return kept.sort((a, b) => a.span.start - b.span.start)
}
