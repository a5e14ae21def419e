/**
 * Word classes: what `{contact}` in a pattern stands for. Authored in dictionaries/words/*.yaml as plain words; here
 * they become a table that annotates a text in one pass over its tokens.
 */

import type { Token, Tokenizer } from '../morph/token.ts'
import { append } from '../text/append.ts'
import { Beginnings } from '../text/beginnings.ts'
import type { Span } from '../text/span.ts'
import { NO_NODE, UnitTrie } from '../text/unit-trie.ts'

/**
 * class → its words: a verb or adjective in its base form matches all its inflections, one in its plain negative
 * (払わない, センスがない) all its negatives (払いません, 払わず, センスがありません), any other word as it is.
 */
export type WordClassSpec = Readonly<Record<string, readonly string[]>>

export interface WordTable {
  readonly names: ReadonlySet<string>
  /** class → where its words stand. `folded` is the case-folded plain text that the tokens are of. */
  annotate(folded: string, tokens: readonly Token[]): ReadonlyMap<string, readonly Span[]>
}

interface Entry {
  readonly className: string
  /** Whether the word may start, end inside a token: authored `*先` and `連絡*`. */
  readonly anyStart: boolean
  readonly anyEnd: boolean
}

interface Inflected {
  readonly className: string
  /** Whether only its negative is meant. */
  readonly negative: boolean
  /** What stands before the inflected word: お役に for お役に立つ. */
  readonly prefix: string
}

const INFLECTING = new Set(['動詞', '形容詞'])
/** What base forms of IPADIC's verbs and adjectives end in (いい, ええ, かっこいー, あり, 得): most words need no tokens. */
const BASE_FORM_END = /[いうえくぐすつづぬふぶむりるイー得]$/
/** お, ご, 御. */
const isHonorific = (unit: number): boolean => unit === 0x304a || unit === 0x3054 || unit === 0x5fa1

const ROW = 'うくぐすつぬぶむる'
const COLUMN = 'えけげせてねべめれ'

const hasPotential = ({ conjugationType, baseForm }: Token): boolean =>
  conjugationType.startsWith('五段') && ROW.includes(baseForm.slice(-1))

/** 話す → 話せる: the potential of a five-row verb is a word of its own in IPADIC. */
const potentialOf = (verb: string): string => `${verb.slice(0, -1)}${COLUMN[ROW.indexOf(verb.slice(-1))]}る`

/** The verb that an authored negative is of: 払う for 払わない; ある for センスがない. */
function negatedIn(tokens: readonly Token[]): readonly [start: number, verb?: string] | undefined {
  const last = tokens.at(-1)
  if (last?.surface !== 'ない') return undefined
  const verb = tokens.at(-2)
  if (last.pos[0] === '形容詞') return verb?.pos[0] === '助詞' ? [last.start] : undefined
  return verb?.pos[0] === '動詞' ? [verb.start, verb.baseForm] : undefined
}

/** The end of the negative that stands behind the verb: ない, ず, ません. */
function endOfNegative(tokens: readonly Token[], verb: number): number | undefined {
  const next = tokens[verb + 1]
  if (next?.pos[0] !== '助動詞') return undefined
  const last = next.baseForm === 'ます' && next.surface === 'ませ' ? tokens[verb + 2] : next
  return last !== undefined && NEGATIVE.has(last.baseForm) ? last.end : undefined
}

const NEGATIVE: ReadonlySet<string> = new Set(['ない', 'ぬ', 'ん', 'ず'])

/** What the tokens of words say of their inflection. */
export interface Inflections {
  /**
   * By class: a character for each of its words. The code of `0` plus where the word's verb or adjective begins, twice
   * that, and one more where it has a potential (お役に立つ: 7); AS_IT_IS for one that does not inflect.
   */
  readonly inflecting: Readonly<Record<string, string>>
  /** Word → where its negated verb begins, and the verb, where it is not ある: 見直さない is [0, 見直す], センスがない [4]. */
  readonly negated: Readonly<Record<string, readonly [start: number, verb?: string]>>
}

const AS_IT_IS = '-'
const FIRST_PLACE = '0'.charCodeAt(0)
/** What センスがない is the negative of, as it is and politely. */
const BEING = ['ある', 'ござる']

/** Cuts the words into tokens: most of the time that a table takes, so the build does it. */
export function inflectionsOf(
  spec: WordClassSpec,
  tokenizer: Tokenizer,
  normalize: (text: string) => string,
): Inflections {
  const negated: Record<string, readonly [number, string?]> = {}
  const inflectingOf = (authored: string): string => {
    const { word, anyEnd } = wordOf(authored, normalize)
    if (anyEnd || !BASE_FORM_END.test(word)) return AS_IT_IS
    const tokens = tokenizer.tokenize(word)
    const last = tokens.at(-1)
    const negative = negatedIn(tokens)
    if (negative !== undefined) negated[word] = negative
    return last !== undefined &&
      INFLECTING.has(last.pos[0]) &&
      last.origin !== 'unknown' &&
      last.surface === last.baseForm
      ? String.fromCharCode(FIRST_PLACE + 2 * last.start + (hasPotential(last) ? 1 : 0))
      : AS_IT_IS
  }
  const inflecting = Object.fromEntries(
    Object.entries(spec).map(([name, words]) => [name, words.map(inflectingOf).join('')]),
  )
  return { inflecting, negated }
}

