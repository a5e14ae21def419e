/** What the two are run over: the polite lines of the fixtures, or those of the files on the command line. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

export interface TextFile {
  readonly name: string
  readonly texts: readonly string[]
}

const linesOf = (file: string): { id?: string; text: string }[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { id?: string; text: string })

export function readTextFiles(files: readonly string[]): readonly TextFile[] {
  if (files.length > 0)
    return files.map((file) => ({ name: basename(file), texts: linesOf(file).map(({ text }) => text) }))
  const bySource = new Map<string, string[]>()
  for (const { id = '', text } of linesOf('test/fixtures/tone/polite.jsonl')) {
    const source = id.replace(/-\d+$/, '')
    bySource.set(source, [...(bySource.get(source) ?? []), text])
  }
  return [...bySource].map(([name, texts]) => ({ name, texts }))
}
