/**
 * The only place where text is edited. It applies steps one after the other and carries the offsets and the record of
 * what each step changed, so that every later position can be shown in the original and every change explained.
 */
import { OffsetMap } from './offset-map.ts'
import { partitionPoint } from './partition-point.ts'
import type { Span } from './span.ts'
import type { Touching } from './touched.ts'
import type { TrailStep, View } from './view.ts'

/** A replacement of the units `[start, end)` of a text. */
export interface Edit extends Span {
  readonly to: string
  /** Whether an honest writer would hardly have written what is replaced. */
  readonly disguise: boolean
  /** The name that stands in trails, where a step has several kinds of edits. */
  readonly as?: string
}

/** One way of undoing something; stateless. */
export interface Step extends Touching {
  /** The stable name that stands in trails, e.g. `compatibility`. */
  readonly name: string
  /** The edits for a text: in order, not overlapping, each non-empty. Linear in the length of the text. */
  edits(text: string): readonly Edit[]
}

interface Stage {
  readonly step: string
  readonly before: string
  readonly after: string
  readonly map: OffsetMap
  readonly edits: readonly Edit[]
}

export class TextBuilder {
  private current: string
  private map: OffsetMap | undefined
  private readonly stages: Stage[] = []

  constructor(private readonly original: string) {
    this.current = original
  }

  get text(): string {
    return this.current
  }

  apply(step: Step): this {
    const edits = step.edits(this.current)
    if (edits.length === 0) return this
    const { text, map } = edited(this.current, edits)
    this.stages.push({ step: step.name, before: this.current, after: text, map, edits })
    this.map = this.map === undefined ? map : map.through(this.map)
    this.current = text
    return this
  }

  build(name: string): View {
    const { original, current: text, map, stages } = this
    return {
      name,
      original,
      text,
      toOriginal: (span) => wholeCharacters(original, map?.toSource(span) ?? clamp(span, text.length)),
      trail: (span) => trailOf(stages, span),
    }
  }
}

function edited(text: string, edits: readonly Edit[]): { text: string; map: OffsetMap } {
  const growth = edits.reduce((sum, edit) => sum + edit.to.length - (edit.end - edit.start), 0)
  const starts = new Int32Array(text.length + growth)
  const ends = new Int32Array(text.length + growth)
  const parts: string[] = []
  let from = 0
  let unit = 0
  const keep = (until: number) => {
    parts.push(text.slice(from, until))
    for (let at = from; at < until; at++, unit++) {
      starts[unit] = at
      ends[unit] = at + 1
    }
  }
  for (const edit of edits) {
    keep(edit.start)
    parts.push(edit.to)
    for (let count = edit.to.length; count > 0; count--, unit++) {
      starts[unit] = edit.start
      ends[unit] = edit.end
    }
    from = edit.end
  }
  keep(text.length)
  return { text: parts.join(''), map: new OffsetMap(starts, ends, text.length) }
}

function trailOf(stages: readonly Stage[], span: Span): readonly TrailStep[] {
  const steps: TrailStep[] = []
  let after = span
  for (let index = stages.length - 1; index >= 0; index--) {
    const stage = stages[index] as Stage
    const before = stage.map.toSource(after)
    const inside = editsInside(stage.edits, before)
    if (inside.length > 0) {
      steps.push({
        step: inside.find((edit) => edit.as !== undefined)?.as ?? stage.step,
        from: stage.before.slice(before.start, before.end),
        to: stage.after.slice(after.start, after.end),
        disguise: inside.some((edit) => edit.disguise),
      })
    }
    after = before
  }
  return steps.reverse()
}

function editsInside(edits: readonly Edit[], span: Span): readonly Edit[] {
  const first = partitionPoint(edits.length, (index) => (edits[index] as Edit).end > span.start)
  let until = first
  while (until < edits.length && (edits[until] as Edit).start < span.end) until++
  return edits.slice(first, until)
}

function clamp(span: Span, length: number): Span {
  if (length === 0) return { start: 0, end: 0 }
  const start = Math.min(Math.max(span.start, 0), length - 1)
  return { start, end: Math.min(Math.max(span.end, start + 1), length) }
}

/** Widens a span that cuts a surrogate pair, so that no one ever sees half a character. */
function wholeCharacters(text: string, span: Span): Span {
  return {
    start: isInsidePair(text, span.start) ? span.start - 1 : span.start,
    end: isInsidePair(text, span.end) ? span.end + 1 : span.end,
  }
}

const isInsidePair = (text: string, at: number): boolean =>
  isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
