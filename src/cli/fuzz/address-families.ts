/** Ways to hide an e-mail address, a link or an account. */
import type { Disguised, Family, TargetKind } from './family.ts'
import type { Random } from './random.ts'

const EMAIL: readonly TargetKind[] = ['email']
const URL: readonly TargetKind[] = ['url']

const family = (
  id: string,
  title: string,
  targets: readonly TargetKind[],
  by: (words: string, random: Random) => string | undefined,
  hint?: string,
): Family => ({
  id,
  title,
  group: 'address',
  targets,
  apply: ({ words }, random): Disguised | undefined => {
    const other = by(words, random)
    if (other === undefined || other === words) return undefined
    return hint === undefined ? { words: other } : { words: other, hint }
  },
})

const lastDot = (address: string, dot: string): string => address.replace(/\.(?=[a-z]+$)/, dot)

export const addressFamilies: readonly Family[] = [
  family('E58', 'a word for @', EMAIL, (words, random) =>
    words.replace(
      '@',
      random.pick([' あっと ', '(at)', '[at]', 'アットマーク', '【アット】', ' at ', '(あっとまーく)']),
    ),
  ),
  family(
    'E58b',
    'a sign for @',
    EMAIL,
    (words, random) => words.replace('@', random.pick([...'★☆■◆◎'])),
    '(記号は@に置き換えてください)',
  ),
  family('E59', 'a word for the dot', EMAIL, (words, random) =>
    words.replaceAll('.', random.pick([' どっと ', '(dot)', '[.]', 'ドット'])),
  ),
  family('E58+E59', 'words for both', EMAIL, (words) =>
    words.replace('@', ' あっと ').replaceAll('.', ' どっと '),
  ),
  family(
    'E61',
    'letters to take out',
    EMAIL,
    (words, random) => {
      const place = 1 + random.integer(Math.max(1, words.indexOf('@') - 1))
      return `${words.slice(0, place)}NOSPAM${words.slice(place)}`
    },
    '(大文字は消してください)',
  ),
  family('E60', 'the provider without its end', EMAIL, (words) =>
    /@gmail\.com$/.test(words) ? words.replace(/@gmail\.com$/, 'のGmail') : undefined,
  ),
  family('E60b', 'the provider to be put behind', EMAIL, (words) => {
    const [local, domain] = words.split('@')
    return `${local} このあとに @${domain} を付けたもの`
  }),
  family(
    'E58c',
    'words for the signs, and a legend',
    EMAIL,
    (words) => words.replace('@', '猫').replaceAll('.', '犬'),
    '(猫は@、犬は.に読み替えてください)',
  ),
  family('E61b', 'hyphens between the letters', EMAIL, (words) => {
    const [local, domain] = words.split('@') as [string, string]
    return /^[a-z0-9]+$/.test(local) ? `${[...local].join('-')}-@-${domain}` : undefined
  }),
  family('E62', 'told in halves', EMAIL, (words) => {
    const [local, domain] = words.split('@')
    return `@の前が${local}、後ろが${domain}`
  }),
  family('E31', 'spaces around the signs', EMAIL, (words) =>
    words.replace('@', ' @ ').replaceAll('.', ' . '),
  ),
  family('E63', 'hxxp', URL, (words) => (/^http/.test(words) ? words.replace(/^http/, 'hxxp') : undefined)),
  family('E63b', 'the dot in brackets', URL, (words) => words.replaceAll('.', '[.]')),
  family('E63c', 'Japanese full stops', URL, (words) =>
    words.replace(/^https?:\/\//, '').replaceAll('.', '。'),
  ),
  family('E63d', 'a space behind the dot', URL, (words) =>
    lastDot(words.replace(/^https?:\/\//, ''), '. ').replace(/\.(?=[a-z]+\/)/, '. '),
  ),
  family('E63e', 'dot and slash in words', URL, (words) =>
    words
      .replace(/^https?:\/\//, '')
      .replaceAll('.', 'ドット')
      .replaceAll('/', 'スラッシュ'),
  ),
  family('E63f', 'without the scheme', URL, (words) => words.replace(/^https?:\/\//, '')),
  family('E63g', 'without the h', URL, (words) => words.replace(/^h(?=ttp)/, '')),
  family('E01', 'full width', URL, (words) =>
    words.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  ),
  family('E11', 'zero-width spaces', URL, (words) => [...words].join('\u200b')),
]
