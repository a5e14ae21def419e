/** Services that are described instead of named: 緑のアプリ, 友だち追加できるトークアプリ, つぶやくやつ. */
import type { Span } from '../text/span.ts'
import type { Service } from './service.ts'

export interface Description {
  readonly service: Service
  readonly span: Span
}

export interface DescriptionTables {
  /** Named lists of words that patterns share. */
  readonly classes: Readonly<Record<string, readonly string[]>>
  /** Service id → patterns; see `compile`. */
  readonly services: Readonly<Record<string, readonly string[]>>
}

export class Descriptions {
  private readonly compiled: readonly { readonly service: Service; readonly pattern: RegExp }[]

  constructor(tables: DescriptionTables, services: readonly Service[]) {
    this.compiled = Object.entries(tables.services).map(([id, patterns]) => {
      const service = services.find((one) => one.id === id)
      if (service === undefined) throw new RangeError(`no service ${id}`)
      const source = patterns.map((pattern) => `(?:${compile(pattern, tables.classes)})`).join('|')
      return { service, pattern: new RegExp(source.toLowerCase(), 'g') }
    })
  }

  find(text: string): readonly Description[] {
    const found: Description[] = []
    const lower = text.toLowerCase()
    // A few characters change their length with their case (İ); positions matter more than those.
    const folded = lower.length === text.length ? lower : text
    for (const { service, pattern } of this.compiled) {
      for (const match of folded.matchAll(pattern)) {
        const end = match.index + match[0].length
        found.push({ service, span: { start: match.index, end } })
      }
    }
    return found
  }
}

/**
 * `{class}` and `{a|b}` are alternatives, `..8` is a gap within a sentence, `?` makes what stands before it optional;
 * the rest is a regular expression of one fixed length. No repetition, so matching takes linear time.
 */
function compile(pattern: string, classes: Readonly<Record<string, readonly string[]>>): string {
  return pattern
    .replace(/\{([^{}]+)\}/g, (whole, inner: string) => {
      if (/^\d+$/.test(inner)) return whole
      const words = classes[inner] ?? inner.split('|')
      return `(?:${[...words]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|')})`
    })
    .replace(/\.\.(\d{1,2})/g, (_, most: string) => `[^。!?！？\\n]{0,${most}}?`)
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
