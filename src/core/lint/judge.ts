/** One rule over one document: detections, less those that a context excuses. */
import { type CompiledContexts, holds } from '../judge/context.ts'
import type { Detection, Detector } from '../judge/detector.ts'
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
    const found = detector.detect(document, situation)
    for (let at = 0; at < found.length; at++) {
      const detection = found[at]!
      const one = judgedOne(rule, detector, detection, document, situation, contexts)
      if (one === undefined) continue
      judged ??= []
      judged.push(one)
    }
  }
  return judged ?? NOTHING
}

/** What the rule makes of a detection; nothing where a context excuses it. */
export function judgedOne(
  rule: CompiledRule,
  { needs, unless }: Pick<Detector, 'needs' | 'unless'>,
  detection: Detection,
  document: Document,
  situation: Situation,
  contexts: CompiledContexts,
): Judged | undefined {
  const { spec } = rule
  const candidate = { span: detection.span, document, situation }
  const is = (name: string) => holds(name, candidate, contexts)
  if (needs.length > 0 && !needs.some(is)) return undefined
  if (spec.needs.length > 0 && !spec.needs.some(is)) return undefined
  if (unless.some(is) || spec.unless.some(is)) return undefined
  const fitting = spec.cases.find((one) => one.if.some(is))
  return { rule, detection, row: fitting?.use ?? spec.category, words: fitting?.words ?? fitting?.use }
}
