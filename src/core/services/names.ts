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
  const other = new Map([...[...keys].map(([key, kana]) => [kana, key] as const), ...keys])
  const typed = (name: Name): readonly Name[] => typedForms(name, other)
  return services.flatMap((service) =>
    [
      ...service.aliases.flatMap((alias) => formsOf(service, alias, 'sure', romaji)),
      ...service.weak.flatMap((alias) => formsOf(service, alias, 'weak', romaji)),
      ...service.code_words.flatMap((alias) => formsOf(service, alias, 'code', romaji)),
    ].flatMap((name) => [name, ...typed(name)]),
  )
}

/**
 * What comes out where the keys of a name are struck in the other script.
 *
 * @param other by letter: what its key writes in the other script
 */
function typedForms(name: Name, other: ReadonlyMap<string, string>): readonly Name[] {
  const { service, letters, strength, turned } = name
  if (turned !== undefined || strength === 'code' || !TURNABLE.has(service.capability)) return []
  if (letters.length < SHORTEST_TYPED) return []
  const struck = letters.map((letter) => other.get(letter))
  if (struck.some((letter) => letter === undefined)) return []
  return [{ ...name, letters: struck as string[], gaps: letters.slice(1).map(() => false), turned: 'typed' }]
}

function formsOf(service: Service, alias: string, strength: Strength, romaji: Romaji): readonly Name[] {
  const name = nameOf(service, alias, strength)
  if (strength === 'code' || !name.hideable) return [name]
  const count = name.letters.length
  const turned: Name[] = []
  const isReversible = name.script === 'latin' ? count >= SHORTEST_TURNED : count >= SHORTEST_REVERSED_KANA
  const backwards = [...name.letters].reverse()
  if (isReversible && backwards.join('') !== name.letters.join('')) {
    turned.push({ ...name, letters: backwards, gaps: [...name.gaps].reverse(), turned: 'reversed' })
  }
  if (!TURNABLE.has(service.capability)) return [name, ...turned]
  if (name.script === 'latin' && count >= SHORTEST_TURNED) {
    turned.push({ ...name, letters: name.letters.map(rotate), turned: 'rotated' })
  }
  if (isKatakana(alias)) {
    for (const word of romaji[alias] ?? romajiOf(alias)) {
      if (word.length >= SHORTEST_TURNED) turned.push({ ...nameOf(service, word, 'weak'), turned: 'romaji' })
    }
  }
  return [name, ...turned]
}

function nameOf(service: Service, alias: string, strength: Strength): Name {
  const letters: string[] = []
  const gaps: boolean[] = []
  let isApart = false
  for (const character of alias) {
    if (!LETTER.test(character)) {
      isApart = true
      continue
    }
    if (letters.length > 0) gaps.push(isApart)
    isApart = false
    letters.push(symbolOf(character))
  }
  const kinds = new Set(letters.map(scriptOf))
  return {
    service,
    alias,
    strength,
    letters,
    gaps,
    script: kinds.size === 1 ? ([...kinds][0] as Name['script']) : 'other',
    turned: undefined,
    hideable: HIDEABLE.has(service.capability),
  }
}

const scriptOf = (symbol: string): Name['script'] =>
  /^[ァ-ヺー]$/.test(symbol) ? 'kana' : /^[a-z]$/.test(symbol) ? 'latin' : 'other'

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
