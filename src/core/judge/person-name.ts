/**
 * Whether two names mean the same person or company: variants of characters (渡邊, 渡辺), kana and romaji of the same
 * reading, family name alone, with or without company form and title.
 */
import { isKana, isRomaji, toKatakana, toRomaji } from 'wanakana'
import type { Document } from './document.ts'

export interface NameWords {
  /** Characters of one shape each: 辺邊邉; the first stands for all. */
  readonly variants: readonly string[]
  /** 様, さん, … */
  readonly honorifics: readonly string[]
  /** 株式会社, … */
  readonly companyForms: readonly string[]
  /** What is said beside a name: 代表取締役, ご担当者, … */
  readonly titles: readonly string[]
}

/** A name made ready for comparing. */
export interface NameForm {
  /** Without spaces, company form, title and honorific, in one shape of characters. */
  readonly core: string
  /** Its parts where it was written with spaces: family name and given name. */
  readonly parts: readonly string[]
  /** Katakana, where the whole reading is known. */
  readonly reading: string | undefined
  readonly isCompany: boolean
  /** It is an account's name: gen_san. */
  readonly isHandle: boolean
  /** Where the dictionary cuts the name, from its start (UTF-16 code units): 田中|花子, but 小野寺. */
  readonly cuts: ReadonlySet<number>
}

const HAN = /\p{Script=Han}/u
const LATIN = /[a-z]/

export class NameComparer {
  private readonly shape = new Map<string, string>()
  private readonly beside: RegExp
  private readonly company: RegExp

  constructor(words: NameWords) {
    for (const variants of words.variants) {
      const [first, ...rest] = [...variants]
      for (const other of rest) this.shape.set(other, first!)
    }
    const any = (list: readonly string[]) =>
      [...list]
        .sort((a, b) => b.length - a.length)
        .map((word) => word.replace(/[()]/g, '\\$&'))
        .join('|')
    this.company = new RegExp(any(words.companyForms), 'u')
    this.beside = new RegExp(
      `${any(words.companyForms)}|(?:御|ご)?(?:${any(words.titles)})|(?:${any(words.honorifics)})$`,
      'gu',
    )
  }

  form(document: Document): NameForm {
    const text = document.folded.trim()
    const parts = text
      .split(/[\s・/_.-]+/)
      .map((part) => this.shaped(part.replace(this.beside, '')))
      .filter((part) => part !== '')
    return {
      core: parts.join(''),
      parts,
      reading: readingOf(document, this.beside),
      isCompany: this.company.test(text),
      isHandle: /[0-9_]/.test(text),
      cuts: new Set(document.tokens.map((token) => token.end)),
    }
  }

  private shaped(text: string): string {
    return [...text].map((character) => this.shape.get(character) ?? character).join('')
  }

  /** `undefined` where the two are written so differently that nobody can tell. */
  isSame(known: NameForm, other: NameForm): boolean | undefined {
    if (known.core === '' || other.core === '') return undefined
    if (isPart(known, other) || isPart(other, known)) return true
    const isWritten = (form: NameForm) => HAN.test(form.core)
    if (isWritten(known) && isWritten(other)) return false
    if (isUnlike(known.core, other.core)) return false
    if (LATIN.test(known.core) && isKana(other.core)) return soundsLikePart(known, other)
    if (known.isHandle) return sounds(known, other) ? true : undefined
    if (known.reading === undefined || other.reading === undefined) return undefined
    return sounds(known, other)
  }
}

/** Two names in one script that share no more than their first two letters: Lily_ch and Lisa, アステル精工 and アルテオ. */
function isUnlike(known: string, other: string): boolean {
  for (const script of [/^[a-z]{3,}/u, /^[ァ-ヶー]{3,}/u]) {
    const a = script.exec(known)?.[0]
    const b = script.exec(other)?.[0]
    if (a === undefined || b === undefined) continue
    // A nickname, a short form, another spelling of the same sounds.
    return !(a.startsWith(b.slice(0, 3)) || b.startsWith(a.slice(0, 3)) || a.includes(b) || b.includes(a))
  }
  return false
}

/** Whether the other is the whole name, or its family name or given name; 小野 is no part of 小野寺. */
function isPart(name: NameForm, part: NameForm): boolean {
  if (!holds(name.core, part.core)) return false
  if (
    name.core === part.core ||
    name.isCompany ||
    part.isCompany ||
    !/^\p{Script=Han}{2,5}$/u.test(name.core)
  )
    return true
  const cut = name.core.startsWith(part.core) ? part.core.length : name.core.length - part.core.length
  return name.parts.length > 1 || name.cuts.has(cut)
}

/** Whether the name holds the other as one of its ends, so that 林 is not 小林's. */
const holds = (name: string, part: string): boolean =>
  name === part || (part.length > 1 && (name.startsWith(part) || name.endsWith(part)))

/** Katakana of a name; a romaji name's too. */
function readingOf(document: Document, beside: RegExp): string | undefined {
  const text = document.folded.replace(beside, '').replace(/[\s・/.-]+/g, '')
  if (text === '') return undefined
  if (isKana(text)) return toKatakana(text)
  if (LATIN.test(text)) {
    if (!isRomaji(text)) return undefined
    const kana = toKatakana(text)
    return LATIN.test(kana) ? undefined : kana
  }
  let reading = ''
  for (const token of document.tokens) {
    if (token.pos[0] === '記号' || token.surface.replace(beside, '') === '') continue
    if (token.reading === undefined || token.reading === '*') return undefined
    reading += token.reading
  }
  return reading
}

/** One spelling of a reading: voicing, long vowels and the systems of romaji are no difference between names. */
const spelt = (reading: string): string =>
  (LATIN.test(reading) ? reading : toRomaji(toKatakana(reading)))
    .replace(/ou|oo|oh/g, 'o')
    .replace(/uu/g, 'u')
    .replace(/sh|sy/g, 's')
    .replace(/ch|ty|ts/g, 't')
    .replace(/j|zy/g, 'z')
    .replace(/f/g, 'h')
    .replace(/[-'^]/g, '')
    .replace(/[gzdbp]/g, (voiced) => ({ g: 'k', z: 's', d: 't', b: 'h', p: 'h' })[voiced]!)
    .replace(/m(?=[hbp])/g, 'n')

/**
 * Whether a nickname in kana begins as a part of the name in Latin letters does, spelt however: ココア and cocoa_design,
 * ラン and Nguyen Thi Lan. `undefined` where it is elsewhere in it.
 */
function soundsLikePart({ parts, core }: NameForm, other: NameForm): boolean | undefined {
  const latin = (text: string) =>
    spelt(text).replace(/[cq]/g, 'k').replace(/l/g, 'r').replace(/[vw]/g, 'b').replace(/y/g, 'i')
  const nickname = latin(toRomaji(other.core))
  if (parts.some((part) => latin(part).slice(0, 2) === nickname.slice(0, 2))) return true
  return latin(core).includes(nickname.slice(0, 3)) ? undefined : false
}

function sounds(known: NameForm, other: NameForm): boolean {
  const spelling = (form: NameForm) => spelt(form.reading ?? form.core.replace(/[0-9_]/g, ''))
  const a = spelling(known)
  const b = spelling(other)
  return holds(a, b) || holds(b, a) || (b.length > 3 && a.includes(b))
}
