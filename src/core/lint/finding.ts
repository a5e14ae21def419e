/** A judged detection in the plain text → a finding in the submitted text. */
import type { Accepted, Action, Confidence, Finding } from '../contract/report.ts'
import type { Document } from '../judge/document.ts'
import { type Span, slice } from '../text/span.ts'
import type { TrailStep } from '../text/view.ts'
import type { Judged } from './judge.ts'
import type { Wording } from './policy.ts'

const BLANK = /^[\s　]+|[\s　]+$/g

/** A span without white space at its ends (and never empty). */
function trim(text: string, span: Span): Span {
  const words = slice(text, span)
  const lead = words.length - words.trimStart().length
  const trail = words.length - words.trimEnd().length
  return lead + trail >= words.length ? span : { start: span.start + lead, end: span.end - trail }
}

/** `ら〇ん → らいん → LINE`: steps that go on from one another become one line. */
function trailLines(steps: readonly TrailStep[]): string[] {
  const lines: { text: string; to: string }[] = []
  for (const { from, to } of steps) {
    const last = lines.at(-1)
    if (last !== undefined && last.to === from) {
      last.text += ` → ${to}`
      last.to = to
    } else lines.push({ text: `${from} → ${to}`, to })
  }
  return [...new Set(lines.map((line) => line.text.replace(BLANK, '')))]
}

/** What was undone in all the words, less what the detection shows of its own part of them: ら〇ん rather than ら〇んで話す. */
function joined(undone: readonly TrailStep[], detected: readonly TrailStep[]): readonly TrailStep[] {
  const isShown = ({ step, from }: TrailStep) =>
    detected.some((own) => own.step === step && own.from !== from && from.includes(own.from))
  const others = undone.filter((step) => step.disguise && !isShown(step))
  const own = detected.filter(
    ({ step, from }) =>
      !detected.some((one) => one.step === step && one.from !== from && from.includes(one.from)),
  )
  return [...others, ...own]
}

export function toFinding(
  { rule, detection }: Judged,
  action: Action,
  confidence: Confidence,
  document: Document,
  wording: Wording | undefined,
): Finding {
  const { spec } = rule
  const { plain } = document
  const underlined = trim(plain.text, detection.underlined)
  const span = plain.toOriginal(underlined)
  const steps = joined(plain.trail(underlined), detection.trail)
  const trail = trailLines(steps)
  const instead = spec.instead ?? wording?.instead
  const replacement = detection.replacement ?? spec.fix
  return {
    category: spec.category,
    action,
    confidence,
    rule: rule.name,
    span,
    excerpt: slice(document.original, span),
    says: spec.says,
    why: spec.why ?? wording?.why ?? spec.says,
    ...(instead === undefined ? {} : { instead }),
    ...(action === 'review' && wording?.form !== undefined ? { form: wording.form } : {}),
    ...(replacement === undefined ? {} : { fix: { span, replacement } }),
    ...(steps.some((step) => step.disguise) ? { obfuscated: true as const } : {}),
    ...(trail.length === 0 ? {} : { trail }),
    ...(spec.stage === 'trial' ? { stage: 'trial' as const } : {}),
    ...(detection.because === undefined ? {} : { because: detection.because }),
  }
}

/** A finding that may stand, with the ground on which it does. */
export const toAccepted = (
  { rule, category, action, span, excerpt }: Finding,
  ground: Pick<Accepted, 'by' | 'at' | 'why'>,
): Accepted => ({ rule, category, action, span, excerpt, ...ground })
