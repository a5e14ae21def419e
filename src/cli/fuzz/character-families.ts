/** Ways to hide a word letter by letter. */
import * as alphabets from './alphabets.ts'
import { type Dress, dressed } from './alphabets.ts'
import type { Disguised, Family, TargetKind } from './family.ts'
import type { Random } from './random.ts'

const ANY: readonly TargetKind[] = ['name', 'email', 'phone', 'account']
const NAME: readonly TargetKind[] = ['name']

const dress = (id: string, title: string, by: Dress, targets = ANY, join = ''): Family => ({
  id,
  title,
  group: 'character',
  targets,
  apply: ({ words }) => wordsOf(dressed(words, by, join)),
})

const rewrite = (
  id: string,
  title: string,
  by: (words: string, random: Random) => string | undefined,
  targets = NAME,
  hint?: string,
): Family => ({
  id,
  title,
  group: 'character',
  targets,
  apply: ({ words }, random) => wordsOf(by(words, random), hint),
})

/** What a machine reads back: pasted into a decoder as it stands. */
const code = (
  id: string,
  title: string,
  by: (words: string) => string | undefined,
  targets = ANY,
): Family => ({ ...rewrite(id, title, by, targets), isCode: true })

/** Every letter of a name by its sign in a codebook. */
const spelled = (id: string, title: string, by: Dress, join = ''): Family => ({
  ...rewrite(id, title, (words) =>
    isLatin(words) && words.length > 3 ? dressed(words, by, join) : undefined,
  ),
  isCode: true,
})

function wordsOf(words: string | undefined, hint?: string): Disguised | undefined {
  if (words === undefined) return undefined
  return hint === undefined ? { words } : { words, hint }
}

const LETTER = /[\p{L}\p{N}ー]/u

const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'grapheme' })
/** As a reader counts them: a mark goes with its letter. */
const lettersOf = (words: string): string[] => [...SEGMENTER.segment(words)].map(({ segment }) => segment)

/** Something between every two letters; names of two letters and e-mail addresses come apart otherwise. */
const between = (words: string, what: (place: number) => string): string | undefined => {
  const letters = lettersOf(words).filter((letter) => letter !== ' ')
  if (letters.length < 3) return undefined
  return letters.map((letter, place) => (place === 0 ? letter : what(place) + letter)).join('')
}

/** Something at one place within the word. */
const inside =
  (what: string) =>
  (words: string, random: Random): string | undefined => {
    const letters = lettersOf(words)
    if (letters.length < 3) return undefined
    const place = 1 + random.integer(letters.length - 1)
    return letters.slice(0, place).join('') + what + letters.slice(place).join('')
  }

/** One letter within the word is replaced; the letter for the long vowel is too little to lose. */
const withoutOne = (words: string, mask: string, random: Random, edge = false): string | undefined => {
  const letters = [...words]
  const places = letters
    .map((_, place) => place)
    .filter((place) => LETTER.test(letters[place] as string) && letters[place] !== 'ー')
    .filter((place) => edge || (place > 0 && place < letters.length - 1))
  if (letters.length < 3 || places.length === 0) return undefined
  letters[random.pick(places)] = mask
  return letters.join('')
}

const oneOf = (words: string, by: Dress, random: Random): string | undefined => {
  const letters = [...words]
  const places = letters
    .map((_, place) => place)
    .filter((place) => (by(letters[place] as string) ?? letters[place]) !== letters[place])
  if (places.length === 0) return undefined
  const place = random.pick(places)
  letters[place] = by(letters[place] as string) as string
  return letters.join('')
}

const isKana = (words: string): boolean => /^[ァ-ヶー]+$/.test(words)
const isLatin = (words: string): boolean => /^[A-Za-z]+$/.test(words)

