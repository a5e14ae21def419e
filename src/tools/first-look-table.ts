/** The README's figures of unread text: made from the ledger of first looks, so that nobody writes them by hand. */

/** What the README's rows of first looks begin with. */
export const LOOK_ROW = '| unread: '

/** The README with a row for each of the ledger's last looks, in its order, where such rows stand. */
export const withLooks = (readme: string, ledger: string): string => {
  const lines = readme.split('\n')
  const first = lines.findIndex((line) => line.startsWith(LOOK_ROW))
  if (first < 0) throw new Error(`the README has no row that begins with '${LOOK_ROW}'`)
  const others = lines.filter((line) => !line.startsWith(LOOK_ROW))
  return [...others.slice(0, first), ...newest(looksOf(ledger)).map(asRow), ...others.slice(first)].join('\n')
}

type Look = Readonly<Record<string, string>>

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

const looksOf = (ledger: string): Look[] => {
  const [head, , ...rows] = ledger.split('\n').filter((line) => line.startsWith('|'))
  if (head === undefined) return []
  const names = cellsOf(head)
  return rows.map((row) => Object.fromEntries(cellsOf(row).map((cell, i) => [names[i], cell])))
}

/** As many looks as a README has room for. */
const SHOWN = 8

/** Sets of tone hold little that is held; docs/policy/figures.md has their figures. */
const newest = (looks: readonly Look[]): Look[] =>
  looks.filter(({ file = '' }) => !file.startsWith('tone-')).slice(-SHOWN)

const asRow = (look: Look): string => {
  const counts = (name: string) => /\(([^)]*)\)/.exec(look[name] ?? '')?.[1] ?? '–'
  const got = (name: string) => counts(name).split(' ')[0]
  return (
    `${LOOK_ROW}${(look.file ?? '').replace(/\.jsonl$/, '')} | held ${counts('held')} (${got('netted')} with doubts), ` +
    `wrongly held ${counts('wrongly held')} (${got('in doubt')} with doubts), certain right ${counts('certain right')} | ` +
    '`npm run first-look` |'
  )
}
