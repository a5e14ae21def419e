/** How good weights are on subjects that they were not learnt from, and the thresholds that follow. */

import { pooled } from '../../core/judge/pooled.ts'
import { FAR } from '../../core/lint/sure-alone.ts'
import { overlaps } from '../../core/text/span.ts'
import type { Place, Row } from './collect.ts'
import { type LearningSettings, learn, score as scoreOf } from './learn.ts'

/** A text of a subject left out, with the log-odds of the places that can hold it, as one. */
export interface Scored {
  readonly row: Row
  readonly best: number
  /** Log-odds of each of its places. */
  readonly scores: readonly number[]
  /** Of the places that a frame reads whole; in a text that must be held, what no label marks may be right as well. */
  readonly read: readonly { readonly score: number; readonly isRight: boolean }[]
}

const FOLDS = 5

/** Every labelled row scored by weights that saw nothing of its subject, every innocent one by weights that did not see it. */
export function scoreLeftOut(
  rows: readonly Row[],
  names: readonly string[],
  settings: LearningSettings,
): Scored[] {
  const subjects = [
    ...new Set(rows.filter(({ isInnocent }) => !isInnocent).map(({ subject }) => subject)),
  ].sort()
  const innocent = new Map<Row, number>()
  for (const row of rows) if (row.isInnocent) innocent.set(row, innocent.size % FOLDS)
  const scored: Scored[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = (row: Row): boolean =>
      row.isInnocent ? innocent.get(row) === fold : subjects.indexOf(row.subject) % FOLDS === fold
    const net = learn(
      rows.filter((row) => !isOut(row)),
      names,
      settings,
    )
    for (const row of rows) {
      if (!isOut(row)) continue
      const scores = row.places.map((place) => ({ place, score: scoreOf(net, place.evidence) }))
      const holding = scores.filter(({ place }) => place.canHold)
      const best = pooled(holding.map(({ score }) => score))
      const read = holding
        .filter(({ place }) => place.isRead)
        .map(({ place, score }) => ({ score, isRight: place.isRight || row.isHeld }))
      scored.push({ row, best, read, scores: scores.map(({ score }) => score) })
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

/** @param read from which log-odds what a frame reads is held as well */
export function reachedAt(
  scored: readonly Scored[],
  threshold: number,
  read = Number.POSITIVE_INFINITY,
): Reached {
  const count = (rows: readonly Scored[]): number =>
    rows.filter(
      (one) => one.row.heldByData || one.best >= threshold || one.read.some(({ score }) => score >= read),
    ).length
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
  read?: number,
): number {
  for (let tenth = -60; tenth <= 80; tenth++) {
    const { wronglyHeld, innocent } = reachedAt(scored, tenth / 10, read)
    if (wronglyHeld <= may.wronglyHeld && innocent <= may.innocent) return tenth / 10
  }
  return 8
}

/** The lowest threshold (in tenths) at which so many of the places that frames read are right. */
export function thresholdOfPrecision(scored: readonly Scored[], precision: number): number {
  const read = scored.flatMap((one) => one.read)
  for (let tenth = -20; tenth <= 80; tenth++) {
    const reached = read.filter(({ score }) => score >= tenth / 10)
    if (share(reached.filter(({ isRight }) => isRight).length, reached.length) >= precision) return tenth / 10
  }
  return 8
}

/** What of a text can be certain by its weight: a place that a frame reads, with nothing beside it that weighs nearly as much. */
export interface Certainty {
  readonly category: string
  /** It names a service as what it goes by. */
  readonly isNamed: boolean
  readonly logOdds: number
  /** A label of the very category marks it. */
  readonly isRight: boolean
}

/**
 * @param reported log-odds from which a place is likely, and those from which one that a frame reads is
 * @param names what places are called: what is called otherwise than the frame reads it is not certain
 */
export function certaintiesOf(
  scored: readonly Scored[],
  reported: { readonly likely: number; readonly read: number },
  names: ReadonlyMap<Place, string>,
): Certainty[] {
  return scored.flatMap(({ row, scores }) => {
    const places = row.places.map((place, at) => ({ place, logOdds: scores[at]! }))
    const likely = places
      .filter(({ place }) => place.canHold)
      .filter(({ place, logOdds }) => logOdds >= (place.isRead ? reported.read : reported.likely))
    const read = likely.filter(({ place }) => place.isRead).sort((a, b) => b.logOdds - a.logOdds)
    const [first] = read
    if (first === undefined || row.heldByData) return []
    const { place, logOdds } = first
    const { category, isNamed, isCalledSo, span } = place
    const isBeside = ({ place: other, logOdds: weight }: (typeof likely)[number]): boolean =>
      other.category !== category && !overlaps(other.span, span) && weight >= logOdds - FAR
    if (likely.some(isBeside)) return []
    if ((names.get(place) ?? category) !== category) return []
    return [{ category, isNamed, logOdds, isRight: isCalledSo }]
  })
}

/** So many places say what a category is worth. */
const ENOUGH = 10

/**
 * By category the lowest log-odds (in tenths, none below `least`) from which so many of the places that name no service are
 * right; nothing for those of which so many never are.
 */
export function sureFrom(
  certainties: readonly Certainty[],
  least: number,
  precision: number,
): Record<string, number> {
  const found: Record<string, number> = {}
  for (const category of [...new Set(certainties.map((one) => one.category))].sort()) {
    const unnamed = certainties.filter((one) => !one.isNamed && one.category === category)
    for (let tenth = Math.round(least * 10); tenth <= 80; tenth++) {
      const reached = unnamed.filter(({ logOdds }) => logOdds >= tenth / 10)
      if (reached.length < ENOUGH) break
      if (rightShare(reached) < precision) continue
      found[category] = tenth / 10
      break
    }
  }
  return found
}

const rightShare = (certainties: readonly Certainty[]): number =>
  share(certainties.filter(({ isRight }) => isRight).length, certainties.length)

/** The lowest log-odds (in tenths) from which so many of those that name a service are right. */
export function certainFrom(certainties: readonly Certainty[], precision: number): number {
  const named = certainties.filter(({ isNamed }) => isNamed)
  for (let tenth = -20; tenth <= 80; tenth++)
    if (rightShare(named.filter(({ logOdds }) => logOdds >= tenth / 10)) >= precision) return tenth / 10
  return 8
}