export const characterFamilies: readonly Family[] = [
  dress('E01', 'full width', alphabets.fullWidth),
  dress('E02', 'half-width kana', alphabets.halfWidthKana, NAME),
  dress('E03', 'circled', alphabets.circled),
  dress('E04', 'negative circled', alphabets.negativeCircled),
  dress('E04b', 'negative squared', alphabets.negativeSquared, NAME),
  dress('E05', 'squared', alphabets.squared, NAME),
  dress('E05b', 'parenthesised', alphabets.parenthesised, NAME),
  rewrite('E06', 'regional letters with spaces', (words) =>
    isLatin(words) ? dressed(words, alphabets.regional, ' ') : undefined,
  ),
  dress('E07', 'bold mathematical', alphabets.boldSans),
  dress('E07b', 'monospace mathematical', alphabets.monospace),
  dress('E07c', 'script mathematical', alphabets.boldScript, NAME),
  dress('E08', 'small capitals', alphabets.smallCapital, NAME),
  rewrite('E09', 'one Greek letter', (words, random) =>
    isLatin(words) ? oneOf(words, alphabets.greek, random) : undefined,
  ),
  rewrite('E09b', 'one Cyrillic letter', (words, random) =>
    isLatin(words) ? oneOf(words, alphabets.cyrillic, random) : undefined,
  ),
  rewrite('E09c', 'one digit or sign for a letter', (words, random) =>
    isLatin(words) && words.length > 3 ? oneOf(words, alphabets.leet, random) : undefined,
  ),
  rewrite('E10', 'kanji for kana', (words) =>
    isKana(words) && words.length > 3 ? dressed(words, alphabets.kanjiForKana) : undefined,
  ),
  rewrite('E11', 'zero-width spaces', (words) => between(words, () => '\u200b'), ANY),
  rewrite(
    'E11b',
    'soft hyphens and joiners',
    (words) => between(words, (place) => (place % 2 === 0 ? '\u00ad' : '\u2060')),
    ANY,
  ),
  rewrite('E11c', 'NUL inside', inside('\0')),
  rewrite(
    'E12',
    'struck through',
    (words) => dressed(words, (letter) => (LETTER.test(letter) ? `${letter}\u0336` : undefined)),
    ANY,
  ),
  rewrite('E12b', 'zalgo', (words, random) =>
    dressed(words, (letter) => (LETTER.test(letter) ? letter + zalgo(random) : undefined)),
  ),
  rewrite('E13', 'decomposed kana', (words) => changed(words, words.normalize('NFD'))),
  rewrite('E13b', 'split voicing marks', (words) =>
    changed(
      words,
      words
        .normalize('NFD')
        .replace(/\u3099/g, '゛')
        .replace(/\u309a/g, '゜'),
    ),
  ),
  dress('E14', 'keycaps', alphabets.keycap, ['phone']),
  dress('E15', 'Arabic digits', alphabets.arabicIndic, ['phone']),
  dress('E15b', 'Devanagari digits', alphabets.devanagari, ['phone']),
  dress('E16', 'superscript digits', alphabets.superscript, ['phone']),
  dress('E16b', 'subscript digits', alphabets.subscript, ['phone']),
  rewrite(
    'E18',
    'other hyphens',
    (words, random) =>
      changed(
        words,
        words.replace(/-/g, () => random.pick([...'‐‑–—―−ー─ｰ'])),
      ),
    ['phone'],
  ),
  rewrite('E19', 'small kana', (words, random) =>
    isKana(words) && words.length > 2 ? oneOf(words, alphabets.smallKana, random) : undefined,
  ),
  rewrite('E19b', 'drawn out', (words, random) => {
    if (!isKana(words) || words.length < 3) return undefined
    const place = 1 + random.integer(words.length - 1)
    return words.slice(0, place) + random.pick(['ー', '〜', '~']) + words.slice(place)
  }),
  rewrite('E19c', 'every letter twice', (words) =>
    isLatin(words) && words.length > 3 ? [...words].map((letter) => letter + letter).join('') : undefined,
  ),
  rewrite(
    'E20',
    'backwards, and said so',
    (words) => (words.length > 2 ? changed(words, lettersOf(words).reverse().join('')) : undefined),
    NAME,
    '(逆から読んでください)',
  ),
  code('E21', 'HTML entities', (words) => [...words].map((letter) => `&#${letter.codePointAt(0)};`).join('')),
  code('E21b', 'percent-encoded', (words) =>
    [...new TextEncoder().encode(words)].map((byte) => `%${hex(byte)}`).join(''),
  ),
  code('E21c', 'escapes', (words) =>
    [...words]
      .map((letter) => {
        const point = (letter.codePointAt(0) as number).toString(16)
        return point.length > 4 ? `\\u{${point}}` : `\\u${point.padStart(4, '0')}`
      })
      .join(''),
  ),
  code('E22', 'Base64', base64, NAME),
  code('E22b', 'hex', (words) => [...new TextEncoder().encode(words)].map(hex).join(' '), ['name', 'email']),
  spelled('E22c', 'spelling alphabet', alphabets.nato, ' '),
  spelled('E22d', 'Braille', alphabets.braille),
  spelled('E22e', 'runes', alphabets.runes),
  rewrite('E30', 'one letter masked by a circle', (words, random) =>
    withoutOne(words, random.pick([...'〇○◯●']), random),
  ),
  rewrite('E30b', 'one letter masked by a sign', (words, random) =>
    withoutOne(words, random.pick([...'*×■★♥']), random),
  ),
  rewrite('E31', 'dots between', (words) => between(words, () => '.')),
  rewrite('E31b', 'spaces between', (words) => between(words, () => ' ')),
  rewrite('E31c', 'any sign between', (words, random) => {
    const sign = random.pick([...'・/-_*|+~★♪☆'])
    return between(words, () => sign)
  }),
  rewrite('E31d', 'full stops between', (words) => between(words, () => '。')),
  rewrite('E32', 'one letter a line', (words) => {
    const apart = between(words, () => '\n')
    return apart === undefined ? undefined : `\n${apart}\n`
  }),
  rewrite('E32b', 'a line end inside', inside('\n')),
  rewrite('E33b', 'names of letters', (words) =>
    isLatin(words) && words.length > 2 ? dressed(words, alphabets.letterName) : undefined,
  ),
  rewrite('E33c', 'names of letters with dots', (words) =>
    isLatin(words) && words.length > 2 ? dressed(words, alphabets.letterName, '・') : undefined,
  ),
  rewrite('E33', 'hiragana', (words) => (isKana(words) ? dressed(words, alphabets.hiragana) : undefined)),
]

/** Shorter ones are words that nobody decodes. */
const SHORTEST_BASE64 = 12

function base64(words: string): string | undefined {
  const encoded = btoa(String.fromCharCode(...new TextEncoder().encode(words)))
  return encoded.length < SHORTEST_BASE64 ? undefined : encoded
}

const changed = (words: string, other: string): string | undefined => (words === other ? undefined : other)
const hex = (byte: number): string => byte.toString(16).padStart(2, '0')

const zalgo = (random: Random): string =>
  Array.from({ length: 1 + random.integer(3) }, () =>
    String.fromCodePoint(0x300 + random.integer(0x30)),
  ).join('')
