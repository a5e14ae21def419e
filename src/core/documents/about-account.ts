/** What certifications look at beside the texts: the export's figures, and which fields of the profile are filled in. */
import type { Certification } from '../rules/rule-spec.ts'
import type { Account } from './account-schema.ts'

export interface AboutAccount {
  readonly marketplace: string
  readonly displayName: string | undefined
  /** Numbers by the keys of the export. */
  readonly figures: ReadonlyMap<string, number>
  /** Names of the profile's fields that hold text. */
  readonly filled: ReadonlySet<string>
}

export const aboutAccount = ({ profile, figures }: Account, marketplace: string): AboutAccount => ({
  marketplace,
  displayName: profile?.displayName?.trim() || undefined,
  figures: new Map(
    Object.entries(figures ?? {}).flatMap(([key, value]) => {
      const number =
        typeof value === 'string' && value.trim() !== '' ? Number(value.replace(/%$/, '')) : value
      return typeof number === 'number' && Number.isFinite(number) ? [[key, number] as const] : []
    }),
  ),
  filled: new Set(
    Object.entries(profile ?? {})
      .filter(([, value]) =>
        Array.isArray(value) ? value.some(isFilled) : isFilled(value) || (value && typeof value === 'object'),
      )
      .map(([key]) => key),
  ),
})

const isFilled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

export interface JudgedCriterion {
  readonly criterion: Certification['criteria'][number]
  /** `unknown`: the export does not carry the figure. */
  readonly status: 'met' | 'unmet' | 'unknown'
  readonly figure?: number
}

export const judgeCertification = (
  { criteria }: Certification,
  { figures, filled }: AboutAccount,
): JudgedCriterion[] =>
  criteria.map((criterion) => {
    if (criterion.filled) {
      return { criterion, status: criterion.filled.every((field) => filled.has(field)) ? 'met' : 'unmet' }
    }
    const raw = criterion.figure === undefined ? undefined : figures.get(criterion.figure)
    if (raw === undefined) return { criterion, status: 'unknown' }
    // Exports give shares as 0.93 as well as 93.
    const figure = criterion.unit === 'percent' && raw <= 1 ? raw * 100 : raw
    const met = figure >= (criterion.atLeast ?? -Infinity) && figure <= (criterion.atMost ?? Infinity)
    return { criterion, status: met ? 'met' : 'unmet', figure }
  })
