/**
 * Codes that let someone in: a meeting's number with its passcode, an invitation's code.
 */
import { partitionPoint } from '../../text/partition-point.ts'
import type { DigitRun } from '../common/digit-reader.ts'
import type { Draft } from '../common/draft.ts'
import type { ContactWords } from '../common/tables.ts'
import { WordMatcher } from '../common/word-matcher.ts'

const JOINT = /(?:は|が|:|→|=|、|,|\/|\s|です|-){0,6}[「『【("']?/y
const MEETING_NUMBER = /\d{3,4}(?:[\s-]?\d{2,4}){2,3}(?!\d)|[a-z]{3}-[a-z]{4}-[a-z]{3}(?![a-z])/y
const CODE = /(?:SW-)?[A-Za-z0-9]{3,16}(?:-[A-Za-z0-9]{3,6}){0,4}(?![A-Za-z0-9])/y
const PASS = /[A-Za-z0-9]{4,12}/y
/** Between a number and its passcode. */
const BETWEEN = /[」』】)"']?(?:です|で)?[、,。/／・\s]{0,6}/y

/** `bare` is any id: of a room only where a passcode follows. */
type Cue = 'meeting' | 'bare' | 'pass' | 'invite'

export class RoomCodes {
  readonly #cues: WordMatcher<Cue>
  /** One of these stands before every code. */
  readonly needed: readonly string[]

  constructor(words: ContactWords) {
    this.needed = [...words.meeting_cues, ...words.bare_room_cues, ...words.invite_cues]
    const of = (list: readonly string[], cue: Cue) => list.map((word): [string, Cue] => [word, cue])
    this.#cues = new WordMatcher([
      ...of(words.meeting_cues, 'meeting'),
      ...of(words.bare_room_cues, 'bare'),
      ...of(words.passcode_cues, 'pass'),
      ...of(words.invite_cues, 'invite'),
    ])
  }

  find(text: string, folded: string, runs: readonly DigitRun[]): Draft[] {
    const found: Draft[] = []
    for (let at = 0; at < text.length; at++) {
      const cue = this.#cues.longest(folded, at)
      if (!cue || cue.value === 'pass') continue
      if (/[A-Za-z]/.test(text[at]!) && /[A-Za-z]/.test(text[at - 1] ?? '')) continue
      const draft =
        cue.value === 'invite'
          ? invite(text, at, cue.length)
          : this.#meeting(text, folded, at, cue.length, runs, cue.value === 'bare')
      if (!draft) continue
      found.push(draft)
      at = draft.end - 1
    }
    return found
  }

  #meeting(
    text: string,
    folded: string,
    start: number,
    length: number,
    runs: readonly DigitRun[],
    needsPass: boolean,
  ): Draft | undefined {
    const hit = valueAfter(text, start + length, MEETING_NUMBER) ?? inWords(runs, start + length)
    if (!hit) return undefined
    const digits = hit.text.replace(/[\s-]/g, '')
    if (/^\d/.test(digits) && (digits.length < 9 || digits.length > 12)) return undefined
    const value = /^\d/.test(hit.text) ? digits : hit.text
    let end = hit.end
    BETWEEN.lastIndex = end
    const between = BETWEEN.exec(text)?.[0].length ?? 0
    const pass = this.#cues.longest(folded, end + between)
    const code = pass?.value === 'pass' ? valueAfter(text, end + between + pass.length, PASS) : undefined
    if (needsPass && code === undefined) return undefined
    end = code?.end ?? end
    return { kind: 'meeting-id', start, end, value }
  }
}

const invite = (text: string, start: number, length: number): Draft | undefined => {
  const hit = valueAfter(text, start + length, CODE)
  if (!hit || hit.text.length < 4 || /^[a-z]+$/.test(hit.text)) return undefined
  const close = /^[」』】)"']/.test(text.slice(hit.end, hit.end + 1)) ? 1 : 0
  return { kind: 'invite-code', start, end: hit.end + close, value: hit.text }
}

/** How far behind its cue a number in words may begin, and how long one may be, weak words and all. */
const WORDS_REACH = 8
const MOST_ATOMS = 60

/** A meeting's number in words: 八四五の一二三四の六七八九. */
const inWords = (runs: readonly DigitRun[], from: number) => {
  let at = partitionPoint(runs.length, (index) => runs[index]!.at(-1)!.start >= from)
  for (; at < runs.length && runs[at]![0]!.start <= from + WORDS_REACH; at++) {
    const run = runs[at]!
    const begin = partitionPoint(run.length, (index) => run[index]!.start >= from)
    const atoms = run.slice(begin, begin + MOST_ATOMS).filter((atom) => atom.form !== 'weak')
    const first = atoms[0]
    if (!first || first.start > from + WORDS_REACH) continue
    if (atoms.length < 9 || atoms.length > 12) return undefined
    return { text: atoms.map((atom) => atom.digit).join(''), end: atoms.at(-1)!.end }
  }
  return undefined
}

const valueAfter = (text: string, at: number, pattern: RegExp) => {
  JOINT.lastIndex = at
  const from = at + (JOINT.exec(text)?.[0].length ?? 0)
  pattern.lastIndex = from
  const hit = pattern.exec(text)?.[0]
  return hit === undefined ? undefined : { text: hit, end: from + hit.length }
}
