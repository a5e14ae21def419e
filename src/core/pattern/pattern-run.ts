/** One try of a pattern at one place of an annotated text. Time is linear: gaps are bounded and failures remembered. */
import { type Beginnings, beginningsOf, beginningsOfAtom } from './beginnings.ts'
import type { Matchable } from './matchable.ts'
import { passesAny } from './passes.ts'
import type { Atom, Pattern } from './pattern.ts'

/** Passed over between two atoms: white space, quotation marks and brackets around a name. */
const isPassedOver = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x0a ||
  unit === 0x3000 ||
  unit === 0x09 ||
  (unit >= 0x300c && unit <= 0x300f) ||
  unit === 0x22 ||
  unit === 0x27

/** How far back `!<(…)` looks. */
const LONGEST_BEHIND = 24
const MAX_PASSED_OVER = 3

/** What may follow the end of a sentence within it: marks, faces, line ends; not a comma, after which it goes on. */
const CLOSES = /[^\p{L}\p{N},、・]/u

/** Another function than `PatternRun.identity`: what failed for the pattern itself says nothing of an option. */
const anywhere = (end: number): number => end

export class PatternRun {
  /** atom index × position of the whole pattern: known not to match. */
  private failed: Set<number> | undefined
  open = -1
  close = -1

  /** Only behind a gap is a place come to again. */
  private readonly rememberFrom: number

