/**
 * An export → parts that are sent one after the other: no request is too large, and the progress bar tells the truth.
 * Pure. A finding's path comes back as it stands in the part, and is put back into the whole document.
 */
import { parse } from 'csv-parse/browser/esm/sync'
import { type ParseError, parse as parseTolerantly } from 'jsonc-parser'
import { ACCOUNT_KEYS, keyOf } from '../../core/documents/known-keys.ts'
import { kindOfRecord } from '../../core/documents/record-kind.ts'
import { fieldOfHeader } from '../../core/documents/table-headers.ts'

export type Json = Readonly<Record<string, unknown>>

export interface Part {
  readonly path: '/v1/lint/document' | '/v1/lint/thread'
  readonly body: Json
  /** How many of the whole document's units (services, items, rows, …) it holds. */
  readonly units: number
  /** Where the part's lists begin in the document's: `portfolio` → 10. */
  readonly offsets: Readonly<Record<string, number>>
}

export interface Account {
  readonly parts: readonly Part[]
  /** The whole, to show words in: paths of findings lead into it. */
  readonly document: Json
  /** For a table: the header of a row's element, by its path in the item (`tags[2]`). */
  readonly headers: ReadonlyMap<string, string>
}

/** The file cannot be used; `code` says why. */
export class FileFault extends Error {
  constructor(
    readonly code: 'account.not-json' | 'account.no-texts',
    readonly line: string = '?',
  ) {
    super(code)
    this.name = 'FileFault'
  }
}

/** Elements of a list in one request. */
const CHUNK = 10
const LISTS = ['services', 'portfolio', 'blog'] as const

/** @throws {FileFault} */
export function partsOf(name: string, text: string, marketplace: string): Account {
  const isTable = /\.(?:csv|tsv|txt)$/i.test(name) || (!/\.json$/i.test(name) && !/^\s*[[{]/.test(text))
  if (isTable) return ofTable(text, marketplace)
  const value = parseJson(text)
  if (Array.isArray(value)) return ofAccount({ portfolio: value }, marketplace)
  // `null`, a number, a sentence: JSON, and no export.
  if (typeof value !== 'object' || value === null) throw new FileFault('account.no-texts')
  const object = value as Json
  const kind = kindOfRecord(object)
  if (kind === 'talkroom') {
    const part: Part = {
      path: '/v1/lint/thread',
      body: { marketplace, thread: object },
      units: Math.max(1, ...Object.values(object).map((one) => (Array.isArray(one) ? one.length : 1))),
      offsets: {},
    }
    return { parts: [part], document: object, headers: new Map() }
  }
  return kind === 'item' ? ofAccount({ portfolio: [object] }, marketplace) : ofAccount(object, marketplace)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Browsers tell the place in words of their own, or not at all.
    const errors: ParseError[] = []
    parseTolerantly(text, errors, { disallowComments: true })
    const offset = errors[0]?.offset
    throw new FileFault(
      'account.not-json',
      offset === undefined ? '?' : String(text.slice(0, offset).split('\n').length),
    )
  }
}

function ofAccount(account: Json, chosen: string): Account {
  const parts: Part[] = []
  const entries = Object.entries(account)
  const isKey = (written: string, ...keys: string[]) => keys.includes(keyOf(written, ACCOUNT_KEYS) ?? '')
  const links = entries.find(([key]) => isKey(key, 'links'))
  const isList = (key: string, value: unknown) => isKey(key, ...LISTS) && Array.isArray(value)
  // What the account says of its marketplace goes with every part.
  const said = Object.fromEntries(entries.filter(([key]) => isKey(key, 'marketplace')))
  const add = (document: Json, units: number, offsets: Part['offsets'], loose = false) => {
    const carried = links === undefined ? {} : linked(links, document, loose)
    parts.push({
      path: '/v1/lint/document',
      body: { marketplace: chosen, document: { ...said, ...document, ...carried } },
      units,
      offsets,
    })
  }
  // Whatever is no list of pages, the server looks at it or refuses it by name.
  const rest = entries.filter(([key, value]) => key !== links?.[0] && !(key in said) && !isList(key, value))
  if (rest.length > 0 || links !== undefined) add(Object.fromEntries(rest), 1, {}, true)
  for (const [key, list] of entries) {
    if (!isList(key, list) || !Array.isArray(list)) continue
    for (let at = 0; at < list.length; at += CHUNK) {
      const chunk = list.slice(at, at + CHUNK)
      add({ [key]: chunk }, chunk.length, { [key]: at })
    }
  }
  if (parts.length === 0) throw new FileFault('account.no-texts')
  return { parts, document: account, headers: new Map() }
}

/**
 * The videos' metadata that a part speaks of; the others leave holes, so that each keeps its place.
 * @param loose what is no metadata too: text that is looked at for itself
 */
function linked([key, links]: readonly [string, unknown], part: Json, loose: boolean): Json {
  if (!Array.isArray(links)) return loose ? { [key]: links } : {}
  const words = JSON.stringify(part)
  const wanted = (ids: readonly string[]) => (ids.length === 0 ? loose : ids.some((id) => words.includes(id)))
  return { [key]: links.map((link) => (wanted(idsOf(link)) ? link : null)) }
}

/** Whatever could be a video's id in a piece of metadata. */
function idsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsOf)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'id' || key === 'videoId') && (typeof inner === 'string' || typeof inner === 'number')
      ? [String(inner)]
      : idsOf(inner),
  )
}

