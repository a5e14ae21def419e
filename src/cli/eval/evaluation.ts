/** The figures of a whole evaluation: for each file, and over all of them. */
import { InnocentFigures, LabelledFigures } from './figures.ts'
import type { ItemJudgement } from './judge-item.ts'

export class Evaluation {
  readonly labelled = new Map<string, LabelledFigures>()
  readonly innocent = new Map<string, InnocentFigures>()
  readonly total = new LabelledFigures()
  readonly innocentTotal = new InnocentFigures()

  add(judgement: ItemJudgement): void {
    const { file, expect } = judgement.item
    if (expect) {
      entry(this.labelled, file, () => new LabelledFigures()).add(judgement)
      this.total.add(judgement)
    } else {
      entry(this.innocent, file, () => new InnocentFigures()).add(judgement.report)
      this.innocentTotal.add(judgement.report)
    }
  }

  get isEmpty(): boolean {
    return this.total.items + this.innocentTotal.lines === 0
  }
}

const entry = <T>(map: Map<string, T>, key: string, make: () => T): T => {
  const known = map.get(key)
  if (known) return known
  const made = make()
  map.set(key, made)
  return made
}
