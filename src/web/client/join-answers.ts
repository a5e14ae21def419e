/** The answers to an account's parts → one report, with the paths of the whole document. */
import type { Action, Finding, Verdict } from '../../core/contract/report.ts'
import { type Part, wholePath } from './account-parts.ts'

/** What `/v1/lint/document` and `/v1/lint/thread` answer, as far as it is shown. */
export interface PartAnswer {
  readonly verdict: Verdict
  readonly fields: number
  readonly findings: readonly (Finding & { readonly path: string; readonly via?: string })[]
  readonly incomplete: readonly { readonly path: string; readonly code: string; readonly detail: string }[]
  readonly notLookedAt: readonly { readonly path: string; readonly url?: string; readonly says: string }[]
  readonly unknown: readonly { readonly path: string; readonly meant?: string }[]
  readonly facts?: readonly { readonly action: Action; readonly says: string; readonly why: string }[]
}

/** The answers of all parts, with the paths of the whole document. */
export type AccountReport = PartAnswer & { readonly stopped: boolean }

const HARDNESS: readonly Verdict[] = ['allow', 'warn', 'review', 'block']

/** @param stopped some parts were not looked at: nothing may look clean then */
export function joinAnswers(
  answered: readonly { readonly part: Part; readonly answer: PartAnswer }[],
  stopped: boolean,
): AccountReport {
  // A part may hold no text where another does: only the whole must not be without any.
  const isEmpty = ({ fields, incomplete }: PartAnswer) =>
    fields === 0 && incomplete.every(({ code }) => code === 'nothing-to-read')
  const filled = answered.filter(({ answer }) => !isEmpty(answer))
  const parts = filled.length > 0 ? filled : answered.slice(0, 1)
  const all = <Item extends { readonly path: string }>(of: (answer: PartAnswer) => readonly Item[]): Item[] =>
    parts.flatMap(({ part, answer }) =>
      of(answer).map((item) => ({ ...item, path: wholePath(item.path, part.offsets) })),
    )
  const fields = parts.reduce((sum, { answer }) => sum + answer.fields, 0)
  const unseen = stopped || fields === 0
  const verdicts = [...parts.map(({ answer }) => answer.verdict), ...(unseen ? (['review'] as const) : [])]
  const seen = new Set<string>()
  return {
    stopped,
    verdict: HARDNESS.findLast((one) => verdicts.includes(one)) ?? 'review',
    fields,
    // A video that two parts link is one text.
    findings: all((answer) => answer.findings).filter(({ path, rule, span }) => {
      const key = `${path} ${rule} ${span.start}`
      return !seen.has(key) && seen.add(key)
    }),
    incomplete: all((answer) => answer.incomplete),
    notLookedAt: all((answer) => answer.notLookedAt),
    unknown: [...new Map(all((answer) => answer.unknown).map((one) => [one.path, one])).values()],
    facts: parts.flatMap(({ answer }) => answer.facts ?? []),
  }
}
