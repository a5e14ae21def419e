/**
 * The names of services in every form in which they are looked for: as they are, backwards, in ROT13, in romaji, typed
 * on a keyboard that was set to the other script (りにみい for LINE).
 */
import { toRomaji } from 'wanakana'
import { symbolOf } from './glyphs.ts'
import type { Capability } from './mention.ts'
import type { Name, Service, Strength } from './service.ts'

/** What people are asked to move to, or away from; nobody hides the name of an encyclopaedia. */
const HIDEABLE: ReadonlySet<Capability> = new Set([
  'messenger',
  'social',
  'meeting',
  'cloud',
  'transfer',
  'hub',
  'shop',
  'payment',
  'mail',
  'market',
  'self',
])
/** Where names are short and the ways to turn them many, only what carries contact is worth it. */
const TURNABLE: ReadonlySet<Capability> = new Set(['messenger', 'social', 'meeting', 'mail', 'payment'])
const LETTER = /^[\p{L}\p{N}ー]$/u
/** Shorter names come about by chance. */
const SHORTEST_TURNED = 4
const SHORTEST_REVERSED_KANA = 3
const SHORTEST_TYPED = 3

/**
 * @param keys the kana of each Latin key, as large katakana.
 * @param romaji what romajiOfNames() gave for these services; without it their romaji are made here.
 */
export function namesOf(
  services: readonly Service[],
  keys: ReadonlyMap<string, string>,
  romaji: Romaji = NO_ROMAJI,
): readonly Name[] {
  const names: Name[] = []
  const letterOf = letterReader()
  const other = new Map([...[...keys].map(([key, kana]) => [kana, key] as const), ...keys])
  for (const service of services) {
    const add = (aliases: readonly string[], strength: Strength): void => {
      for (const alias of aliases) {
        const name = nameOf(service, alias, strength, letterOf)
        names.push(name)
        if (strength !== 'code') addTurned(names, name, other, romaji, letterOf)
      }
    }
    add(service.aliases, 'sure')
    add(service.weak, 'weak')
    add(service.code_words, 'code')
  }
  return names
}

/** @param other by letter: what its key writes in the other script */
function addTurned(
  names: Name[],
  name: Name,
  other: ReadonlyMap<string, string>,
  romaji: Romaji,
  letterOf: LetterOf,
): void {
  const { service, alias, letters, gaps, script } = name
  const isTurnable = TURNABLE.has(service.capability)
  const struck = isTurnable && letters.length >= SHORTEST_TYPED ? struckOn(letters, other) : undefined
  if (struck !== undefined)
    names.push(
      turned(
        name,
        struck,
        gaps.map(() => false),
        'typed',
      ),
    )
  if (!name.hideable) return
  const isReversible = letters.length >= (script === 'latin' ? SHORTEST_TURNED : SHORTEST_REVERSED_KANA)
  if (isReversible && letters.some((letter, at) => letter !== letters[letters.length - 1 - at]))
    names.push(turned(name, [...letters].reverse(), [...gaps].reverse(), 'reversed'))
  if (!isTurnable) return
  if (script === 'latin' && letters.length >= SHORTEST_TURNED)
    names.push(turned(name, letters.map(rotate), gaps, 'rotated'))
  if (!isKatakana(alias)) return
  for (const word of romaji[alias] ?? romajiOf(alias)) {
    if (word.length < SHORTEST_TURNED) continue
    const read = nameOf(service, word, 'weak', letterOf)
    names.push(turned(read, read.letters, read.gaps, 'romaji'))
  }
}

/** Field by field: a start makes thousands of them. */
const turned = (
  { service, alias, strength, script, hideable }: Name,
  letters: readonly string[],
  gaps: readonly boolean[],
  how: Name['turned'],
): Name => ({ service, alias, strength, letters, gaps, script, turned: how, hideable })

/** What comes out where the keys of a name are struck in the other script; nothing where one has no key. */
function struckOn(letters: readonly string[], other: ReadonlyMap<string, string>): string[] | undefined {
  const struck: string[] = []
  for (const letter of letters) {
    const key = other.get(letter)
    if (key === undefined) return undefined
    struck.push(key)
  }
  return struck
}

function nameOf(service: Service, alias: string, strength: Strength, letterOf: LetterOf): Name {
  const letters: string[] = []
  const gaps: boolean[] = []
  let isApart = false
  let script: Name['script'] | undefined
  for (const character of alias) {
    const letter = letterOf(character)
    if (letter === undefined) {
      isApart = true
      continue
    }
    if (letters.length > 0) gaps.push(isApart)
    isApart = false
    letters.push(letter.symbol)
    script = script === undefined || script === letter.script ? letter.script : 'other'
  }
  return {
    service,
    alias,
    strength,
    letters,
    gaps,
    script: script ?? 'other',
    turned: undefined,
    hideable: HIDEABLE.has(service.capability),
  }
}

interface Letter {
  readonly symbol: string
  readonly script: Name['script']
}

/** The letter that a character of a name is; what is none only sets letters apart. */
type LetterOf = (character: string) => Letter | undefined

/** Thousands of names are written with some hundreds of characters: each is looked at once. */
function letterReader(): LetterOf {
  const known = new Map<string, Letter | undefined>()
  return (character) => {
    if (!known.has(character)) known.set(character, readLetter(character))
    return known.get(character)
  }
}

function readLetter(character: string): Letter | undefined {
  if (!LETTER.test(character)) return undefined
  const symbol = symbolOf(character)
  const script = /^[ァ-ヺー]$/.test(symbol) ? 'kana' : /^[a-z]$/.test(symbol) ? 'latin' : 'other'
  return { symbol, script }
}

function rotate(letter: string): string {
  const point = letter.charCodeAt(0)
  return point >= 0x61 && point <= 0x7a ? String.fromCharCode(((point - 0x61 + 13) % 26) + 0x61) : letter
}

/** Name in katakana → its romaji. */
export type Romaji = Readonly<Record<string, readonly string[]>>
const NO_ROMAJI: Romaji = {}

/** The romaji of all names that are looked for in it: made with the data, for they take a part of a browser's start. */
export const romajiOfNames = (services: readonly Service[]): Romaji =>
  Object.fromEntries(
    services
      .filter(({ capability }) => HIDEABLE.has(capability) && TURNABLE.has(capability))
      .flatMap(({ aliases, weak }) => [...aliases, ...weak])
      .filter(isKatakana)
      .map((alias) => [alias, romajiOf(alias)]),
  )

const isKatakana = (alias: string): boolean => /^[ァ-ヺー]+$/.test(alias)

/** ズーム: zuumu, zumu, zu-mu. */
function romajiOf(kana: string): readonly string[] {
  const long = toRomaji(kana)
  return [...new Set([long, toRomaji(kana.replaceAll('ー', '')), long.replace(/([aiueo])\1/g, '$1')])].filter(
    (word) => /^[a-z]+$/.test(word),
  )
}
