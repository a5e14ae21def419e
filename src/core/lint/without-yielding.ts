/** A sentence that a frame of tone has read is not said to be rude once more, in another way, by its words alone. */
import { isTone } from '../contract/category.ts'
import { SpanSet } from '../text/span-set.ts'
import type { Judged } from './judge.ts'

/** What may stand in a sentence however one speaks in it. */
const BESIDE: ReadonlySet<string> = new Set([
  'tone.exclamation',
  'tone.template_residue',
  'tone.wrong_recipient',
  'tone.double_honorific',
  'tone.honorific_misuse',
  'tone.over_humble',
  'tone.business_misuse',
  'tone.mixed_style',
  'tone.vague_deadline',
  'tone.long_sentence',
])

export function withoutYielding(judged: readonly Judged[]): readonly Judged[] {
  if (!judged.some(({ detection }) => detection.yields === true)) return judged
  const taken = new SpanSet()
  for (const { detection, rule } of judged) {
    const { category } = rule.spec
    if (detection.yields !== true && isTone(rule.spec) && !BESIDE.has(category))
      taken.add(detection.underlined)
  }
  return judged.filter(({ detection }) => detection.yields !== true || !taken.hasOverlap(detection.span))
}
