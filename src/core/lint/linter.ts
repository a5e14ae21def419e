import type { DatumKind } from '../contact-data/common/datum.ts'
import type { Explanation } from '../contract/explanation.ts'
import type { LintReport, PackRef } from '../contract/report.ts'
import type { Submission } from '../contract/submission.ts'
import type { SettingsBeside } from '../rules/compile-rules.ts'
import type { PackSpec } from '../rules/rule-spec.ts'
import type { Span } from '../text/span.ts'
import type { TriedPlace } from './try-rules.ts'

/** A loaded pack with its digest (SHA-256 of its source, hex). */
export interface LoadedPack {
  readonly spec: PackSpec
  readonly digest: string
  /** What settingsBeside() gave for its rules, where they were validated before. */
  readonly settings?: SettingsBeside | undefined
}

export interface ContactDatum {
  readonly kind: DatumKind
  readonly span: Span
}

/** The linter: pure, synchronous, deterministic; never throws on any submission. */
export interface Linter {
  /** Marketplaces that `lint` knows (ids of the packs of kind `marketplace`). */
  readonly marketplaces: readonly string[]
  readonly packs: readonly LoadedPack[]
  /** What reports for a marketplace are made with, part by part; a report names only the digest over them. */
  partsOf(marketplace: string): readonly PackRef[]
  /** Throws `RangeError` only where `submission.marketplace` is not in `marketplaces`: callers validate it first. */
  lint(submission: Submission): LintReport
}

export interface ContactDataReader {
  /** Contact data in a text, whatever the rules make of it; samples aside. Spans are in the text as given. */
  contactData(text: string): readonly ContactDatum[]
}

export interface TextExplainer {
  /** How a text was read: its views, tokens, sentences, services and data. Never throws. */
  explain(text: string): Explanation
}

export interface RuleTrier {
  /** Every place that the marketplace's rules weigh, with what it comes to. Throws as `lint` does. */
  tryRules(submission: Submission): readonly TriedPlace[]
}
