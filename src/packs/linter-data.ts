/** What a linter is made of: authored files, read and checked. */
import type * as z from 'zod'
import type { PackedWeights } from '../core/judge/packed-weights.ts'
import type { Inflections } from '../core/pattern/word-classes.ts'
import type { SettingsBeside } from '../core/rules/compile-rules.ts'
import type { LanguageSpec } from '../core/rules/language.ts'
import type { Romaji } from '../core/services/names.ts'
import type { Service } from '../core/services/service.ts'
import type { Codebook } from '../core/text/code-reader.ts'
import type { TABLES } from './authored-files.ts'

/** What the build writes and every runtime reads: plain JSON, validated when it was made. */
export interface LinterData {
  readonly packs: readonly {
    readonly raw: unknown
    readonly file: string
    readonly digest: string
    /** Made by the build (prepare.ts). */
    readonly settings?: SettingsBeside
  }[]
  readonly language: LanguageSpec
  readonly weights: PackedWeights
  readonly toneWeights: PackedWeights
  /** SHA-256 over dictionaries and weights, hex. */
  readonly digest: string
  readonly services: readonly Service[]
  readonly romaji: Romaji
  readonly tables: LinterTables
  /** Made by the build (prepare.ts). */
  readonly prepared?: Prepared
}

/** dictionaries/NAME.yaml → its content; services have a place of their own. A folder of packs alone has none. */
export type LinterTables = {
  readonly [Name in Exclude<keyof typeof TABLES, 'services'>]: z.output<(typeof TABLES)[Name]>
} & { readonly codes: readonly Codebook[] }

/** What a start would work out anew each time (prepare.ts). */
export interface Prepared {
  readonly inflections: Inflections
  /** What of the authored words is not plain already → what normalisation makes of it. */
  readonly normalized: Readonly<Record<string, string>>
}
