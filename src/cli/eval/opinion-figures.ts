/** What a second opinion makes of an evaluation: the rules alone beside the rules with answers, and what was changed. */
import { InnocentFigures, LabelledFigures, Share } from './figures.ts'
import { type ItemJudgement, stops } from './judge-item.ts'

export class OpinionFigures {
  /** What the rules alone make of the same items. */
  readonly alone = new LabelledFigures()
  readonly aloneInnocent = new InnocentFigures()
  /** Items about which there is something to ask. */
  readonly asked = new Share()
  /** Answers that were none, of those that came. */
  readonly unusable = new Share()
  /** Findings of answers that were thrown away. */
  thrownAway = 0
  /** Items that are held, or let pass, by the answer alone: as they should be, and as they should not. */
  readonly changed = { heldRightly: 0, heldWrongly: 0, passedRightly: 0, passedWrongly: 0 }

  add(alone: ItemJudgement, after: ItemJudgement, asked: boolean): void {
    this.asked.add(asked)
    const { expect } = alone.item
    if (expect) this.alone.add(alone)
    else this.aloneInnocent.add(alone.report)
    const { secondOpinion } = after.report
    if (secondOpinion === undefined) return
    this.unusable.add(secondOpinion.outcome === 'unusable')
    this.thrownAway += secondOpinion.thrownAway.length
    if (alone.reach.held === after.reach.held) return
    // Innocent text should pass.
    const right = after.reach.held === (expect !== undefined && stops(expect.verdict))
    if (after.reach.held) this.changed[right ? 'heldRightly' : 'heldWrongly'] += 1
    else this.changed[right ? 'passedRightly' : 'passedWrongly'] += 1
  }

  toJSON() {
    const { asked, unusable, thrownAway, changed, alone } = this
    const { held, netted, wronglyHeld, inDoubt } = alone
    return { asked, unusable, thrownAway, changed, alone: { held, netted, wronglyHeld, inDoubt } }
  }
}
