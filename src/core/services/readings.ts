/**
 * Reads what is written in another script than usual into the usual one: でんわ番号 → 電話番号, and whole sentences in
 * katakana or Latin letters (ラインデハナシマセンカ, denwa bangou wo oshiete). The words stay the same; so tokens and
 * statements see them.
 */
import { toHiragana } from 'wanakana'
import { fold } from '../text/fold.ts'
import type { Edit, Step } from '../text/text-builder.ts'
import { WordTree } from '../text/word-tree.ts'

export interface ReadingTables {
  /** Kana → the word, where any place will do. */
  readonly compounds: ReadonlyMap<string, string>
  /** Kana → the word, where it stands as a word of its own. */
  readonly words: ReadonlyMap<string, string>
  /** Kana → the word, inside a sentence that is wholly in another script. */
  readonly inSentences: ReadonlyMap<string, string>
  readonly katakanaMarks: readonly string[]
  readonly romajiMarks: { readonly sure: ReadonlySet<string>; readonly weak: ReadonlySet<string> }
  /** Names that stay as they are in a sentence in katakana: ライン, カカオ. */
  readonly names: ReadonlySet<string>
}

const LONGEST = 16
/** What may stand before and behind a word in hiragana. */
const BEFORE = /^$|[^ぁ-ゖー]|[はがをにでともの]/
const AFTER =
  /^(?:$|[^ぁ-ゖー]|[をはがにでのもかへと]|して|した|しま|する|くだ|下さ|まで|から|いただ|やって|しよう|お願|おねが|だけ|など|です|ある|いい|ない|なら|じゃ|って|もら|ほし|いた|ね|よ)/

/** でんわ番号, れんらく先 in any text. */
export const createKanaWords = (tables: ReadingTables): Step => {
  const compounds = new WordTree(tables.compounds, LONGEST)
  const words = new WordTree(tables.words, LONGEST)
  return {
    name: 'kana-word',
    edits(text) {
      const folded = fold(text)
      const edits: Edit[] = []
      for (let at = 0; at < text.length; at++) {
        const compound = longestAt(folded, at, compounds)
        const found = compound ?? wordAt(text, folded, at, words)
        if (found === undefined || text.slice(at, at + found.length) === found.word) continue
        edits.push({ start: at, end: at + found.length, to: found.word, disguise: false })
        at += found.length - 1
      }
      return edits
    },
  }
}

const wordAt = (text: string, folded: string, at: number, words: WordTree) => {
  const found = longestAt(folded, at, words)
  // In katakana (デンワ) such words are names of things, and tokens know them.
  if (found === undefined || !/[ぁ-ゖ]/.test(text[at]!)) return undefined
  if (/[ァ-ヺ]/.test(text.slice(at, at + found.length))) return undefined
  const isWord =
    BEFORE.test(text[at - 1] ?? '') && AFTER.test(text.slice(at + found.length, at + found.length + 4))
  return isWord ? found : undefined
}

const longestAt = (folded: string, at: number, words: WordTree) => {
  const length = words.longest(folded, at)
  return length < 2 ? undefined : { length, word: words.get(folded.slice(at, at + length))! }
}

