/** What somebody pastes or drops → pages for the shelf: HTML and text of pages, Excel, tables, JSON, Talkroom Saver's. */
import { conversationOf, isTalkroomSaver, saverMessages } from '../../../core/documents/talkroom-saver.ts'
import { type PageKind, type TakenPage, takeHtmlApart, takeTextApart } from '../../../sites/take-apart.ts'
import { decode } from '../read-file.ts'
import type { ShelfPage } from './shelf.ts'

export interface TakeInOptions {
  readonly marketplace: string
  readonly kind?: PageKind | undefined
  readonly me?: string | undefined
}

/** Nobody writes more on a page. */
const MAX_BYTES = 16 * 1024 * 1024

const now = (): number => Date.now()

/** @returns `undefined` where there is no text in it */
export function takePage(
  source: { readonly html?: string; readonly text?: string },
  options: TakeInOptions,
  name?: string,
): ShelfPage | undefined {
  const how = { ...options, now: now() }
  const taken =
    source.html === undefined ? takeTextApart(source.text ?? '', how) : takeHtmlApart(source.html, how)
  // A copied page without any text in its markup (a picture, a frame) may have it as plain text.
  if (isEmpty(taken) && source.html !== undefined && (source.text ?? '').trim() !== '') {
    return takePage({ text: source.text! }, options, name)
  }
  return isEmpty(taken) ? undefined : pageOf(taken, source, options, name)
}

const isEmpty = ({ document }: TakenPage): boolean => !/[\p{L}\p{N}]/u.test(textsIn(document))

function textsIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || typeof value !== 'object') return ''
  const { marketplace: _, role: __, channel: ___, sentAt: ____, ...rest } = value as Record<string, unknown>
  return Object.values(rest).map(textsIn).join('')
}

function pageOf(
  taken: TakenPage,
  source: { readonly html?: string; readonly text?: string },
  options: TakeInOptions,
  name: string | undefined,
): ShelfPage {
  const { kind, known, title, address, document, aside, unclear } = taken
  const shown = title.split('\n')[0]!.trim() || name || ''
  return {
    // The same page, pasted again, takes its own place.
    id: address ?? `${kind} ${shown || crypto.randomUUID()}`,
    name: shown,
    kind,
    known: known || options.kind !== undefined,
    marketplace: taken.marketplace ?? options.marketplace,
    file: 'page.json',
    text: JSON.stringify(document),
    aside,
    unclear,
    ...(unclear.length === 0 ? {} : { source }),
    addedAt: now(),
  }
}

/** @throws whatever the readers throw for what they cannot read */
export async function takeFile(file: File, options: TakeInOptions): Promise<ShelfPage | undefined> {
  if (file.size > MAX_BYTES) throw new RangeError('too large')
  const name = file.name
  if (/\.xlsx$/i.test(name)) return plainFile(name, await csvOf(file), options)
  const text = decode(await file.arrayBuffer())
  if (text === undefined) throw new RangeError('no text')
  if (/\.html?$/i.test(name) || /^\s*<(?:!doctype|html|!--)/i.test(text)) {
    return takePage({ html: text }, options, name.replace(/\.\w+$/, ''))
  }
  if (/\.(?:txt|md)$/i.test(name)) return takePage({ text }, options, name.replace(/\.\w+$/, ''))
  const saver = talkroomSaver(text)
  if (saver === undefined) return plainFile(name, text, options)
  const talk = conversationOf(saverMessages(saver), { ...options, now: now() })
  return {
    ...plainFile(name, JSON.stringify(talk.thread), options),
    kind: 'talkroom',
    file: 'page.json',
    unclear: talk.unclear,
    ...(talk.unclear.length === 0 ? {} : { source: { text } }),
  }
}

/** Reads a page again, now that it is known who of a conversation is the reader. */
export async function takeAgain(page: ShelfPage, me: string): Promise<ShelfPage | undefined> {
  const { source = {}, marketplace, kind } = page
  const options = { marketplace, me, ...(page.file === 'page.json' ? {} : {}) }
  const isSaver = source.html === undefined && talkroomSaver(source.text ?? '') !== undefined
  const again = isSaver
    ? await takeFile(new File([source.text!], `${page.name}.json`), options)
    : takePage(source, { ...options, kind: kind as PageKind }, page.name)
  return again === undefined ? undefined : { ...again, id: page.id }
}

const plainFile = (name: string, text: string, { marketplace }: TakeInOptions): ShelfPage => ({
  id: `file ${name}`,
  name,
  kind: 'file',
  known: true,
  marketplace,
  file: name.replace(/\.xlsx$/i, '.csv'),
  text,
  aside: [],
  unclear: [],
  addedAt: now(),
})

function talkroomSaver(text: string) {
  try {
    const value: unknown = JSON.parse(text)
    return isTalkroomSaver(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** What is only loaded for some files. */
export const loadReaders = () => import('read-excel-file/universal')

/** The sheets that have rows, as one table. */
async function csvOf(file: File): Promise<string> {
  const { default: readExcelFile } = await loadReaders()
  const sheets = await readExcelFile(file)
  const cell = (value: unknown): string =>
    value === null || value === undefined
      ? ''
      : value instanceof Date
        ? value.toISOString().slice(0, 10)
        : String(value)
  const quoted = (value: unknown): string => `"${cell(value).replaceAll('"', '""')}"`
  const tables = sheets.filter(({ data }) => data.length > 0)
  return tables.flatMap(({ data }) => data.map((row) => row.map(quoted).join(','))).join('\n')
}
