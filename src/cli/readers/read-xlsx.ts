/** Excel: each sheet is a table, under the same headers as CSV. */
import type { ByteStream, Io } from '../io.ts'
import type { ReadBlock, ReadEvent } from '../read-event.ts'
import { BrokenFile } from './open-bytes.ts'
import type { ReadOptions } from './read-options.ts'
import { Rows } from './read-table.ts'
import { readWhole } from './read-whole.ts'

const MAX_XLSX_BYTES = 32 * 1_048_576

export async function* readXlsx(
  bytes: ByteStream,
  file: string,
  options: ReadOptions,
  io: Pick<Io, 'extract'>,
): AsyncGenerator<ReadBlock> {
  const extracted = await io.extract('a.xlsx', await readWhole(bytes, MAX_XLSX_BYTES))
  if ('code' in extracted) throw new BrokenFile(extracted.says)
  const sheets = (extracted.sheets ?? []).filter(({ rows }) => rows.some(hasText))
  if (sheets.length === 0) {
    yield [{ type: 'fault', fault: { file, says: '空のファイルです。書き出しを確かめてください。' } }]
    return
  }
  for (const { name, rows } of sheets) {
    const table = new Rows(file, options, sheets.length > 1 ? `${name}!` : '')
    // Cells beyond the widest row with text are Excel's, not the person's.
    const width = Math.max(...rows.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1))
    const events: ReadEvent[] = []
    for (const [index, row] of rows.entries()) {
      if (!hasText(row)) continue
      const cells = Array.from({ length: width }, (_, column) => row[column] ?? '')
      for (const event of table.read({ line: index + 1, cells })) events.push(event)
    }
    yield events
  }
}

const hasText = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== '')
