/**
 * Data that one writer splits over several messages: digits, the halves of an address, the halves of an id or a link.
 *
 * Messages are joined only by what they leave open: figures that stand for nothing counted, lone fragments, parts that
 * are announced as parts; and only where the whole is a datum.
 */

import { fold } from '../text/fold.ts'
import { SpanSet } from '../text/span-set.ts'
import type { View } from '../text/view.ts'
import { CueFinder } from './common/cue-finder.ts'
import type { Datum } from './common/datum.ts'
import { DigitReader } from './common/digit-reader.ts'
import { type Draft, toDatum } from './common/draft.ts'
import { type NumberPiece, numberPieces } from './common/number-pieces.ts'
import { ServiceIndex } from './common/service-index.ts'
import type { DataService, DataTables } from './common/tables.ts'
import { WordMatcher } from './common/word-matcher.ts'
import { findBareUrls, findSchemeUrls } from './link/url.ts'
import { findEmails } from './mail/email.ts'
import { CountedFigures } from './phone/counted.ts'
import { isNumber } from './phone/phone-number.ts'

export interface HistoryMessage {
  readonly plain: View
  readonly data: readonly Datum[]
}

/** Messages further back than this are not looked at. */
const MAX_MESSAGES = 12
/** A fragment is a message with so few code units of other words. */
const MAX_WORDS_AROUND = 16
const MAX_STEPS = 400
/** How far before figures it may be said that they number something else: 管理番号の頭だけ書いておきますね。052. */
const OTHER_REACH = 24
/** … of a text that says that it is a part. */
const MAX_WORDS_AROUND_PART = 40
const MAX_FRAGMENT_TEXT = 300
const SAID_SIGN = /(?<=[A-Za-z0-9]) ?(?:(点|ドット|どっと)|スラッシュ|斜線) ?(?=[A-Za-z0-9])/g
const BEHIND_SLASH = /スラッシュの(?:後ろ|うしろ|後|あと)(?:は|が)?[、,]?\s?[「『"]?$/
/** 前は info ではなく shop のほうです */
const NAME_TOLD =
  /(?:前|まえ|頭)(?:は|が)\s?[「"]?(?:[A-Za-z0-9._+-]{2,30}[」"]?\s?(?:ではなくて?|じゃなくて?|でなく)\s?[「"]?)?([A-Za-z0-9._+-]{2,30})/
/** さっきの文字列の後ろに … */
const BACK = /さっき|先ほど|先程|先の|前の/
const SHAPED_NAME =
  /(?<![A-Za-z0-9._@/+-])[A-Za-z][A-Za-z0-9]{0,20}[._-][A-Za-z0-9._-]{1,30}(?![A-Za-z0-9@/])/
/** … 別で受けたいです。mizuno.tatemono */
const LAST_NAME = /(?:^|[\s。、!?])([A-Za-z0-9][A-Za-z0-9._+-]{2,40})$/
const FRAGMENT = /[A-Za-z0-9@._:/?=&%#+~-]+/g
const ABBREVIATION = /^[A-Z]{2,4}$/
const NAME_PART = /(?<![A-Za-z0-9._@/-])[A-Za-z0-9_][A-Za-z0-9_.-]{1,30}/g

interface Part {
  readonly text: string
  readonly start: number
  readonly end: number
}

interface Prepared {
  readonly text: string
  readonly folded: string
  readonly pieces: readonly NumberPiece[]
  readonly fragment: Part | undefined
  readonly data: readonly Datum[]
}

export type HistoryJoiner = (earlier: readonly HistoryMessage[], current: HistoryMessage) => Datum[]

/**
 * @returns a function of the same writer's earlier messages (oldest first) and the current one, which gives the data
 *   that the current one completes; spans are in the current message's plain view
 */
export const createHistoryJoiner = (tables: DataTables, services: readonly DataService[]): HistoryJoiner => {
  const reader = new DigitReader(tables.numbers)
  const figures = new CountedFigures(tables.numbers)
  const units = new WordMatcher(tables.numbers.count_units.map((unit) => [unit, true] as const))
  const others = new CueFinder(tables.numbers.other_number_cues)
  const links = { words: tables.words, services: new ServiceIndex(services) }
  const first = new CueFinder(tables.words.split_first)
  const last = new CueFinder(tables.words.split_last)

  /** A message of a thread is asked about with every message after it. */
  const known = new WeakMap<HistoryMessage, Prepared>()
  const prepared = (message: HistoryMessage): Prepared => {
    let found = known.get(message)
    if (found === undefined) {
      found = prepare(message)
      known.set(message, found)
    }
    return found
  }

  const prepare = ({ plain, data }: HistoryMessage): Prepared => {
    const text = plain.text
    const folded = fold(text)
    const whole = new SpanSet(data.filter(({ partial }) => !partial).map(({ span }) => span))
    // 頭に0を補って, then an address of a server: no earlier word makes such figures a part.
    const counted = figures.in(text)
    const open = (piece: NumberPiece) =>
      piece.digits.length < 10 &&
      !counted.hasOverlap(piece) &&
      !others.before(folded, piece.start, OTHER_REACH) &&
      !units.longest(folded, piece.end) &&
      !/[A-Za-z0-9._/:#¥-]/.test(text[piece.start - 1] ?? '') &&
      !/[A-Za-z0-9_/:%]/.test(text[piece.end] ?? '') &&
      !isNumbering(text, piece) &&
      !whole.hasOverlap(piece)
    return {
      text,
      folded,
      data,
      pieces: numberPieces(text, reader.runs(text, folded)).filter(open),
      fragment: fragmentOf(text, first.within(folded, 0, text.length) || last.within(folded, 0, text.length)),
    }
  }

  return (earlier, current) => {
    const now = prepared(current)
    const before = earlier.slice(-MAX_MESSAGES).map(prepared)
    if (before.length === 0) return []
    const drafts = [
      joinNumber(before, now),
      joinAddress(before, now),
      joinFragments(before, now, (text) => [
        ...findSchemeUrls(text, links),
        ...findEmails(text, tables.words),
        ...findBareUrls(text, links),
      ]),
      joinName(before, now, first, last),
    ]
    const found = drafts.find((draft) => draft !== undefined)
    return found ? [toDatum(current.plain, found)] : []
  }
}

/** ラフ2, 案3, 第12: in a sentence, a figure or two glued to a noun number what they stand behind. */
const isNumbering = (text: string, { start, digits }: NumberPiece): boolean =>
  digits.length < 3 && text.length > 12 && /[ァ-ヶー一-龠]/.test(text[start - 1] ?? '')

/** The one thing in Latin letters or figures that a message consists of, but for a few words around it. */
const fragmentOf = (text: string, isAnnounced: boolean): Part | undefined => {
  if (text.length > MAX_FRAGMENT_TEXT) return undefined
  // 前半は line 点 me です: signs said in words belong to it.
  const signed = text.replace(SAID_SIGN, (_, dot: string | undefined) => (dot === undefined ? '/' : '.'))
  const whole = [...signed.matchAll(FRAGMENT)]
  if (whole.length !== 1) return undefined
  const around = signed.length - whole[0]![0].length
  if (around > (isAnnounced ? MAX_WORDS_AROUND_PART : MAX_WORDS_AROUND)) return undefined
  const parts = [...text.matchAll(FRAGMENT)]
  const start = parts[0]!.index
  const isBehindSlash = BEHIND_SLASH.test(text.slice(Math.max(0, start - 14), start))
  return {
    text: `${isBehindSlash ? '/' : ''}${whole[0]![0]}`,
    start,
    end: parts.at(-1)!.index + parts.at(-1)![0].length,
  }
}

const split = (from: string, to: string) => [{ step: 'split-over-messages', from, to, disguise: true }]

/** Figures of several messages that are one number, the last of them in the current message. */
const joinNumber = (before: readonly Prepared[], now: Prepared): Draft | undefined => {
  if (now.pieces.length === 0) return undefined
  let steps = 0
  // From the end backwards: what stands before must end where a number begins.
  const search = (message: number, tail: string): string | undefined => {
    if (tail.length > 11 || ++steps > MAX_STEPS) return undefined
    if (tail.startsWith('0') && isNumber(tail)) return tail
    for (let at = message; at >= 0 && at > message - 4; at--) {
      for (const digits of endings(before[at]!.pieces)) {
        const whole = search(at - 1, digits + tail)
        if (whole) return whole
      }
    }
    return undefined
  }
  for (const [from, to] of ranges(now.pieces.length)) {
    const pieces = now.pieces.slice(from, to)
    const digits = pieces.map((piece) => piece.digits).join('')
    if (digits.length > 10 || (digits.length < 2 && !now.fragment)) continue
    const whole = search(before.length - 1, digits)
    if (!whole || whole === digits) continue
    const start = pieces[0]!.start
    const end = pieces.at(-1)!.end
    return { kind: 'phone', start, end, value: whole, steps: split(now.text.slice(start, end), whole) }
  }
  return undefined
}

/** Runs of neighbouring pieces in a message, each joined. */
const endings = (pieces: readonly NumberPiece[]): string[] =>
  ranges(pieces.length).map(([from, to]) =>
    pieces
      .slice(from, to)
      .map((piece) => piece.digits)
      .join(''),
  )

const ranges = (length: number): [number, number][] => {
  const found: [number, number][] = []
  const count = Math.min(length, 4)
  for (let size = count; size >= 1; size--) {
    for (let from = 0; from + size <= count; from++) found.push([from, from + size])
  }
  return found
}

/** 「@の前は hinata-layout」 in one message, 「ドメインは icloud.com」 in another. */
const joinAddress = (before: readonly Prepared[], now: Prepared): Draft | undefined => {
  const half = now.data.find((datum) => datum.kind === 'email' && datum.partial)
  const isTail = half?.value.startsWith('@')
  // A provider's domain in the middle of a text is no half that waits for a name.
  const announced =
    now.fragment !== undefined ||
    (half !== undefined && /[^!-~]/.test(now.text.slice(half.span.start, half.span.end)))
  for (const message of [...before].reverse()) {
    const other = message.data.find(
      (datum) => datum.kind === 'email' && datum.partial && datum.value.startsWith('@') !== isTail,
    )
    const name =
      message.fragment?.text ??
      LAST_NAME.exec(message.text.slice(-44).trimEnd())?.[1] ??
      (BACK.test(now.text) ? SHAPED_NAME.exec(message.text)?.[0] : undefined)
    const told = NAME_TOLD.exec(now.text)
    const mine =
      now.fragment ??
      (told === null ? undefined : { text: told[1]!, start: told.index, end: told.index + told[0].length })
    let value: string | undefined
    let span = half?.span
    if (half && other)
      value = isTail ? `${other.value}${half.value.slice(1)}` : `${half.value}${other.value.slice(1)}`
    else if (half && isTail && announced && name && /^[A-Za-z0-9._+-]{3,}@?$/.test(name))
      value = `${name.replace(/@$/, '')}${half.value}`
    else if (!half && other?.value.startsWith('@') && mine && /^[A-Za-z0-9._+-]{3,}@?$/.test(mine.text)) {
      value = `${mine.text.replace(/@$/, '')}${other.value}`
      span = { start: mine.start, end: mine.end }
    }
    if (value === undefined || !span) continue
    return { kind: 'email', ...span, value, steps: split(now.text.slice(span.start, span.end), value) }
  }
  return undefined
}

/** Lone fragments of the last messages, put together: kamome77 | @ | gmail.com, lin.ee | /abc. */
const joinFragments = (
  before: readonly Prepared[],
  now: Prepared,
  find: (text: string) => readonly Draft[],
): Draft | undefined => {
  if (!now.fragment) return undefined
  let joined = now.fragment.text
  const own = find(joined)
  for (const message of [...before].reverse()) {
    if (!message.fragment) return undefined
    joined = message.fragment.text + joined
    const edge = joined.length - now.fragment.text.length
    const hit = find(joined).find((draft) => draft.start < edge && draft.end > edge && !draft.sample)
    if (!hit || own.some((draft) => draft.value === hit.value)) continue
    const { start, end, text } = now.fragment
    return { ...hit, start, end, steps: split(text, hit.value), partial: false }
  }
  return undefined
}

/** 「前半が sakurazaka_ です」 and 「0815 です。さっきの英字の後ろに付けて」. */
const joinName = (
  before: readonly Prepared[],
  now: Prepared,
  first: CueFinder,
  last: CueFinder,
): Draft | undefined => {
  const part = [...now.text.matchAll(NAME_PART)][0]
  if (!part || !last.within(now.folded, 0, now.folded.length)) return undefined
  for (const message of [...before].reverse()) {
    const heads = [...message.text.matchAll(NAME_PART)].filter(
      // FAX, PDF; the same word again is no other half.
      ({ 0: head }) => /[A-Za-z]/.test(head) && !ABBREVIATION.test(head) && head !== part[0],
    )
    const head = heads.at(-1)
    if (!head || !first.within(message.folded, 0, message.folded.length)) continue
    const value = head[0] + part[0]
    const start = part.index
    const end = clauseEnd(now, start + part[0].length, last)
    return { kind: 'id', start, end, value, steps: split(part[0], value) }
  }
  return undefined
}

/** Through the words that tell what to do with the part, when they follow it. */
const clauseEnd = ({ text, folded }: Prepared, from: number, last: CueFinder): number => {
  for (let to = from + 1; to <= Math.min(text.length, from + 40); to++) {
    if (last.within(folded, from, to)) {
      const rest = /^[^、。\n!?]{0,20}/.exec(text.slice(to))![0]
      return to + rest.length
    }
  }
  return from
}
