/** Services that are described instead of named: 緑のアプリ, 友だち追加できるトークアプリ, つぶやくやつ. */
import { Beginnings } from '../text/beginnings.ts'
import type { Span } from '../text/span.ts'
import type { Service } from './service.ts'

export interface Description {
  readonly service: Service
  readonly span: Span
}

export interface DescriptionTables {
  /** Named lists of words that patterns share. */
  readonly classes: Readonly<Record<string, readonly string[]>>
  /** Service id → patterns; see `compile`. */
  readonly services: Readonly<Record<string, readonly string[]>>
}

export class Descriptions {
  private readonly compiled: readonly Compiled[]
  /** By code unit: which of them may begin with it, a bit each. */
  private readonly byUnit = new Int32Array(0x10000)
  /** Of all; nothing where it is not known what one begins with. */
  private readonly beginnings: Beginnings | undefined

  constructor(tables: DescriptionTables, services: readonly Service[]) {
    this.compiled = Object.entries(tables.services).map(([id, patterns]) => {
      const service = services.find((one) => one.id === id)
      if (service === undefined) throw new RangeError(`no service ${id}`)
      const source = patterns.map((pattern) => `(?:${compile(pattern, tables.classes)})`).join('|')
      return { service, pattern: new RegExp(source.toLowerCase(), 'y') }
    })
    if (this.compiled.length > MOST) throw new RangeError(`more than ${MOST} services are described`)
    const beginnings = new Beginnings()
    let areKnown = true
    for (const [number, patterns] of Object.values(tables.services).entries()) {
      const words = new Set<string>()
      const isKnown = patterns.every((pattern) => addBeginnings(pattern, tables.classes, words))
      areKnown &&= isKnown
      if (!isKnown) for (let unit = 0; unit < 0x10000; unit++) this.byUnit[unit]! |= 1 << number
      for (const word of words) {
        this.byUnit[word.charCodeAt(0)]! |= 1 << number
        beginnings.add(word)
      }
    }
    this.beginnings = areKnown ? beginnings : undefined
  }

  find(text: string): readonly Description[] {
    const lower = text.toLowerCase()
    // A few characters change their length with their case (İ); positions matter more than those.
    const folded = lower.length === text.length ? lower : text
    /** By service, in the order of their start; nothing where none is described. */
    let found: Description[][] | undefined
    for (let at = 0; at < folded.length; at++) {
      if (this.beginnings?.mayBeAt(folded, at) === false) continue
      for (let bits = this.byUnit[folded.charCodeAt(at)]!; bits !== 0; bits &= bits - 1) {
        const number = 31 - Math.clz32(bits & -bits)
        if (found !== undefined && (found[number]!.at(-1)?.span.end ?? 0) > at) continue
        const { service, pattern } = this.compiled[number]!
        pattern.lastIndex = at
        if (!pattern.test(folded)) continue
        found ??= this.compiled.map(() => [])
        found[number]!.push({ service, span: { start: at, end: pattern.lastIndex } })
      }
    }
    return found?.flat() ?? NOTHING
  }
}

const NOTHING: readonly Description[] = []

interface Compiled {
  readonly service: Service
  readonly pattern: RegExp
}

/** Of which each has a bit. */
const MOST = 31

/**
 * Adds the words with which a match may begin.
 *
 * @returns whether all of them are known: not where the pattern begins with a gap or something else of a regular expression
 */
function addBeginnings(
  pattern: string,
  classes: Readonly<Record<string, readonly string[]>>,
  words: Set<string>,
): boolean {
  const add = (word: string): void => {
    // A case that one script has and the other has not must not hide it.
    for (const one of [word, word.toLowerCase()]) words.add(one)
  }
  for (let rest = pattern; ; ) {
    const set = /^\{([^{}]+)\}(\??)/.exec(rest)
    if (set !== null) {
      const alternatives = classes[set[1]!] ?? set[1]!.split('|')
      if (/^\d+$/.test(set[1]!) || alternatives.some((word) => word === '')) return false
      for (const word of alternatives) add(word)
      if (set[2] === '') return true
      rest = rest.slice(set[0].length)
      continue
    }
    const letter = /^([^.*+?^${}()|[\]\\])(\??)/.exec(rest)
    if (letter === null) return false
    // What is repeated or a half of a pair is no letter of its own.
    if (/^[*+{]/.test(rest.slice(1)) || /^[\ud800-\udfff]/.test(rest)) return false
    add(letter[1]!)
    if (letter[2] === '') return true
    rest = rest.slice(letter[0].length)
  }
}

/**
 * `{class}` and `{a|b}` are alternatives, `..8` is a gap within a sentence, `?` makes what stands before it optional;
 * the rest is a regular expression of one fixed length. No repetition, so matching takes linear time.
 */
function compile(pattern: string, classes: Readonly<Record<string, readonly string[]>>): string {
  return pattern
    .replace(/\{([^{}]+)\}/g, (whole, inner: string) => {
      if (/^\d+$/.test(inner)) return whole
      const words = classes[inner] ?? inner.split('|')
      return `(?:${[...words]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|')})`
    })
    .replace(/\.\.(\d{1,2})/g, (_, most: string) => `[^。!?！？\\n]{0,${most}}?`)
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