const KATAKANA_STRETCH = /[ァ-ヺー][ァ-ヺー ・、。!?…\u3000]{6,400}/g
const LATIN_STRETCH = /[A-Za-zāīūēō' ,]{8,}/g
const SYLLABLE =
  /(?:[kgsztdnhbpmrywfj]|sh|ch|ts|[kgnhbpmr]y|kk|ssh?|tt|tch|pp|cch|n')?[aiueoāīūēō]|n(?![aiueoy])/iy

/** Whether a word in Latin letters is made of the syllables of Japanese. */
const isRomaji = (word: string): boolean => {
  for (let at = 0; at < word.length; at = SYLLABLE.lastIndex) {
    SYLLABLE.lastIndex = at
    if (!SYLLABLE.test(word)) return false
  }
  return word !== ''
}
/** So many of a sentence's words must read as Japanese, of a hundred. */
const ENOUGH = 70

/** Sentences that are wholly in katakana, or in Latin letters. */
export const createOtherScripts = (tables: ReadingTables): Step => {
  const all = new WordTree(new Map([...tables.inSentences, ...tables.words, ...tables.compounds]), LONGEST)
  return {
    name: 'other-script',
    edits: (text) =>
      [...katakanaSentences(text, tables, all), ...romajiSentences(text, tables, all)].sort(
        (a, b) => a.start - b.start,
      ),
  }
}

function katakanaSentences(text: string, tables: ReadingTables, words: WordTree): Edit[] {
  const edits: Edit[] = []
  for (const { 0: stretch, index } of text.matchAll(KATAKANA_STRETCH)) {
    const solid = stretch.replace(/[ \u3000]/g, '')
    if (solid.length < 7 || !tables.katakanaMarks.some((mark) => solid.includes(mark))) continue
    const folded = fold(stretch)
    for (let at = 0; at < stretch.length; ) {
      const start = index + at
      if (/[ \u3000]/.test(stretch[at]!)) {
        const isInside = /[ァ-ヺー]/.test(stretch[at - 1] ?? '') && /[ァ-ヺー]/.test(stretch[at + 1] ?? '')
        if (isInside) edits.push({ start, end: start + 1, to: '', disguise: false })
        at++
        continue
      }
      const name = nameAt(stretch, at, tables.names)
      const found = longestAt(folded, at, words)
      const length = Math.max(name, found?.length ?? 0)
      if (length > 0) {
        const to = name >= (found?.length ?? 0) ? stretch.slice(at, at + name) : found!.word
        if (to !== stretch.slice(at, at + length))
          edits.push({ start, end: start + length, to, disguise: false })
        at += length
        continue
      }
      if (folded[at] !== stretch[at]) edits.push({ start, end: start + 1, to: folded[at]!, disguise: false })
      at++
    }
  }
  return edits
}

/** The length of a service's name that begins here and is followed by a particle or the end. */
const nameAt = (stretch: string, at: number, names: ReadonlySet<string>): number => {
  for (let length = Math.min(LONGEST, stretch.length - at); length > 2; length--) {
    if (!names.has(stretch.slice(at, at + length))) continue
    if (
      /^(?:$|[ 、。!?デヲノハガニトモカヤナ\u3000]|アイディ|アカウント|グループ|コウカン|ツイカ)/.test(
        stretch.slice(at + length),
      )
    )
      return length
  }
  return 0
}

function romajiSentences(text: string, tables: ReadingTables, words: WordTree): Edit[] {
  const edits: Edit[] = []
  const { sure, weak } = tables.romajiMarks
  for (const { 0: stretch, index } of text.matchAll(LATIN_STRETCH)) {
    const parts = [...stretch.matchAll(/[A-Za-zāīūēō']+/g)]
    if (parts.length < 3) continue
    const lower = parts.map((part) => part[0].toLowerCase())
    const marks = new Set(lower.filter((word) => sure.has(word) || weak.has(word)))
    const japanese = lower.filter(isRomaji)
    if (marks.size < 2 || ![...marks].some((word) => sure.has(word))) continue
    if (japanese.length * 100 < lower.length * ENOUGH) continue
    edits.push(...readRomaji(stretch, index, parts, words))
  }
  return edits
}

/** Each word in kana, spaces between them gone, and what the dictionary knows in its usual script. */
function readRomaji(
  stretch: string,
  index: number,
  parts: readonly RegExpExecArray[],
  words: WordTree,
): Edit[] {
  const edits: Edit[] = []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!
    const start = part.index
    let end = start + part[0].length
    if (!isRomaji(part[0])) continue
    let kana = kanaOf(part[0])
    // 電話 番号 are one word of two.
    const next = parts[at + 1]
    const joined = next !== undefined && isRomaji(next[0]) ? kana + kanaOf(next[0]) : undefined
    if (joined !== undefined && words.has(joined)) {
      kana = joined
      end = next!.index + next![0].length
      at++
    }
    const space = /^ (?=[A-Za-z])/.test(stretch.slice(end)) ? 1 : 0
    edits.push({
      start: index + start,
      end: index + end + space,
      to: inUsualScript(kana, words),
      disguise: false,
    })
  }
  return edits
}

const kanaOf = (word: string): string =>
  toHiragana(
    word
      .toLowerCase()
      .replace(/[āīūēō]/g, (vowel) => ({ ā: 'aa', ī: 'ii', ū: 'uu', ē: 'ee', ō: 'ou' })[vowel]!),
  )
    .replace(/^wo$/, 'を')
    .replace(/^wa$/, 'は')

const inUsualScript = (kana: string, words: WordTree): string => {
  const folded = fold(kana)
  let out = ''
  for (let at = 0; at < folded.length; ) {
    const found = longestAt(folded, at, words)
    out += found?.word ?? folded[at]!
    at += found?.length ?? 1
  }
  return out === 'わ' ? 'は' : out
}
