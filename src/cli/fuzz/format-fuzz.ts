/** What the fuzzer found, as tables for a terminal. */
import { formatTable } from '../format/format-table.ts'
import type { Escape, FuzzResult } from './fuzz.ts'

export function formatFuzz(
  { families, pairs, harmless }: FuzzResult,
  { all }: { readonly all: boolean },
): string {
  const share = (found: number, tried: number) =>
    `${(found / Math.max(1, tried)).toFixed(3)} (${found}/${tried})`
  const rows = families.map(({ family, tried, found, escapes }) => [
    `${family.id} ${family.title}`,
    share(found, tried),
    escapes.length === 0 ? '' : shown(cheapest(escapes)),
  ])
  const sections = [formatTable(['family', 'recall', 'cheapest way past'], rows, { left: true })]
  if (pairs.tried > 0) {
    sections.push(`pairs of families: ${share(pairs.found, pairs.tried)}\n`)
    const worst = [...pairs.escapes].sort(byCost).slice(0, all ? undefined : MOST_PAIRS)
    if (worst.length > 0) {
      sections.push(
        formatTable(
          ['pair', 'gets past', 'rule'],
          worst.map((one) => [one.family, shown(one), one.rule]),
          { left: true },
        ),
      )
    }
  }
  if (all) {
    const escapes = families.flatMap((result) => result.escapes)
    if (escapes.length > 0) {
      sections.push(
        formatTable(
          ['family', 'gets past', 'rule'],
          escapes.map((one) => [one.family, shown(one), one.rule]),
          { left: true },
        ),
      )
    }
  }
  sections.push(`harmless changes: ${harmless.alarms.length} of ${harmless.tried} began to fire\n`)
  if (harmless.alarms.length > 0) {
    sections.push(
      formatTable(
        ['change', 'began to fire', 'rule', 'text'],
        harmless.alarms.map(({ change, excerpt, rule, text }) => [
          change,
          visible(excerpt),
          rule,
          visible(text),
        ]),
        { left: true },
      ),
    )
  }
  return sections.join('\n')
}

const MOST_PAIRS = 15
const LONGEST_TEXT = 60

const byCost = (a: Escape, b: Escape): number => a.cost - b.cost
const cheapest = (escapes: readonly Escape[]): Escape => [...escapes].sort(byCost)[0] as Escape
const shown = ({ text }: Escape): string => visible(text)

/** In one line, and no longer than a terminal's; what cannot be seen is written out. */
function visible(text: string): string {
  const line = text
    .replaceAll('\n', '⏎')
    .replace(
      /[\p{Default_Ignorable_Code_Point}\p{Mn}]/gu,
      (sign) => `<${(sign.codePointAt(0) as number).toString(16)}>`,
    )
  const letters = [...line]
  return letters.length <= LONGEST_TEXT ? line : `${letters.slice(0, LONGEST_TEXT).join('')}…`
}
