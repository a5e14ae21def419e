/**
 * Doubts: places where something may be proposed that no rule decides. They stand in the report beside the findings and
 * never raise a verdict; a person or a second opinion is asked about them.
 */
import { isTone } from '../contract/category.ts'
import type { Doubt, Finding } from '../contract/report.ts'
import type { Document } from '../judge/document.ts'
import { type Span, slice } from '../text/span.ts'
import { SpanSet } from '../text/span-set.ts'
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
  if (detected.length === 0) return []
  const doubts: Doubt[] = []
  const found = new SpanSet(
    findings.filter((finding) => finding.action !== 'note' && !isTone(finding)).map(({ span }) => span),
  )
  const byCategory = new Map<string, SpanSet>()
  const isSaid = ({ category, span }: Doubt): boolean =>
    found.hasOverlap(span) || byCategory.get(category)?.hasOverlap(span) === true
  for (const { category, span: plain, reason } of detected) {
    if (isFree(actionOf(category))) continue
    const span = document.plain.toOriginal(plain)
    const doubt: Doubt = {
      category,
      span,
      excerpt: slice(document.original, span),
      ...(reason === undefined ? {} : { reason }),
    }
    if (isSaid(doubt)) continue
    doubts.push(doubt)
    if (!byCategory.has(category)) byCategory.set(category, new SpanSet())
    byCategory.get(category)!.add(span)
  }
  return doubts.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}
