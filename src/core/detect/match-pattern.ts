/** Runs a pattern over an annotated text. Time is linear in the text: gaps are bounded and failures remembered. */
import type { Span } from '../text/span.ts'
import type { Annotations } from './annotations.ts'
import type { Atom, Pattern } from './pattern.ts'

/** What a pattern looks at. */
export interface Matchable {
  /** The plain text, case folded, of the same length as the plain text. */
  readonly folded: string
  /** The end of the sentence that holds this position. */
  sentenceEnd(position: number): number
  sentenceStart(position: number): number
  annotations(className: string): Annotations
}

export interface Match {
  /** All that the pattern covered. */
  readonly span: Span
  /** The part between `<` and `>`, or all. */
  readonly underlined: Span
}

/** Passed over between two atoms: white space, quotation marks and brackets around a name. */
const isPassedOver = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x3000 ||
  unit === 0x09 ||
  (unit >= 0x300c && unit <= 0x300f) ||
  unit === 0x22 ||
  unit === 0x27

const MAX_PASSED_OVER = 3

class Run {
  /** atom index × position, per pattern level: known not to match. */
  private readonly failed = new Map<Pattern, Set<number>>()
  open = -1
  close = -1

  constructor(private readonly text: Matchable) {}

  /** The end of the match of `pattern` from `index` on at `position`, or -1. */
  match(pattern: Pattern, index: number, position: number, then: (end: number) => number): number {
    if (index === pattern.length) return then(position)
    const atom = pattern[index]!
    switch (atom.type) {
      case 'gap':
        return this.gap(pattern, index, atom, position, then)
      case 'open': {
        const kept = this.open
        this.open = this.skip(position)
        const end = this.match(pattern, index + 1, position, then)
        if (end < 0) this.open = kept
        return end
      }
      case 'close': {
        const kept = this.close
        this.close = position
        const end = this.match(pattern, index + 1, position, then)
        if (end < 0) this.close = kept
        return end
      }
      case 'start':
        return this.text.sentenceStart(position) === position
          ? this.match(pattern, index + 1, position, then)
          : -1
      case 'end': {
        const end = this.skip(position)
        return end >= this.text.sentenceEnd(Math.max(0, end - 1))
          ? this.match(pattern, index + 1, position, then)
          : -1
      }
      case 'not': {
        for (const option of atom.options) {
          for (const at of this.places(position)) if (this.match(option, 0, at, (end) => end) >= 0) return -1
        }
        return this.match(pattern, index + 1, position, then)
      }
      case 'literal':
      case 'class':
      case 'group': {
        const key = index * (this.text.folded.length + 1) + position
        const failed = this.failedOf(pattern)
        if (failed.has(key)) return -1
        for (const at of this.places(position)) {
          const end = this.word(pattern, index, atom, at, then)
          if (end >= 0) return end
        }
        if (atom.type === 'group' && atom.optional) {
          const end = this.match(pattern, index + 1, position, then)
          if (end >= 0) return end
        }
        // Sound only where `then` is the same for every try, as it is at the top level.
        if (then === Run.identity) failed.add(key)
        return -1
      }
    }
  }

  static readonly identity = (end: number): number => end

  private failedOf(pattern: Pattern): Set<number> {
    let failed = this.failed.get(pattern)
    if (failed === undefined) {
      failed = new Set()
      this.failed.set(pattern, failed)
    }
    return failed
  }

  private skip(position: number): number {
    let at = position
    while (at - position < MAX_PASSED_OVER && isPassedOver(this.text.folded.charCodeAt(at))) at++
    return at
  }

  /** The position itself, and the one behind what is passed over. */
  private places(position: number): readonly number[] {
    const skipped = this.skip(position)
    return skipped === position ? [position] : [position, skipped]
  }

