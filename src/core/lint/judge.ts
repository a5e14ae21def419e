/** One rule over one document: detections, less those that a context excuses. */
import { type CompiledContexts, holds } from '../judge/context.ts'
import type { Detection } from '../judge/detector.ts'
import type { Document } from '../judge/document.ts'
import type { Situation } from '../judge/situation.ts'
import type { CompiledRule } from '../rules/compile-rules.ts'
import type { LiveRule } from './live-rules.ts'

export interface Judged {
  readonly rule: CompiledRule
  readonly detection: Detection
  /** The row of the marketplace's table: the category, or what a case of the rule names. */
  readonly row: string
  /** The row of its wording, where it is another one than the category's. */
  readonly words: string | undefined
}

const NOTHING: readonly Judged[] = []

/** @param live the rule, as far as it can hold in the situation */
export function judge(
  { rule, detectors }: LiveRule,
  document: Document,
  situation: Situation,
  contexts: CompiledContexts,
): readonly Judged[] {
  let judged: Judged[] | undefined
  for (const detector of detectors) {
    for (const detection of detector.detect(document, situation)) {
      const candidate = { span: detection.span, document, situation }
      const is = (name: string) => holds(name, candidate, contexts)
      if (detector.needs.length > 0 && !detector.needs.some(is)) continue
      if (rule.spec.needs.length > 0 && !rule.spec.needs.some(is)) continue
      if (detector.unless.some(is) || rule.spec.unless.some(is)) continue
      const fitting = rule.spec.cases.find((one) => one.if.some(is))
      judged ??= []
      judged.push({
        rule,
        detection,
        row: fitting?.use ?? rule.spec.category,
        words: fitting?.words ?? fitting?.use,
      })
    }
  }
  return judged ?? NOTHING
}
