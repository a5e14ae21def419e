/**
 * Of a marketplace's rules those that can hold where a message is written: by its channel, its phase, its role and
 * whether a history stands before it. The same few places come again with every message.
 */
import type { Submission } from '../contract/submission.ts'
import { holdsIn, phaseOf } from '../contract/where.ts'
import { type CompiledContexts, mayHold } from '../judge/context.ts'
import type { Detector } from '../judge/detector.ts'
import type { Situation } from '../judge/situation.ts'
import type { CompiledRule } from '../rules/compile-rules.ts'

export interface LiveRule {
  readonly rule: CompiledRule
  /** Those of its detectors that can hold there. */
  readonly detectors: readonly Detector[]
}

/** More places than this the contract does not have. */
const MOST_PLACES = 1024

export class LiveRules {
  private readonly byPlace = new Map<string, readonly LiveRule[]>()

  constructor(
    private readonly rules: readonly CompiledRule[],
    readonly contexts: CompiledContexts,
  ) {}

  /** In the rules' order. */
  in(situation: Situation): readonly LiveRule[] {
    const place = placeOf(situation)
    let live = this.byPlace.get(place)
    if (live === undefined) {
      if (this.byPlace.size >= MOST_PLACES) this.byPlace.clear()
      live = this.rules.flatMap((rule) => this.livesIn(rule, situation))
      this.byPlace.set(place, live)
    }
    return live
  }

  private livesIn(rule: CompiledRule, situation: Situation): readonly LiveRule[] {
    const mayHoldAny = (needs: readonly string[]): boolean =>
      needs.length === 0 || needs.some((name) => mayHold(name, situation, this.contexts))
    if (!holdsIn(rule.where, situation.submission) || !mayHoldAny(rule.spec.needs)) return []
    const detectors = rule.detectors.filter(({ needs }) => mayHoldAny(needs))
    return detectors.length === 0 ? [] : [{ rule, detectors }]
  }
}

/** All that `holdsIn` and `mayHold` ask about. */
function placeOf(situation: Situation): string {
  const { submission } = situation
  const { channel, role, purpose }: Submission = submission
  const asked = situation.hasMessages('asked') ? 'a' : ''
  const earlier = situation.hasMessages('earlier') ? 'e' : ''
  return `${channel} ${phaseOf(submission)} ${role} ${purpose ?? ''} ${asked}${earlier}`
}
