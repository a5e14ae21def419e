/** One try of a pattern at one place of an annotated text. Time is linear: gaps are bounded and failures remembered. */
import type { Beginnings } from './beginnings.ts'
import type { Matchable } from './matchable.ts'
import type { Step } from './steps.ts'

/** Passed over between two atoms: white space, quotation marks and brackets around a name. */
export const isPassedOver = (unit: number): boolean =>
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

/** Where a match may end. */
const ANYWHERE = -1

export class PatternRun {
  /** number of the step × position: known not to match. */
  private failed: Set<number> | undefined
  private readonly folded: string
  open = -1
  close = -1

  /** @param until where a match has to end (but for what is passed over); anywhere, if it is left out */
  constructor(
    private readonly text: Matchable,
    private until = ANYWHERE,
  ) {
    this.folded = text.folded
  }

  /** The end of the match of the step and all that follow it at `position`, or -1. */
  match(step: Step, position: number): number {
    switch (step.type) {
      case 'done':
        return this.until === ANYWHERE || (position <= this.until && this.isReached(position, this.until))
          ? position
          : -1
      case 'gap':
        return this.gap(step, position)
      case 'open': {
        const kept = this.open
        this.open = this.skip(position)
        const end = this.match(step.next, position)
        if (end < 0) this.open = kept
        return end
      }
      case 'close': {
        const kept = this.close
        this.close = position
        const end = this.match(step.next, position)
        if (end < 0) this.close = kept
        return end
      }
      case 'start':
        return this.text.sentenceStart(position) === position ? this.match(step.next, position) : -1
      case 'end': {
        const end = this.text.sentenceEnd(Math.max(0, position - 1))
        for (let at = position; at < end; at++) if (!CLOSES.test(this.folded[at]!)) return -1
        return this.match(step.next, position)
      }
      case 'not':
      case 'not-behind': {
        // What is forbidden is asked last: of the places where a pattern may start, few go on to match.
        const { open, close } = this
        const end = this.match(step.next, position)
        if (end < 0 || !this.isForbidden(step, position)) return end
        this.open = open
        this.close = close
        return -1
      }
      default:
        return this.words(step, position)
    }
  }

  /** Of a step that stands for words of the text: at the place, or behind what is passed over there. */
  private words(step: Step, position: number): number {
    const key = step.number < 0 ? -1 : step.number * (this.folded.length + 1) + position
    if (key >= 0 && this.failed?.has(key) === true) return -1
    let end = this.word(step, position)
    if (end >= 0) return end
    const behind = this.skip(position)
    if (behind !== position) end = this.word(step, behind)
    if (end < 0 && step.optional) end = this.match(step.next, position)
    if (end < 0 && key >= 0) {
      this.failed ??= new Set()
      this.failed.add(key)
    }
    return end
  }

  private word(step: Step, at: number): number {
    switch (step.type) {
      case 'literal':
        return this.folded.startsWith(step.text, at) ? this.match(step.next, at + step.text.length) : -1
      case 'morpheme': {
        const token = this.text.tokenAt(at)
        return token !== undefined && step.test!.passes(token) ? this.match(step.next, token.end) : -1
      }
      case 'class':
        for (const end of this.text.annotations(step.text).endsAt(at)) {
          const last = this.match(step.next, end)
          if (last >= 0) return last
        }
        return -1
      default:
        return this.mayBegin(step.begins, at) ? this.anyOption(step, at) : -1
    }
  }

  private anyOption({ options }: Step, at: number): number {
    const unit = this.folded.charCodeAt(at)
    for (const option of isPassedOver(unit) ? options.all : options.startingWith(unit)) {
      const end = this.match(option, at)
      if (end >= 0) return end
    }
    return -1
  }

  private isForbidden({ type, options, optionsBegin }: Step, position: number): boolean {
    const kept = this.until
    const isIt =
      type === 'not'
        ? this.standsAt(options.all, optionsBegin, position)
        : this.standsBefore(options.all, optionsBegin, position)
    this.until = kept
    return isIt
  }

  /** Whether one of the options stands at the place, or behind what is passed over there. */
  private standsAt(options: readonly Step[], begin: readonly Beginnings[], position: number): boolean {
    this.until = ANYWHERE
    const behind = this.skip(position)
    for (let i = 0; i < options.length; i++) {
      if (this.mayBegin(begin[i]!, position) && this.match(options[i]!, position) >= 0) return true
      if (behind !== position && this.mayBegin(begin[i]!, behind) && this.match(options[i]!, behind) >= 0)
        return true
    }
    return false
  }

  /** Whether one of the options ends at the position, white space and quotation marks passed over. */
  private standsBefore(options: readonly Step[], begin: readonly Beginnings[], position: number): boolean {
    this.until = position
    for (let i = 0; i < options.length; i++) {
      for (let at = position - 1; at >= 0 && at >= position - LONGEST_BEHIND; at--)
        if (this.mayBegin(begin[i]!, at) && this.match(options[i]!, at) >= 0) return true
    }
    return false
  }

  /** Whether only what is passed over stands between the two. */
  private isReached(from: number, position: number): boolean {
    return from === position || this.skip(from) >= position
  }

  private skip(position: number): number {
    let at = position
    while (at - position < MAX_PASSED_OVER && isPassedOver(this.folded.charCodeAt(at))) at++
    return at
  }

  /** How far a gap from `position` may reach. */
  private gapLimit(position: number, { max, reach }: Step): number {
    if (reach === 'text') return this.folded.length
    const end = this.text.sentenceEnd(position)
    // At the end of a sentence stands the first word of the next one.
    const sentenceEnd = end === this.folded.length ? end : Math.max(position, end - 1)
    if (reach === 'sentence') return sentenceEnd
    const comma = this.folded.slice(position, Math.min(position + max, sentenceEnd)).indexOf('、')
    return comma < 0 ? sentenceEnd : position + comma
  }

  private gap(step: Step, position: number): number {
    const last = Math.min(position + step.max, this.gapLimit(position, step))
    const { next } = step
    if (next.type === 'done') return this.match(next, position)
    if (next.type === 'class') {
      // Jump from word to word instead of from character to character.
      const annotations = this.text.annotations(next.text)
      for (let i = annotations.indexFrom(position); i < annotations.starts.length; i++) {
        const at = annotations.starts[i]!
        if (at > last) break
        const end = this.match(next, at)
        if (end >= 0) return end
      }
      return -1
    }
    for (let at = position; at <= last; at++) {
      if (!this.mayBegin(step.begins, at)) continue
      const end = this.match(next, at)
      if (end >= 0) return end
    }
    return -1
  }

  /** Whether a word with such beginnings may stand here, or behind what is passed over here. */
  private mayBegin({ units, classes, test, any }: Beginnings, at: number): boolean {
    const unit = this.folded.charCodeAt(at)
    if (any || units.has(unit) || isPassedOver(unit)) return true
    for (const name of classes) if (this.text.annotations(name).endsAt(at).length > 0) return true
    if (test === undefined) return false
    const token = this.text.tokenAt(at)
    return token !== undefined && test.passes(token)
  }
}
