/**
 * Doubts: places where something may be proposed that no rule decides. They stand in the report beside the findings and
 * never raise a verdict; a person or a second opinion is asked about them.
 */
import type { Doubt, Finding } from '../contract/report.ts'
import type { Document } from '../judge/document.ts'
import { overlaps, type Span, slice } from '../text/span.ts'
import type { ActionOrOff } from './policy.ts'

/** A doubt in the plain text. */
export interface DetectedDoubt {
  readonly category: string
  readonly span: Span
  readonly reason?: string
}

/** What nobody would be asked about: the marketplace does not mind the category there. */
const isFree = (action: ActionOrOff): boolean => action === 'off' || action === 'note'

/**
 * The doubts that a report shows, in the submitted text, by position: each category once at a place, none where a
 * finding says something already or where the marketplace lets the category pass.
 *
 * @param actionOf what the marketplace's table says of a category there.
 */
export function reportDoubts(
  detected: readonly DetectedDoubt[],
  findings: readonly Finding[],
  document: Document,
  actionOf: (category: string) => ActionOrOff,
): Doubt[] {
  const doubts: Doubt[] = []
  const isSaid = ({ category, span }: Doubt): boolean =>
    findings.some(
      (finding) => finding.action !== 'note' && !isTone(finding) && overlaps(finding.span, span),
    ) || doubts.some((other) => other.category === category && overlaps(other.span, span))
  for (const { category, span: plain, reason } of detected) {
    if (isFree(actionOf(category))) continue
    const span = document.plain.toOriginal(plain)
    const doubt: Doubt = {
      category,
      span,
      excerpt: slice(document.original, span),
      ...(reason === undefined ? {} : { reason }),
    }
    if (!isSaid(doubt)) doubts.push(doubt)
  }
  return doubts.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

const isTone = ({ category }: Finding): boolean => category.startsWith('tone.')