  private word(
    pattern: Pattern,
    index: number,
    atom: Atom,
    at: number,
    then: (end: number) => number,
  ): number {
    const rest = (end: number) => this.match(pattern, index + 1, end, then)
    if (atom.type === 'literal') {
      return this.text.folded.startsWith(atom.text, at) ? rest(at + atom.text.length) : -1
    }
    if (atom.type === 'class') {
      for (const end of this.text.annotations(atom.name).endsAt(at)) {
        const last = rest(end)
        if (last >= 0) return last
      }
      return -1
    }
    if (atom.type === 'group') {
      for (const option of atom.options) {
        const end = this.match(option, 0, at, rest)
        if (end >= 0) return end
      }
    }
    return -1
  }

  private gap(
    pattern: Pattern,
    index: number,
    atom: Atom & { type: 'gap' },
    position: number,
    then: (end: number) => number,
  ): number {
    const limit = atom.crossing ? this.text.folded.length : this.text.sentenceEnd(position)
    const last = Math.min(position + atom.max, limit)
    const next = pattern[index + 1]
    if (next === undefined) return then(position)
    if (next.type === 'class') {
      // Jump from word to word instead of from character to character.
      const annotations = this.text.annotations(next.name)
      for (let i = annotations.indexFrom(position); i < annotations.starts.length; i++) {
        const at = annotations.starts[i]!
        if (at > last) break
        const end = this.match(pattern, index + 1, at, then)
        if (end >= 0) return end
      }
      return -1
    }
    for (let at = position; at <= last; at++) {
      const end = this.match(pattern, index + 1, at, then)
      if (end >= 0) return end
    }
    return -1
  }
}

/** Where a match of the pattern can start; `undefined` where only trying tells. */
function* startsOf(pattern: Pattern, text: Matchable, from: number, to: number): Generator<number> {
  const first = pattern.find((atom) => atom.type !== 'open' && atom.type !== 'not')
  if (first?.type === 'class') {
    const annotations = text.annotations(first.name)
    for (
      let i = annotations.indexFrom(from);
      i < annotations.starts.length && annotations.starts[i]! < to;
      i++
    ) {
      yield annotations.starts[i]!
    }
  } else if (first?.type === 'literal') {
    for (
      let at = text.folded.indexOf(first.text, from);
      at >= 0 && at < to;
      at = text.folded.indexOf(first.text, at + 1)
    ) {
      yield at
    }
  } else if (first?.type === 'start') {
    for (let at = from; at < to; ) {
      if (text.sentenceStart(at) === at) yield at
      const next = text.sentenceEnd(at)
      at = next > at ? next : at + 1
    }
  } else for (let at = from; at < to; at++) yield at
}

/** Whether every class that the pattern cannot do without stands in the text at all. */
const isPossible = (pattern: Pattern, text: Matchable): boolean =>
  pattern.every((atom) => atom.type !== 'class' || text.annotations(atom.name).starts.length > 0)

/** All matches that start in `[from, to)`, the shortest of each start, by position. */
export function findMatches(pattern: Pattern, text: Matchable, from = 0, to = text.folded.length): Match[] {
  const matches: Match[] = []
  if (!isPossible(pattern, text)) return matches
  const run = new Run(text)
  for (const start of startsOf(pattern, text, from, to)) {
    run.open = -1
    run.close = -1
    const end = run.match(pattern, 0, start, Run.identity)
    if (end < 0) continue
    const span = { start, end }
    matches.push({
      span,
      underlined: {
        start: run.open < 0 ? start : run.open,
        end: run.close < 0 ? end : Math.max(run.close, run.open + 1),
      },
    })
  }
  return matches
}

/** Whether the pattern matches at exactly this position (or behind white space and quotation marks). */
export const matchesAt = (pattern: Pattern, text: Matchable, position: number): boolean =>
  isPossible(pattern, text) && new Run(text).match(pattern, 0, position, Run.identity) >= 0

/** Whether the pattern matches anywhere in `[from, to)`, its end included. */
export function matchesWithin(pattern: Pattern, text: Matchable, from: number, to: number): boolean {
  if (!isPossible(pattern, text)) return false
  const run = new Run(text)
  for (const start of startsOf(pattern, text, from, to)) {
    const end = run.match(pattern, 0, start, Run.identity)
    if (end >= 0 && end <= to) return true
  }
  return false
}