  constructor(
    private readonly text: Matchable,
    private readonly whole: Pattern,
  ) {
    let gap = 0
    while (gap < whole.length && whole[gap]!.type !== 'gap') gap++
    this.rememberFrom = gap + 1
  }

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
        const end = this.text.sentenceEnd(Math.max(0, position - 1))
        for (let at = position; at < end; at++) if (!CLOSES.test(this.text.folded[at]!)) return -1
        return this.match(pattern, index + 1, position, then)
      }
      case 'not':
      case 'not-behind': {
        // What is forbidden is asked last: of the places where a pattern may start, few go on to match.
        const { open, close } = this
        const end = this.match(pattern, index + 1, position, then)
        if (end < 0 || !this.isForbidden(atom, position)) return end
        this.open = open
        this.close = close
        return -1
      }
      case 'literal':
      case 'class':
      case 'morpheme':
      case 'group': {
        // Sound only where `then` is the same for every try, as it is at the top level; of use only behind a gap.
        const isRemembered =
          index >= this.rememberFrom && pattern === this.whole && then === PatternRun.identity
        const key = index * (this.text.folded.length + 1) + position
        if (isRemembered && this.failed?.has(key) === true) return -1
        let end = this.word(pattern, index, atom, position, then)
        if (end >= 0) return end
        const behind = this.skip(position)
        if (behind !== position) end = this.word(pattern, index, atom, behind, then)
        if (end < 0 && atom.type === 'group' && atom.optional)
          end = this.match(pattern, index + 1, position, then)
        if (end < 0 && isRemembered) {
          this.failed ??= new Set()
          this.failed.add(key)
        }
        return end
      }
    }
  }

  private isForbidden({ type, options }: Atom & { type: 'not' | 'not-behind' }, position: number): boolean {
    if (type === 'not-behind') return options.some((option) => this.standsBefore(option, position))
    const behind = this.skip(position)
    for (const option of options) {
      const beginnings = beginningsOf(option)
      if (this.standsAt(option, beginnings, position)) return true
      if (behind !== position && this.standsAt(option, beginnings, behind)) return true
    }
    return false
  }

  private standsAt(option: Pattern, beginnings: Beginnings, at: number): boolean {
    return this.mayBegin(beginnings, at) && this.match(option, 0, at, anywhere) >= 0
  }

  /** Whether the option ends at the position, white space and quotation marks passed over. */
  private standsBefore(option: Pattern, position: number): boolean {
    const beginnings = beginningsOf(option)
    // Another `then` than the identity: an option that does not end here may well match.
    let ends: ((end: number) => number) | undefined
    for (let at = position - 1; at >= 0 && at >= position - LONGEST_BEHIND; at--) {
      if (!this.mayBegin(beginnings, at)) continue
      ends ??= (end) => (this.skip(end) >= position && end <= position ? end : -1)
      if (this.match(option, 0, at, ends) >= 0) return true
    }
    return false
  }

  static readonly identity = (end: number): number => end

  /** Whether only what is passed over stands between the two. */
  isReached(from: number, position: number): boolean {
    return from === position || this.skip(from) >= position
  }

  private skip(position: number): number {
    let at = position
    while (at - position < MAX_PASSED_OVER && isPassedOver(this.text.folded.charCodeAt(at))) at++
    return at
  }

  private word(
    pattern: Pattern,
    index: number,
    atom: Atom,
    at: number,
    then: (end: number) => number,
  ): number {
    if (atom.type === 'literal') {
      return this.text.folded.startsWith(atom.text, at)
        ? this.match(pattern, index + 1, at + atom.text.length, then)
        : -1
    }
    if (atom.type === 'morpheme') {
      const token = this.text.tokenAt(at)
      return token !== undefined && passesAny(token, atom.tests)
        ? this.match(pattern, index + 1, token.end, then)
        : -1
    }
    if (atom.type === 'class') {
      for (const end of this.text.annotations(atom.name).endsAt(at)) {
        const last = this.match(pattern, index + 1, end, then)
        if (last >= 0) return last
      }
      return -1
    }
    if (atom.type === 'group' && this.mayBegin(beginningsOfAtom(atom), at))
      return this.options(atom.options, at, pattern, index, then)
    return -1
  }

  /** Apart from `word`, which would otherwise make room for what the function here holds on to at every call. */
  private options(
    options: readonly Pattern[],
    at: number,
    pattern: Pattern,
    index: number,
    then: (end: number) => number,
  ): number {
    const rest = (end: number) => this.match(pattern, index + 1, end, then)
    const unit = this.text.folded.charCodeAt(at)
    const isSolid = !isPassedOver(unit)
    for (const option of options) {
      const first = option[0]
      if (isSolid && first?.type === 'literal' && first.text.charCodeAt(0) !== unit) continue
      const end = this.match(option, 0, at, rest)
      if (end >= 0) return end
    }
    return -1
  }

  /** How far a gap from `position` may reach. */
  private gapLimit(position: number, max: number, reach: (Atom & { type: 'gap' })['reach']): number {
    if (reach === 'text') return this.text.folded.length
    const end = this.text.sentenceEnd(position)
    // At the end of a sentence stands the first word of the next one.
    const sentenceEnd = end === this.text.folded.length ? end : Math.max(position, end - 1)
    if (reach === 'sentence') return sentenceEnd
    const comma = this.text.folded.slice(position, Math.min(position + max, sentenceEnd)).indexOf('、')
    return comma < 0 ? sentenceEnd : position + comma
  }

  private gap(
    pattern: Pattern,
    index: number,
    atom: Atom & { type: 'gap' },
    position: number,
    then: (end: number) => number,
  ): number {
    const last = Math.min(position + atom.max, this.gapLimit(position, atom.max, atom.reach))
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
    const beginnings = next.type === 'group' && next.optional ? undefined : beginningsOfAtom(next)
    for (let at = position; at <= last; at++) {
      if (beginnings !== undefined && !this.mayBegin(beginnings, at)) continue
      const end = this.match(pattern, index + 1, at, then)
      if (end >= 0) return end
    }
    return -1
  }

  /** Whether a word with such beginnings may stand here, or behind what is passed over here. */
  private mayBegin({ units, classes, tests, any }: Beginnings, at: number): boolean {
    const unit = this.text.folded.charCodeAt(at)
    if (any || units.has(unit) || isPassedOver(unit)) return true
    for (const name of classes) if (this.text.annotations(name).endsAt(at).length > 0) return true
    if (tests.length === 0) return false
    const token = this.text.tokenAt(at)
    return token !== undefined && passesAny(token, tests)
  }
}
