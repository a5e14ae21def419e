/**
 * Puts back words of which marks stand in the place, where the text itself says what each mark stands for:
 * 「■接でいきませんか(四角には「直」が入ります)」, 「L★N▲ ★はI、▲はEを入れて」, 「○イ○ ○には「ラ」と「ン」が順に入ります」. Only
 * where a name, a hidden word, an address or a number comes out: tables are filled in with marks as well.
 */
import type { Span } from '../text/span.ts'
import { SpanSet } from '../text/span-set.ts'
import type { Edit, Step } from '../text/text-builder.ts'
import type { NameIndex } from './name-index.ts'
import { wholeIn } from './spelled-out.ts'

const PLACE = '(?:のところ|の所|の部分|の中|の箇所|の場所|の位置|印)?'
const WORD = '[「『"]([^「」『』"\\n]{1,8})[」』"]'
/** What is done with a word that stands for a mark; without it a word behind a mark says how something went. */
const FILLS =
  '(?:の字|の文字|って)?(?:[がをとにで]|だと)?(?:この)?(?:順に|順番に|順で)?\\s?(?:入|はい|いれ|当て|あて|はめ|置き換|おきかえ|置換|読|よ[んみむ]|補|埋め|うめ|変え|かえ|替え|直し|代入|思って|です|の代わり|のつもり|の意味)'
const ALL = '、?\\s?(?:全部|ぜんぶ|すべて|どちらも|それぞれ|順に|順番に|左から)?、?\\s?'

const IN_WORDS = new RegExp(WORD, 'gu')
const MOST = 12
/** So many words are told of one mark. */
const MOST_WORDS = 8
const ASCII = /[A-Za-z0-9@._-]/
/** An address has no more before or behind what was put back, UTF-16 code units. */
const LONGEST = 64

interface Told {
  readonly start: number
  readonly end: number
  readonly marks: string
  readonly words: readonly string[]
}

/** @param marks what each is called (dictionaries/service-disguises.yaml) */
export const createToldMarks = (index: NameIndex, marks: MarkTables): Step => {
  const patterns = patternsOf(marks)
  return {
    name: 'told-mark',
    edits: (text) => (patterns.any.test(text) ? editsOf(text, index, patterns) : NOTHING),
  }
}

function editsOf(text: string, index: NameIndex, patterns: Patterns): readonly Edit[] {
  const told = toldIn(text, patterns)
  if (told.length === 0) return NOTHING
  const edits = putBack(text, told)
  if (edits.length === 0) return NOTHING
  const { made, places } = applied(text, edits)
  const names = new SpanSet(wholeIn(index, made).map(({ span }) => span))
  return edits.filter((_, number) => {
    const place = places[number]!
    return names.hasOverlap(place) || isDatum(made, place)
  })
}

/** Marks by what they are called; of some nobody says more than that they are marks. */
export interface MarkTables {
  readonly byName: ReadonlyMap<string, string>
  readonly all: string
}

interface Patterns {
  readonly any: RegExp
  readonly called: ReadonlyMap<string, string>
  /** ○には「ラ」と「ン」が入ります */
  readonly wordsBehind: RegExp
  /** 「直」を四角に入れて */
  readonly wordBefore: RegExp
  /** ●に話を入れて, 最初の★はI、次の★はE: without brackets a letter or two. */
  readonly bare: RegExp
  /** ■＝直, ★→I */
  readonly equal: RegExp
}

