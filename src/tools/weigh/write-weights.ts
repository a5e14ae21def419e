/** What was learnt as the file that rules/ keeps. */
import type { WeightsSpec } from '../../core/judge/weights-spec.ts'

/** A name a line, without the zeros at its end. */
export function writeWeights({ weights, ...head }: WeightsSpec): string {
  const lines = Object.entries(weights).map(([name, values]) => {
    const length = values.findLastIndex((value) => value !== 0) + 1
    return `    ${JSON.stringify(name)}: ${JSON.stringify(values.slice(0, length))}`
  })
  const rest = JSON.stringify(head, null, 2).replace(/\n\}$/, '')
  return `${rest},\n  "weights": {\n${lines.join(',\n')}\n  }\n}\n`
}
