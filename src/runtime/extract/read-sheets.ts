/** The sheets of an Excel file: every cell as the text that stands in it. */
import type { Sheet } from '../../cli/io.ts'
import { boundedZip } from './bounded-zip.ts'
import { ExtractError } from './extract-error.ts'

const MAX_CELLS = 1_000_000

/** @throws {ExtractError} and the reader's own errors. */
export async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  const { default: readExcelFile } = await import('read-excel-file/node')
  const sheets = await readExcelFile(Buffer.from(boundedZip(bytes).buffer))
  let cells = 0
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => {
      cells += row.length
      if (cells > MAX_CELLS) throw new ExtractError('too-large')
      return row.map(textOf)
    }),
  }))
}

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value)
}