/** An authored word: `*先` may start, `連絡*` end inside a token. */
function wordOf(authored: string, normalize: (text: string) => string) {
  const anyStart = authored.startsWith('*')
  const anyEnd = authored.endsWith('*')
  const word = normalize(authored.slice(anyStart ? 1 : 0, anyEnd ? -1 : undefined))
  return { word, anyStart, anyEnd }
}

/** @param inflections what inflectionsOf() gave for these words. */
export function compileWordClasses(
  spec: WordClassSpec,
  inflections: Inflections,
  normalize: (text: string) => string,
): WordTable {
  const negated = new Map(Object.entries(inflections.negated))
  const trie = new UnitTrie()
  const beginnings = new Beginnings()
  const entriesAt: (readonly Entry[])[] = []
  const inflected = new Map<string, Inflected[]>()
  /** First code units of words that may start inside a token. */
  const anywhere = new Uint8Array(0x10000)

  const addLiteral = (word: string, alone: readonly [Entry]) => {
    const node = trie.add(word)
    beginnings.add(word)
    if (alone[0].anyStart) anywhere[word.charCodeAt(0)] = 1
    const entries = entriesAt[node]
    entriesAt[node] = entries === undefined ? alone : [...entries, ...alone]
  }

  for (const [className, words] of Object.entries(spec)) {
    // Thousands of words are of one class each and share its entry, by whether they may start and end inside a token.
    const entryOf = [false, true].map((anyStart) =>
      [false, true].map((anyEnd): [Entry] => [{ className, anyStart, anyEnd }]),
    )
    const inflecting = inflections.inflecting[className]!
    for (const [index, authored] of words.entries()) {
      const { word, anyStart, anyEnd } = wordOf(authored, normalize)
      if (word === '') continue
      const negative = anyEnd ? undefined : negated.get(word)
      if (negative !== undefined) {
        const [start, verb] = negative
        const prefix = word.slice(0, start)
        for (const one of verb === undefined ? BEING : [verb])
          append(inflected, one, { className, prefix, negative: true })
      }
      const inflects = inflecting[index] !== AS_IT_IS
      if (inflects) {
        const place = inflecting.charCodeAt(index) - FIRST_PLACE
        const verb = word.slice(place >> 1)
        const prefix = word.slice(0, place >> 1)
        append(inflected, verb, { className, prefix, negative: false })
        if ((place & 1) === 1) append(inflected, potentialOf(verb), { className, prefix, negative: false })
      }
      // ない is an adjective or an ending, as the words around it have it.
      if (!inflects || negative !== undefined) addLiteral(word, entryOf[Number(anyStart)]![Number(anyEnd)]!)
    }
  }

  return {
    names: new Set(Object.keys(spec)),
    annotate(folded, tokens) {
      const found = new Map<string, Span[]>()
      const starts = new Uint8Array(folded.length + 1)
      const ends = new Uint8Array(folded.length + 1)
      for (const token of tokens) {
        starts[token.start] = 1
        ends[token.end] = 1
      }
      const add = (className: string, start: number, end: number) => {
        let spans = found.get(className)
        if (spans === undefined) {
          spans = []
          found.set(className, spans)
        }
        spans.push({ start, end })
        // お話, ご連絡: with and without the prefix, so that a pattern need not say so.
        if (isHonorific(folded.charCodeAt(start - 1))) spans.push({ start: start - 1, end })
      }
      for (let at = 0; at < folded.length; at++) {
        const unit = folded.charCodeAt(at)
        // お問い合わせ is one token, 問い合わせ another: a word may start behind the prefix too.
        const isStart =
          starts[at] === 1 || (at > 0 && starts[at - 1] === 1 && isHonorific(folded.charCodeAt(at - 1)))
        if ((!isStart && anywhere[unit] === 0) || !beginnings.mayBeAt(folded, at)) continue
        let node = trie.first(unit)
        for (let end = at + 1; node !== NO_NODE; end++) {
          const entries = entriesAt[node]
          if (entries !== undefined) {
            for (const entry of entries)
              if ((isStart || entry.anyStart) && (entry.anyEnd || ends[end] === 1))
                add(entry.className, at, end)
          }
          node = end < folded.length ? trie.step(node, folded.charCodeAt(end)) : NO_NODE
        }
      }
      for (let index = 0; index < tokens.length; index++) {
        const token = tokens[index]!
        if (!INFLECTING.has(token.pos[0])) continue
        for (const { className, prefix, negative } of inflected.get(token.baseForm) ?? []) {
          const start = token.start - prefix.length
          const end = negative ? endOfNegative(tokens, index) : token.end
          if (end === undefined) continue
          if (prefix === '' || (folded.startsWith(prefix, start) && starts[start] === 1))
            add(className, start, end)
        }
      }
      return found
    },
  }
}
