/**
 * Which encoding the bytes of a Japanese text are in. Every encoding that they could be in is tried, and the one whose
 * characters Japanese is written with wins; a text that looks like none of them is said to be a guess.
 */

/** As `TextDecoder` knows them. */
export const ENCODINGS = ['utf-8', 'iso-2022-jp', 'shift_jis', 'euc-jp', 'gb18030'] as const
export type Encoding = (typeof ENCODINGS)[number]

const LABELS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'iso-2022-jp': 'ISO-2022-JP',
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  gb18030: 'GB18030',
}

/** As a person knows it. */
export const encodingLabel = (name: Encoding): string => LABELS[name]

export interface GuessedEncoding {
  readonly name: Encoding
  /** Whether what comes out looks like text that somebody wrote. */
  readonly sure: boolean
}

/** `undefined` where the bytes are not in the encoding. */
export type Decode = (bytes: Uint8Array, encoding: Encoding) => string | undefined

/** More than this tells nothing new. */
export const SAMPLE_BYTES = 65_536
/** Of 1, which running Japanese is far above and bytes at random far below. */
const LIKE_TEXT = 0.45

export const guessEncoding = (sample: Uint8Array, decode: Decode): GuessedEncoding => {
  // ISO-2022-JP is ASCII but for its escapes, and so UTF-8 as well.
  if (hasShift(sample) && decode(sample, 'iso-2022-jp') !== undefined) {
    return { name: 'iso-2022-jp', sure: true }
  }
  if (decode(sample, 'utf-8') !== undefined) return { name: 'utf-8', sure: true }
  let best: { name: Encoding; likeness: number } | undefined
  for (const name of ['shift_jis', 'euc-jp', 'gb18030'] as const) {
    const text = decode(sample, name)
    if (text === undefined) continue
    const likeness = likenessOf(text)
    if (best === undefined || likeness > best.likeness) best = { name, likeness }
  }
  // None of them, or several mixed: whoever decodes it as UTF-8 sees where it is none.
  if (best === undefined) return { name: 'utf-8', sure: true }
  return { name: best.name, sure: best.likeness >= LIKE_TEXT }
}

const ESC = 0x1b

/** An escape that switches to JIS X 0208 (`ESC $ @`, `ESC $ B`), to JIS X 0201 or to half-width katakana. */
const hasShift = (bytes: Uint8Array): boolean => {
  for (let at = bytes.indexOf(ESC); at >= 0; at = bytes.indexOf(ESC, at + 1)) {
    const [one, two] = [bytes[at + 1], bytes[at + 2]]
    if (one === 0x24 && (two === 0x40 || two === 0x42)) return true
    if (one === 0x28 && (two === 0x49 || two === 0x4a)) return true
  }
  return false
}

/** 学年別漢字配当表, the first two years: about four of ten kanji of running text, and hardly one of mistaken ones. */
const COMMON = new Set(
  '一右雨円王音下火花貝学気九休玉金空月犬見五口校左三山子四糸字耳七車手十出女小上森人水正生青夕石赤千川先早草足村大男竹中虫町天田土二日入年白八百文木本名目立力林六' +
    '引羽雲園遠何科夏家歌画回会海絵外角楽活間丸岩顔汽記帰弓牛魚京強教近兄形計元言原戸古午後語工公広交光考行高黄合谷国黒今才細作算止市矢姉思紙寺自時室社弱首秋週春書少場色食心新親図数西声星晴切雪船線前組走多太体台地池知茶昼長鳥朝直通弟店点電刀冬当東答頭同道読内南肉馬売買麦半番父風分聞米歩母方北毎妹万明鳴毛門夜野友用曜来里理話',
)

/** From 0 to 1: how much of what is no ASCII is what Japanese is written with. */
const likenessOf = (text: string): number => {
  let total = 0
  let likeness = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) continue
    total += 1
    likeness += likenessOfCharacter(code, character)
  }
  return total === 0 ? 1 : Math.max(0, likeness / total)
}

const within = (code: number, first: number, last: number): boolean => code >= first && code <= last

const likenessOfCharacter = (code: number, character: string): number => {
  // Kana, Japanese punctuation, full-width letters; arrows, figures, circled numbers, squares and stars of headings.
  if (within(code, 0x3000, 0x30ff) || within(code, 0xff01, 0xff5e) || within(code, 0xffe0, 0xffe6)) return 1
  if (within(code, 0x2010, 0x2040) || within(code, 0x2100, 0x266f)) return 1
  if (within(code, 0x4e00, 0x9fff)) return COMMON.has(character) ? 1 : 0.4
  // Half-width: its marks (｡ ｢ ｣ ､ ･) are what the first bytes of EUC and GB become in Shift_JIS.
  if (within(code, 0xff61, 0xff65)) return -1
  if (within(code, 0xff66, 0xff9f)) return 0.5
  return -1
}
