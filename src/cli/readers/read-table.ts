/** CSV and TSV: one portfolio item a row, under Japanese or English headers. */
import type { Passage } from '../../core/documents/document.ts'
import { LinkedVideos } from '../../core/documents/linked-videos.ts'
import { contextOf, passageOf } from '../../core/documents/passage.ts'
import { fieldOfHeader, type TableField } from '../../core/documents/table-headers.ts'
import type { ByteStream } from '../io.ts'
import type { PassagePlace, ReadBlock, ReadEvent } from '../read-event.ts'
import { readLines } from './read-lines.ts'
import type { ReadOptions } from './read-options.ts'
import { type TableRecord, TableRecords } from './table-records.ts'

interface Column {
  /** As written; `列3` where it has none. */
  readonly header: string
  /** The key in findings' paths: the field, or the header where nobody knows it. */
  readonly key: string
  readonly field: TableField | undefined
}

export async function* readTable(
  bytes: ByteStream,
  file: string,
  kind: 'csv' | 'tsv',
  options: ReadOptions,
): AsyncGenerator<ReadBlock> {
  let records: TableRecords | undefined
  let rows: Rows | undefined
  let empty = true
  for await (const lines of readLines(bytes)) {
    const block: ReadEvent[] = []
    for (const { line, byte, fault } of lines) {
      if (fault !== undefined) block.push({ type: 'fault', fault: { file, line, byte, says: fault } })
    }
    empty &&= lines.every(({ text }) => text === undefined || text.trim() === '') && block.length === 0
    records ??= new TableRecords(delimiterOf(lines[0]?.text ?? '', kind))
    for (const record of records.add(lines)) {
      rows ??= new Rows(file, options)
      for (const event of rows.read(record)) block.push(event)
    }
    const last = lines.at(-1)
    if (last) block.push({ type: 'position', file, line: last.line + 1, byte: last.next })
    yield block
  }
  const rest: ReadEvent[] = []
  for (const record of records?.end() ?? []) {
    rows ??= new Rows(file, options)
    rest.push(...rows.read(record))
  }
  if (empty) {
    rest.push({ type: 'fault', fault: { file, says: '空のファイルです。書き出しを確かめてください。' } })
  }
  yield rest
}

/** A file called .csv may hold tabs, or the semicolons of other countries' Excel. */
const delimiterOf = (header: string, kind: 'csv' | 'tsv'): string => {
  const usual = kind === 'tsv' ? '\t' : ','
  const count = (delimiter: string) => header.split(delimiter).length - 1
  if (count(usual) > 0) return usual
  return ['\t', ',', ';'].find((delimiter) => count(delimiter) > 0) ?? usual
}

/** The rows of one table, header first. */
export class Rows {
  readonly #file: string
  readonly #options: ReadOptions
  readonly #sheet: string
  readonly #videos: LinkedVideos
  #columns: readonly Column[] | undefined
  #row = 0
  #stopped = false

  /** @param sheet before each header, where a file has several tables */
  constructor(file: string, options: ReadOptions, sheet = '') {
    this.#file = file
    this.#options = options
    this.#sheet = sheet
    this.#videos = new LinkedVideos(options.lookUpVideo ?? (() => undefined))
  }

  *read(record: TableRecord): Generator<ReadEvent> {
    const file = this.#file
    if (this.#stopped) return
    if (this.#columns === undefined) {
      this.#columns = this.#header(record.cells)
      if (record.fault) yield { type: 'fault', fault: { file, line: record.line, says: record.fault } }
      if (this.#columns.some(({ field }) => field !== undefined)) return
      yield {
        type: 'note',
        file,
        says: '見出しの行が見つからないため、1行目もデータとして、すべての列を確かめます。--mapで列の意味を指定できます。',
      }
      this.#columns = record.cells.map((_, index) => ({
        header: `列${index + 1}`,
        key: `列${index + 1}`,
        field: undefined,
      }))
    }
    this.#row += 1
    const at = { file, line: record.line, row: this.#row }
    if (record.fault) yield { type: 'fault', fault: { ...at, says: record.fault } }
    const surplus = record.cells.length - this.#columns.length
    if (surplus !== 0) {
      const counts = `${this.#columns.length}列のはずが${record.cells.length}列あります`
      const what = surplus < 0 ? '列が足りません' : '列が多すぎます'
      yield {
        type: 'fault',
        fault: { ...at, says: `${what}(${counts})。引用符と区切りを確かめてください。` },
      }
    }
    yield* this.#fields(record)
  }

  #header(cells: readonly string[]): Column[] {
    const taken = new Set<string>()
    return cells.map((cell, index) => {
      const header = cell.trim() === '' ? `列${index + 1}` : cell.trim()
      const field = fieldOfHeader(header, this.#options.map)
      // A second column of a kind keeps its own name.
      const key = field !== undefined && !taken.has(field) ? field : header
      taken.add(key)
      return { header, key, field }
    })
  }

  *#fields({ line, cells }: TableRecord): Generator<ReadEvent> {
    const { marketplaces, marketplace: given, channel } = this.#options
    const cellOf = (field: TableField) => {
      const index = this.#columns!.findIndex((column) => column.field === field)
      return index < 0 ? undefined : cells[index]?.trim() || undefined
    }
    const file = this.#file
    const marketplace = cellOf('marketplace') ?? given
    if (marketplace === undefined || !marketplaces.includes(marketplace)) {
      const known = marketplaces.join('、')
      const says = marketplace
        ? `marketplaceは ${known} のどれかにしてください。`
        : 'どのマーケットの表か分かりません。--marketplaceで指定してください。'
      yield { type: 'fault', fault: { file, line, row: this.#row, says } }
      // Without an option every row would say the same.
      if (cellOf('marketplace') === undefined) this.#stopped = true
      return
    }
    const category = cellOf('category')
    const context = contextOf(marketplace, channel ?? 'portfolio', {
      ...(category && category.length <= 200 ? { category } : {}),
    })
    let at = line
    for (const [index, cell] of cells.entries()) {
      const column = this.#columns![index] ?? {
        header: `列${index + 1}`,
        key: `列${index + 1}`,
        field: undefined,
      }
      const place: PassagePlace = {
        row: this.#row,
        line: at,
        column: this.#sheet + column.header,
        columnIndex: index + 1,
        plain: { line: at, column: 1 },
      }
      at += cell.split('\n').length - 1
      if (column.field === 'id' || column.field === 'marketplace') continue
      const passage = passageOf(context, [[[column.key], cell]])
      if (passage) yield* this.#passage(passage, place)
    }
  }

  *#passage(passage: Passage, place: PassagePlace): Generator<ReadEvent> {
    const common = { type: 'lint', file: this.#file, shape: 'document' } as const
    yield { ...common, passage, place }
    // A video's words stand elsewhere: the cell only links them.
    const { plain: _, ...linking } = place
    const missed = this.#videos.notLookedAt.length
    for (const video of this.#videos.of(passage)) yield { ...common, passage: video, place: linking }
    for (const what of this.#videos.notLookedAt.splice(missed)) {
      yield { type: 'not-looked-at', file: this.#file, what, place }
    }
  }
}
