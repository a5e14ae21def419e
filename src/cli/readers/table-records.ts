/**
 * Lines → records of a table. A record goes on over line breaks inside quotes; a quote that never closes costs its own
 * line only, because what follows is read again from the next line.
 */
import { parse } from 'csv-parse/sync'
import type { Line } from './read-lines.ts'

export interface TableRecord {
  /** Physical line on which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  readonly fault?: string
}

/** A record over more lines or characters than this has lost its closing quote. */
const MAX_LINES = 500
const MAX_LENGTH = 524_288

export class TableRecords {
  readonly #delimiter: string
  #open: Line[] = []
  #length = 0
  #inQuotes = false

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  /** The records that the lines complete. */
  add(lines: readonly Line[]): TableRecord[] {
    const records: TableRecord[] = []
    for (const line of lines) this.#add(line, records)
    return records
  }

  /** The records that the end completes. */
  end(): TableRecord[] {
    const records: TableRecord[] = []
    while (this.#open.length > 0) this.#giveUp(records)
    return records
  }

  #add(line: Line, records: TableRecord[]): void {
    if (line.text === undefined) return
    if (this.#open.length === 0 && line.text.trim() === '') return
    this.#open.push(line)
    this.#length += line.text.length
    this.#inQuotes = endsInQuotes(line.text, this.#delimiter, this.#inQuotes)
    if (!this.#inQuotes) records.push(this.#take())
    else if (this.#open.length > MAX_LINES || this.#length > MAX_LENGTH) this.#giveUp(records)
  }

  #take(): TableRecord {
    const [first] = this.#open
    const text = this.#open.map((line) => line.text).join('\n')
    this.#clear()
    return { line: first!.line, cells: this.#parse(text) }
  }

  /** The first open line alone, as well as it can be read; the others are read again. */
  #giveUp(records: TableRecord[]): void {
    const [first, ...rest] = this.#open
    this.#clear()
    records.push({
      line: first!.line,
      cells: this.#parse(`${first!.text}"`),
      fault: '引用符(")が閉じていません。この行だけで読みました。閉じる引用符を足してください。',
    })
    for (const line of rest) this.#add(line, records)
  }

  #clear(): void {
    this.#open = []
    this.#length = 0
    this.#inQuotes = false
  }

  #parse(text: string): string[] {
    const options = { delimiter: this.#delimiter, relax_column_count: true, relax_quotes: true, bom: false }
    try {
      return (parse(text, { ...options, record_delimiter: '\u0000\u0000' }) as string[][])[0] ?? []
    } catch {
      // Whatever the quotes mean, the words between the delimiters are looked at.
      return text.split(this.#delimiter)
    }
  }
}

/** Whether the record goes on behind the line. A quote opens at a cell's beginning only. */
const endsInQuotes = (text: string, delimiter: string, inQuotes: boolean): boolean => {
  let quoted = inQuotes
  let cellStart = !inQuotes
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (quoted) {
      if (character !== '"') continue
      if (text[at + 1] === '"') at += 1
      else quoted = false
    } else if (character === delimiter) {
      cellStart = true
      continue
    } else if (character === '"' && cellStart) {
      quoted = true
    }
    cellStart = false
  }
  return quoted
}
