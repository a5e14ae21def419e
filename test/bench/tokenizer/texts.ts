import { readFileSync } from 'node:fs'

const FIXTURE = 'test/fixtures/morphology/sentences.jsonl'

/** The texts of the files (JSONL with a `text` a line, or plain text); without files, the fixture's sentences. */
export function readTexts(files: readonly string[]): string[] {
  const read = (file: string) => {
    const rows = readFileSync(file, 'utf8').trimEnd().split('\n')
    return file.endsWith('.jsonl') ? rows.map((row) => (JSON.parse(row) as { text: string }).text) : rows
  }
  return (files.length > 0 ? files : [FIXTURE]).flatMap(read)
}

export const lengthOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + text.length, 0)
