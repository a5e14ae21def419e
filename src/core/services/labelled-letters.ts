/**
 * Puts together names whose pieces stand behind labels in a row or in brackets: 「月 ディ / 火 ス / 水 コ / 木 ー / 金 ド」,
 * 「③ン①ラ②イ」, 「1月ら、2月い、3月ん」, 「ノー」＋「ション」. Only where the pieces spell a name together that none of them
 * has by itself.
 */
import type { Edit, Step } from '../text/text-builder.ts'
import type { NameIndex } from './name-index.ts'
import { wholeIn } from './spelled-out.ts'

/** Labels, and the place of each in its row. */
const ROWS: readonly { readonly label: RegExp; readonly place: (label: string) => number }[] = [
  { label: /[月火水木金土日](?:曜日?)?/g, place: (label) => '月火水木金土日'.indexOf(label[0]!) + 1 },
  {
    label: /(?<![\d.,])\d{1,2}(?![\d,])(?:つ目|番目|枚目|行目|文字目|ページ目|個目|話目|番|月|日目|日|時)?/g,
    place: (label) => Number.parseInt(label, 10),
  },
]
const FEWEST = 3
const MOST = 24
/** Between a label and its piece, or a piece and the next label. */
const EDGE = /^[\s:.,、。)(」「』『"/|・はがの=→⇒〜-]{1,6}|[\s:.,、。)(」「』『"/|・=→⇒〜-]{1,6}$/g
const PIECE = /^[\p{L}ー]{1,3}$/u
const LAST = /^[\s:.,、)(」「』『"/|・=→⇒-]{0,4}([\p{L}ー]{1,6})/u

interface Piece {
  readonly start: number
  readonly end: number
  readonly letters: string
  readonly place: number
}

export const createLabelledLetters = (index: NameIndex): Step => ({
  name: 'labelled-letters',
  edits(text) {
    const edits: Edit[] = []
    for (const row of ROWS) {
      for (const chain of chainsOf(text, row)) {
        const edit = spelledBy(index, chain)
        if (edit !== undefined) edits.push(edit)
      }
    }
    for (const match of MAY_JOIN.test(text) ? bracketed(text) : NONE) {
      const [start, end, pieces] = match
      const joined = pieces.join('')
      const isSpelled = wholeIn(index, joined).some(
        ({ span, name }) => span.start === 0 && span.end === joined.length && name.letters.length >= FEWEST,
      )
      // メール and アドレス are words by themselves.
      if (isSpelled && pieces.every((piece) => wholeIn(index, piece).length === 0))
        edits.push({ start, end, to: joined, disguise: true })
    }
    return edits
      .sort((a, b) => a.start - b.start)
      .filter((one, at, all) => at === 0 || all[at - 1]!.end <= one.start)
  },
})

const MAY_JOIN =
  /[」』"]|の\s?(?:つぎ|次|あと|後|うしろ)|[A-Za-zァ-ヺー]\p{Script=Han}{1,3}[、,・/\sと][A-Za-zァ-ヺー]\p{Script=Han}/u
const NONE: readonly (readonly [number, number, readonly string[]])[] = []

/** Pieces that follow each other, a label before each. */
function chainsOf(text: string, { label, place }: (typeof ROWS)[number]): readonly (readonly Piece[])[] {
  const labels = [...text.matchAll(label)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    place: place(word),
  }))
  if (labels.length < FEWEST) return []
  const chains: Piece[][] = [[]]
  for (const [number, { start, end, place }] of labels.entries()) {
    const next = labels[number + 1]
    const inner = next === undefined || next.start - end > 12 ? undefined : text.slice(end, next.start)
    const letters = inner?.replace(EDGE, '')
    if (letters !== undefined && PIECE.test(letters)) {
      chains.at(-1)!.push({ start, end: next!.start, letters, place })
      continue
    }
    const last = LAST.exec(text.slice(end, end + 12))
    if (last !== null && chains.at(-1)!.length > 0)
      chains.at(-1)!.push({ start, end: end + last[0].length, letters: last[1]!, place })
    if (chains.at(-1)!.length > 0) chains.push([])
  }
  return chains.filter(({ length }) => length >= FEWEST && length <= MOST)
}