function patternsOf({ byName, all }: MarkTables): Patterns {
  const mark = `(?:[「『"(]?(?:([${all}]{1,3})|(${[...byName.keys()].join('|')}))[」』")]?)${PLACE}`
  return {
    any: new RegExp(`[${all}]`, 'u'),
    called: byName,
    wordsBehind: new RegExp(
      `${mark}(?:には|にも|に|へ|は|が|を|も)${ALL}((?:${WORD}(?:と|、|,|・|\\s)?){1,${MOST_WORDS}})${FILLS}`,
      'gu',
    ),
    wordBefore: new RegExp(`${WORD}を${ALL}${mark}(?:には|に|へ)\\s?(?:入|い|当て|あて|はめ|代入|置)`, 'gu'),
    bare: new RegExp(
      `${mark}(?:には|に|へ|は|が|を)${ALL}([ぁ-ゖァ-ヺー一-鿿A-Za-z0-9]{1,3}?)(?:を(?:入|い|当て|はめ|代入)|に(?:置|読|変え|替え)|と(?:読|よ)|です|で読|(?=[、。,)\\n]))`,
      'gu',
    ),
    equal: new RegExp(`([${all}])\\s?(?:=|→|⇒|:)\\s?[「"]?([\\p{L}\\p{N}@.ー]{1,5})[」"]?`, 'gu'),
  }
}

const NOTHING: readonly Edit[] = []

function toldIn(text: string, { called, wordsBehind, wordBefore, bare, equal }: Patterns): readonly Told[] {
  const told: Told[] = []
  const add = (
    match: RegExpMatchArray,
    sign: string | undefined,
    name: string | undefined,
    words: string[],
  ) => {
    const marks = sign ?? called.get(name ?? '') ?? ''
    const start = match.index!
    const end = start + match[0].length
    if (marks === '' || told.length === MOST || told.some((one) => one.start < end && start < one.end)) return
    told.push({ start, end, marks, words })
  }
  for (const match of text.matchAll(wordsBehind))
    add(
      match,
      match[1],
      match[2],
      [...match[3]!.matchAll(IN_WORDS)].map(([, word]) => word!),
    )
  for (const match of text.matchAll(wordBefore)) add(match, match[2], match[3], [match[1]!])
  for (const match of text.matchAll(bare)) add(match, match[1], match[2], [match[3]!])
  for (const match of text.matchAll(equal)) add(match, match[1], undefined, [match[2]!])
  return told.sort((a, b) => a.start - b.start)
}

/** Every mark outside of what is told of it; said several times of one mark, or of several words, each in its turn. */
function putBack(text: string, told: readonly Told[]): readonly Edit[] {
  const edits: Edit[] = []
  const turns = new Map<string, { words: string[]; next: number }>()
  for (const { marks, words } of told) {
    const turn = turns.get(marks)
    if (turn === undefined) turns.set(marks, { words: [...words], next: 0 })
    else turn.words.push(...words)
  }
  for (let at = 0; at < text.length; at++) {
    if (told.some(({ start, end }) => start <= at && at < end)) continue
    for (const [marks, turn] of turns) {
      const length =
        marks.length <= 3 && text.startsWith(marks, at) ? marks.length : marks.includes(text[at]!) ? 1 : 0
      if (length === 0) continue
      const to = turn.words[turn.next % turn.words.length]!
      turn.next++
      edits.push({ start: at, end: at + length, to, disguise: true })
      at += length - 1
      break
    }
  }
  return edits
}

function applied(text: string, edits: readonly Edit[]) {
  const places: { start: number; end: number }[] = []
  let made = ''
  let from = 0
  for (const { start, end, to } of edits) {
    made += text.slice(from, start)
    places.push({ start: made.length, end: made.length + to.length })
    made += to
    from = end
  }
  return { made: made + text.slice(from), places }
}

/** Whether what was put back stands within an address or a number. */
function isDatum(text: string, { start, end }: Span): boolean {
  let from = start
  let to = end
  while (from > 0 && start - from < LONGEST && ASCII.test(text[from - 1]!)) from--
  while (to < text.length && to - end < LONGEST && ASCII.test(text[to]!)) to++
  const run = text.slice(from, to)
  return to - from > end - start && (/^[\w.-]+@[\w.-]+\.\w+$/.test(run) || /^0[\d-]{9,12}$/.test(run))
}
