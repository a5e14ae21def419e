/**
 * A first look: a labelled file that nobody has read is scored once, the figures are written down as they come, and from
 * then on the file is spent. Nothing of it is copied or printed but figures.
 */
import { createHash } from 'node:crypto'
import type { Io } from '../cli/io.ts'
import { run } from '../cli/run.ts'
import type { Confidence } from '../core/contract/report.ts'

export interface FirstLook {
  /** The labelled file. */
  readonly file: string
  /** Where first looks are written down: a page in Markdown whose last block is the table. */
  readonly ledger: string
  /** The day, and what names the rules in force. */
  readonly day: string
  readonly rules: string
}

export type LookOutcome =
  | { readonly row: string }
  /** Nothing was scored and nothing written. */
  | { readonly refused: string }

interface ShareFigure {
  readonly got: number
  readonly of: number
  readonly share: number | null
}
interface Figures {
  readonly items: number
  readonly held: ShareFigure
  readonly touched: ShareFigure
  readonly netted: ShareFigure
  readonly wronglyHeld: ShareFigure
  readonly inDoubt: ShareFigure
  readonly confidences: Readonly<Record<Confidence, { readonly right: ShareFigure }>>
}

const HEAD = `# First looks

Labelled sets as the rules met them, before anybody who works on the rules had read a line: written by
\`npm run first-look -- FILE\`, a row a file, as the figures came. A file is scored once; what has a row here is spent.

| day | file | SHA-256 | rules | items | held | touched | netted | wrongly held | in doubt | certain right | likely right | possible right |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
`

export const scoreOnce = async ({ file, ledger, day, rules }: FirstLook, io: Io): Promise<LookOutcome> => {
  if ((await io.files.kind(file)) !== 'file') return { refused: `${file}: there is no such file` }
  const hash = createHash('sha256')
  for await (const chunk of io.files.read(file)) hash.update(chunk)
  const digest = hash.digest('hex')
  const page = (await io.files.kind(ledger)) === 'file' ? await textOf(ledger, io) : HEAD
  if (page.includes(digest))
    return { refused: `${file}: was looked at before; its figures stand in ${ledger}` }

  const said: string[] = []
  const faults: string[] = []
  const code = await run(['eval', '--json', '--only', 'redirect', file], {
    ...io,
    stdout: { ...io.stdout, write: async (text) => void said.push(text) },
    stderr: { ...io.stderr, write: async (text) => void faults.push(text) },
  })
  if (code !== 0)
    return { refused: `${file}: cannot be scored as a whole; nothing was written\n${faults.join('')}` }
  const { total } = JSON.parse(said.join('')) as { total: Figures }
  if (total.items === 0) return { refused: `${file}: has no labels` }

  const { held, touched, netted, wronglyHeld, inDoubt, confidences } = total
  const figures = [held, touched, netted, wronglyHeld, inDoubt]
  const right = (['certain', 'likely', 'possible'] as const).map((one) => confidences[one].right)
  const name = file.split(/[/\\]/).at(-1)!
  const row = `| ${[day, name, digest, rules, total.items, ...[...figures, ...right].map(inWords)].join(' | ')} |\n`
  await io.files.replace(ledger, page + row)
  return { row }
}

const inWords = ({ got, of, share }: ShareFigure): string =>
  share === null ? '–' : `${share.toFixed(3)} (${got} of ${of})`

const textOf = async (file: string, io: Io): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of io.files.read(file)) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}
