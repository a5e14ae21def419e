/** The figures of a whole evaluation: for each file, over all of them, and by what they are cut. */
import { InnocentFigures, LabelledFigures } from './figures.ts'
import type { ItemJudgement } from './judge-item.ts'
import { OpinionFigures } from './opinion-figures.ts'
import { partOf, SLICES, type Slice } from './slices.ts'

export class Evaluation {
  readonly labelled = new Map<string, LabelledFigures>()
  readonly innocent = new Map<string, InnocentFigures>()
  /** Sets that stand for themselves and are in no sum. */
  readonly leftOut = new Map<string, LabelledFigures>()
  readonly slices = new Map<Slice, Map<string, LabelledFigures>>()
  /** By file, where a second opinion is asked or its answers are read. */
  readonly opinions = new Map<string, OpinionFigures>()
  readonly total = new LabelledFigures()
  readonly innocentTotal = new InnocentFigures()
  readonly #leftOut: ReadonlySet<string>

  /** @param leftOut names of files, with or without `.jsonl` */
  constructor(leftOut: readonly string[] = []) {
    this.#leftOut = new Set(leftOut)
  }

  /** Whether an item belongs to a set that is scored by itself and that nobody reads. */
  isLeftOut({ item }: ItemJudgement): boolean {
    return this.#leftOut.has(item.file) || this.#leftOut.has(item.file.replace(/\.jsonl(?:\.gz)?$/, ''))
  }

  add(judgement: ItemJudgement): void {
    const { item, report } = judgement
    if (!item.expect) {
      entry(this.innocent, item.file, () => new InnocentFigures()).add(report)
      this.innocentTotal.add(report)
    } else if (this.isLeftOut(judgement)) {
      entry(this.leftOut, item.file, () => new LabelledFigures()).add(judgement)
    } else {
      entry(this.labelled, item.file, () => new LabelledFigures()).add(judgement)
      this.total.add(judgement)
      for (const slice of SLICES) {
        const part = partOf(slice, item)
        if (part === undefined) continue
        const parts = entry(this.slices, slice, () => new Map<string, LabelledFigures>())
        entry(parts, part, () => new LabelledFigures()).add(judgement)
      }
    }
  }

  /** What a second opinion makes of an item: its judgement without and with it. */
  addOpinion(alone: ItemJudgement, after: ItemJudgement, asked: boolean): void {
    entry(this.opinions, alone.item.file, () => new OpinionFigures()).add(alone, after, asked)
  }

  get isEmpty(): boolean {
    return this.total.items + this.innocentTotal.lines + this.leftOut.size === 0
  }
}

const entry = <K, T>(map: Map<K, T>, key: K, make: () => T): T => {
  const known = map.get(key)
  if (known) return known
  const made = make()
  map.set(key, made)
  return made
}