/** A table has one portfolio item a row; a column that nobody knows is text to be looked at all the same. */
function ofTable(text: string, marketplace: string): Account {
  const head = text.split(/[\r\n]/, 1)[0]!
  const count = (delimiter: string) => head.split(delimiter).length
  const delimiter = ['\t', ';'].find((one) => count(one) > count(',')) ?? ','
  const rows: string[][] = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  const [first = []] = rows
  const named = first.map((cell) => fieldOfHeader(cell))
  // Without a header that anybody knows the first row is text like the others.
  const hasHeader = named.some((field) => field !== undefined)
  const header = hasHeader ? first : []
  const fields = hasHeader ? named : []
  const body = hasHeader ? rows.slice(1) : rows
  const headers = new Map<string, string>()
  const items = body.map((cells) => {
    const item: Record<string, unknown> = {}
    const tags: string[] = []
    cells.forEach((cell, index) => {
      const field = fields[index]
      const name = header[index]?.trim() || `${index + 1}`
      const put = (path: string, value: unknown) => {
        headers.set(path, name)
        return value
      }
      if (cell.trim() === '' || field === 'id' || field === 'marketplace') return
      if (field === 'url' && item.links === undefined) item.links = put('links[0].url', [{ url: cell }])
      else if (field === 'image' || field === 'alt' || field === 'caption') {
        const key = field === 'image' ? 'file' : field
        const [image = {}] = (item.images ?? []) as Json[]
        item.images = put(`images[0].${key}`, [{ ...image, [key]: cell }])
      } else if (field !== undefined && field !== 'tags' && field !== 'url' && item[field] === undefined) {
        item[field] = put(field, cell)
      } else {
        put(`tags[${tags.length}]`, cell)
        tags.push(cell)
      }
    })
    return tags.length === 0 ? item : { ...item, tags }
  })
  if (items.every((item) => Object.keys(item).length === 0)) throw new FileFault('account.no-texts')
  return { ...ofAccount({ portfolio: items }, marketplace), headers }
}

/** Two halves of a part that was refused as a whole; `undefined` where it holds one unit. */
export function halves(part: Part): readonly [Part, Part] | undefined {
  const { document, ...body } = part.body as { readonly document?: Json }
  const [key] = Object.keys(part.offsets)
  const list = key === undefined ? undefined : document?.[key]
  if (key === undefined || !Array.isArray(list) || list.length < 2) return undefined
  const middle = list.length >> 1
  const half = (from: number, to: number): Part => ({
    ...part,
    body: { ...body, document: { ...document, [key]: list.slice(from, to) } },
    units: to - from,
    offsets: { [key]: part.offsets[key]! + from },
  })
  return [half(0, middle), half(middle, list.length)]
}

/** Where a part of one unit stands in the whole document. */
export const placeOf = ({ body, offsets }: Part): string => {
  const [key] = Object.keys(offsets)
  if (key !== undefined) return `${key}[${offsets[key]}]`
  const [first] = Object.keys((body.document ?? {}) as Json)
  return first ?? 'messages'
}

/** A path of a part's answer, in the whole document: `portfolio[3].title` → `portfolio[13].title`. */
export const wholePath = (path: string, offsets: Part['offsets']): string =>
  path.replace(/^([^.[\]]+)\[(\d+)\]/, (all, key: string, index: string) =>
    key in offsets ? `${key}[${Number(index) + offsets[key]!}]` : all,
  )

/** The text at a path; `undefined` where there is none. */
export function textAt(document: Json, path: string): string | undefined {
  let value: unknown = document
  for (const [, key, index] of path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
    value = (value as Record<string, unknown> | null | undefined)?.[key ?? index!]
  }
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}
