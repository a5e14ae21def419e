/** What a format is: events in, text out. Formatters hold no more than a file's worth of what they have seen. */
import type { Verdict } from '../../core/contract/report.ts'
import type { PackSpec, RuleSpec } from '../../core/rules/rule-spec.ts'
import type { ResultEvent } from '../read-event.ts'

export interface Formatter {
  /** The text that can be written now; often none. */
  event(event: ResultEvent): string
  /** What closes the output. */
  end(): string | Promise<string>
  /** What a later run needs to go on in the same output: plain JSON. */
  state?(): unknown
  /** Goes on behind what `state` was taken of. */
  restore?(state: unknown): void
}

export interface FormatOptions {
  readonly colour: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** Fields without findings too. */
  readonly all: boolean
  /** From here on a verdict fails the run. */
  readonly failOn: Verdict
  readonly packs: readonly PackSpec[]
  readonly version: string
}

/** A rule as it was authored, by the name that findings carry: `pack/rule`. */
export const ruleByName = (packs: readonly PackSpec[]): ReadonlyMap<string, RuleSpec> =>
  new Map(packs.flatMap((pack) => pack.rules.map((rule) => [`${pack.id}/${rule.id}`, rule] as const)))
