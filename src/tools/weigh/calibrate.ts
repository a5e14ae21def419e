/** How good weights are on subjects that they were not learnt from, and the thresholds that follow. */
import type { Row } from './collect.ts'
import { type LearningSettings, learn, sum } from './learn.ts'

/** A text of a subject left out, with the log-odds of its best place. */
export interface Scored {
  readonly row: Row
  readonly best: number
  readonly bestRead: number
}

const FOLDS = 5

/** Every labelled row scored by weights that saw nothing of its subject, every innocent one by weights that did not see it. */
export function scoreLeftOut(rows: readonly Row[], size: number, settings: LearningSettings): Scored[] {
  const subjects = [
    ...new Set(rows.filter(({ isInnocent }) => !isInnocent).map(({ subject }) => subject)),
  ].sort()
  const innocent = new Map<Row, number>()
  for (const row of rows) if (row.isInnocent) innocent.set(row, innocent.size % FOLDS)
  const scored: Scored[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = (row: Row): boolean =>
      row.isInnocent ? innocent.get(row) === fold : subjects.indexOf(row.subject) % FOLDS === fold
    const weights = learn(
      rows.filter((row) => !isOut(row)),
      size,
      settings,
    )
    for (const row of rows) {
      if (!isOut(row)) continue
      const scores = row.places.map((place) => ({ place, score: sum(weights, place.evidence) }))
      const best = Math.max(Number.NEGATIVE_INFINITY, ...scores.map(({ score }) => score))
      const bestRead = Math.max(
        Number.NEGATIVE_INFINITY,
        ...scores.filter(({ place }) => place.isRead).map(({ score }) => score),
      )
      scored.push({ row, best, bestRead })
    }
  }
  return scored
}

export interface Reached {
  readonly threshold: number
  /** Of the texts that must be held, those that are; data count. */
  readonly held: number
  readonly wronglyHeld: number
  /** Of 1,000 innocent lines. */
  readonly innocent: number
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

export function reachedAt(
  scored: readonly Scored[],
  threshold: number,
  of: (one: Scored) => number = ({ best }) => best,
): Reached {
  const count = (rows: readonly Scored[]): number =>
    rows.filter((one) => one.row.heldByData || of(one) >= threshold).length
  const labelled = scored.filter(({ row }) => !row.isInnocent)
  const innocent = scored.filter(({ row }) => row.isInnocent)
  const must = labelled.filter(({ row }) => row.isHeld)
  const mustNot = labelled.filter(({ row }) => !row.isHeld)
  return {
    threshold,
    held: share(count(must), must.length),
    wronglyHeld: share(count(mustNot), mustNot.length),
    innocent: 1000 * share(count(innocent), innocent.length),
  }
}

/** The lowest threshold (in tenths) at which no more is wrongly held than may be. */
export function thresholdFor(
  scored: readonly Scored[],
  may: { wronglyHeld: number; innocent: number },
  of?: (one: Scored) => number,
): number {
  for (let tenth = -60; tenth <= 80; tenth++) {
    const { wronglyHeld, innocent } = reachedAt(scored, tenth / 10, of)
    if (wronglyHeld <= may.wronglyHeld && innocent <= may.innocent) return tenth / 10
  }
  return 8
}
