/** What is told of a finding beside its words. Findings of one text with the same advice stand on one card. */
import type { Finding } from '../contract/report.ts'

/** Equal where the advice is; a disguise's trail is of its own words. */
export const adviceOf = ({
  action,
  confidence,
  rule,
  says,
  why,
  instead,
  form,
  trail,
  stage,
}: Finding): string => JSON.stringify([action, confidence, rule, says, why, instead, form, trail, stage])