/** The edit that puts a chain together where a name stands over three of its pieces, in their order or in that of the labels. */
function spelledBy(index: NameIndex, chain: readonly Piece[]): Edit | undefined {
  const sorted = [...chain].sort((a, b) => a.place - b.place)
  for (const pieces of [chain, sorted]) {
    const joined = pieces.map(({ letters }) => letters).join('')
    const starts: number[] = []
    for (const { letters } of pieces) starts.push((starts.at(-1) ?? 0) + letters.length)
    const isSpelled = wholeIn(index, joined).some(
      ({ span }) => starts.filter((end) => span.start < end && end < span.end).length >= FEWEST - 1,
    )
    if (!isSpelled) continue
    return { start: chain[0]!.start, end: chain.at(-1)!.end, to: joined, disguise: true }
  }
  return undefined
}

const JOINED =
  /[「『"]([^「」『』"\n]{1,6})[」』"]\s?(?:\+|＋|と|に|、|の?(?:次|つぎ|あと|後|うしろ|後ろ)(?:に|は|が)?)\s?[「『"]([^「」『』"\n]{1,6})[」』"](?:\s?(?:\+|＋|と|に|、|の?(?:次|つぎ|あと|後|うしろ|後ろ)(?:に|は|が)?)\s?[「『"]([^「」『』"\n]{1,6})[」』"])?(を(?:二|2|に)(?:回|度)(?:ずつ)?)?/g
/** らい の つぎに ん */
const BEHIND =
  /(?<![\p{L}ー])([\p{L}ー]{1,4}?)\s?の\s?(?:つぎ|次|あと|後|うしろ|後ろ)\s?(?:に|は|が)\s?([\p{L}ー]{1,4}?)(?=[\sのをでがはと、。])/gu

/** L列・I列・N列・E列 */
const SAME_TAIL =
  /(?<![\p{L}])([A-Za-zァ-ヺー])([\p{Script=Han}]{1,3})(?:[、,・/\s]{1,2}|と)(?:[A-Za-zァ-ヺー]\2(?:[、,・/\s]{1,2}|と)?){2,11}/gu
/** 耳が立っているのが「らい」、垂れているのが「いん」。合わせて呼ぶと来ます */
const TOGETHER = /合わせ|あわせ|つなげ|繋げ|つなぐ|くっつけ|続けて|足し|たして|並べ/
const SHOWN = /[「『"]([\p{L}ー]{1,4})[」』"]/gu
const FARTHEST = 24

function* together(text: string): Iterable<readonly [number, number, readonly string[]]> {
  for (const match of text.matchAll(SAME_TAIL))
    yield [
      match.index,
      match.index + match[0].replace(/[、,・/\s]{1,2}$/, '').length,
      [...match[0].matchAll(new RegExp(`([A-Za-zァ-ヺー])${match[2]!}`, 'g'))].map(([, letter]) => letter!),
    ]
  if (!TOGETHER.test(text)) return
  const shown = [...text.matchAll(SHOWN)].slice(0, MOST)
  for (let at = 0; at < shown.length; at++)
    for (let to = at + 1; to < Math.min(shown.length, at + 4); to++) {
      const [before, last] = [shown[to - 1]!, shown[to]!]
      if (last.index - before.index - before[0].length > FARTHEST) break
      yield [
        shown[at]!.index,
        last.index + last[0].length,
        shown.slice(at, to + 1).map(([, piece]) => piece!),
      ]
    }
}

function* bracketed(text: string): Iterable<readonly [number, number, readonly string[]]> {
  for (const match of text.matchAll(JOINED)) {
    const pieces = match.slice(1, 4).filter((piece) => piece !== undefined)
    yield [
      match.index,
      match.index + match[0].length,
      match[4] === undefined ? pieces : [...pieces, ...pieces],
    ]
  }
  for (const match of text.matchAll(BEHIND))
    yield [match.index, match.index + match[0].length, [match[1]!, match[2]!]]
  yield* together(text)
}
