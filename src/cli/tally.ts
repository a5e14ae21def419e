/** What a run found, counted: for a file, and for all of them. */
import {
  ACTIONS,
  type Action,
  type Confidence,
  type Finding,
  VERDICTS,
  type Verdict,
} from '../core/contract/report.ts'
import type { NotLookedAt } from '../core/documents/document.ts'
import type { ResultEvent } from './read-event.ts'

const VERDICT_OF: Readonly<Record<Action, Verdict>> = {
  note: 'allow',
  warn: 'warn',
  review: 'review',
  block: 'block',
}

export const harder = (a: Verdict, b: Verdict): Verdict =>
  VERDICTS.indexOf(a) >= VERDICTS.indexOf(b) ? a : b

export const reaches = (verdict: Verdict, limit: Verdict): boolean =>
  VERDICTS.indexOf(verdict) >= VERDICTS.indexOf(limit)

export const verdictOfActions = (actions: readonly Action[]): Verdict =>
  actions.map((action) => VERDICT_OF[action]).reduce(harder, 'allow')

/** What must be seen before a page may count as clean: links that nobody could look behind. */
export const holdsUp = ({ code }: NotLookedAt): boolean => code !== 'no-time'

export class Tally {
  verdict: Verdict = 'allow'
  /** Fields and submissions that were linted. */
  fields = 0
  findings: Record<Action, number> = { note: 0, warn: 0, review: 0, block: 0 }
  /** Places in doubt. */
  doubts = 0
  incomplete = 0
  faults = 0
  notLookedAt = 0

  add(event: ResultEvent): void {
    if (event.type === 'fault') {
      this.faults += 1
      // What could not be read may hold anything.
      this.verdict = harder(this.verdict, 'review')
    }
    if (event.type === 'linted') {
      this.fields += event.fields.length
      this.verdict = harder(this.verdict, event.report.verdict)
      this.doubts += event.report.doubts.length
      this.incomplete += event.report.incomplete.length
      for (const { action } of event.report.findings) this.findings[action] += 1
    }
    if (event.type === 'facts') {
      for (const { action } of event.facts) {
        this.findings[action] += 1
        this.verdict = harder(this.verdict, VERDICT_OF[action])
      }
    }
    if (event.type === 'not-looked-at') {
      this.notLookedAt += 1
      if (holdsUp(event.what)) this.verdict = harder(this.verdict, 'review')
    }
  }

  /** Takes over what an earlier part of the same run has counted. */
  restore(earlier: ReturnType<Tally['toJSON']>): void {
    Object.assign(this, earlier, { findings: { ...earlier.findings } })
  }

  toJSON() {
    const { verdict, fields, findings, doubts, incomplete, faults, notLookedAt } = this
    return { verdict, fields, findings, doubts, incomplete, faults, notLookedAt }
  }
}

/** Hardest first, with those that are not there left out. */
export const countsInWords = (findings: Readonly<Record<Action, number>>): string =>
  [...ACTIONS]
    .reverse()
    .filter((action) => findings[action] > 0)
    .map((action) => `${ACTION_LABELS[action]} ${findings[action]}件`)
    .join('、')

export const ACTION_LABELS: Readonly<Record<Action, string>> = {
  note: '参考',
  warn: '注意',
  review: '要審査',
  block: '不可',
}

export const CONFIDENCE_LABELS: Readonly<Record<Confidence, string>> = {
  certain: '確実',
  likely: 'おそらく',
  possible: 'もしかすると',
}

export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  allow: '問題なし',
  warn: '注意',
  review: '要審査',
  block: '不可',
}

export type AnyFinding = Pick<Finding, 'action'>
