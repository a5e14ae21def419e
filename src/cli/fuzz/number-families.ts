/** Ways to hide a telephone number. */
import { daijiDigit, dressed, kanjiDigit } from './alphabets.ts'
import type { Disguised, Family } from './family.ts'
import type { Random } from './random.ts'

const READINGS = ['ゼロ', 'イチ', 'ニ', 'サン', 'ヨン', 'ゴ', 'ロク', 'ナナ', 'ハチ', 'キュー']
const IN_HIRAGANA = ['ぜろ', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう']

const family = (
  id: string,
  title: string,
  by: (number: string, random: Random) => string | undefined,
  hint?: string,
): Family => ({
  id,
  title,
  group: 'number',
  targets: ['phone'],
  apply: ({ words }, random): Disguised | undefined => {
    const other = by(words, random)
    if (other === undefined || other === words) return undefined
    return hint === undefined ? { words: other } : { words: other, hint }
  },
})

const groups = (number: string): readonly string[] => number.split(/[^0-9]+/).filter((group) => group !== '')
const spelled = (digits: string, readings: readonly string[]): string =>
  [...digits].map((digit) => readings[Number(digit)]).join('')

export const numberFamilies: readonly Family[] = [
  family('E50', 'kanji digits', (number) => dressed(number, kanjiDigit)),
  family('E50b', 'kanji digits with ー', (number) => dressed(number, kanjiDigit)?.replaceAll('-', 'ー')),
  family('E50c', 'digits of documents', (number) => dressed(number, daijiDigit)),
  family('E50d', 'kanji digits with の', (number) => dressed(number, kanjiDigit)?.replaceAll('-', 'の')),
  family('E51', 'read in katakana', (number) =>
    groups(number)
      .map((group) => spelled(group, READINGS))
      .join(' '),
  ),
  family('E51b', 'read in hiragana', (number) =>
    groups(number)
      .map((group) => spelled(group, IN_HIRAGANA))
      .join('、'),
  ),
  family('E53', 'mixed scripts', (number, random) =>
    [...number]
      .map((digit) =>
        random.pick([
          digit,
          digit,
          dressed(digit, kanjiDigit) ?? digit,
          /\d/.test(digit) ? (READINGS[Number(digit)] as string) : digit,
        ]),
      )
      .join(''),
  ),
  family('E53b', 'the letter O for zero', (number) => number.replaceAll('0', 'O')),
  family('E55', 'in pieces', (number) => {
    const [first, ...rest] = groups(number)
    return rest.length < 2
      ? undefined
      : `最初が${first}です。そのあと${rest[0]}、最後に${rest.slice(1).join('')}`
  }),
  family(
    'E58',
    'stars to take out',
    (number, random) => groups(number).join(random.pick([...'★☆*●'])),
    '(記号は抜いてください)',
  ),
  family('E31', 'spaces between', (number) => [...number.replace(/[^0-9]/g, '')].join(' ')),
  family('E31b', 'dots between the groups', (number) => groups(number).join('.')),
  family('E32', 'a group a line', (number) => `\n${groups(number).join('\n')}\n`),
  family(
    'E55b',
    'as a list to be joined',
    (number) =>
      `\n${groups(number)
        .map((group) => `・${group}`)
        .join('\n')}\n`,
    '(上から順に押してください)',
  ),
  family('E55c', 'counted pieces', (number) => {
    const [first, ...rest] = groups(number)
    return rest.length < 2 ? undefined : `①${first} ②${rest[0]} ③${rest.slice(1).join('')}`
  }),
  family('E57', 'as prices', (number) => {
    const [first, second, third] = groups(number)
    return third === undefined ? undefined : `線画${first}円、着彩${second}円、背景${third}円`
  }),
]
