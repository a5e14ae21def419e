/**
 * A reader within bounds: so long for an answer, so many questions at once, and none for a while after it has failed again
 * and again or asked to be left alone. Nobody waits in a line: what cannot be asked now is decided by the rules.
 */
import type { Question, Reply, SecondOpinion } from '../../core/second-opinion/second-opinion.ts'
import { type Asker, type Attempt, LONGEST_ANSWER } from './asker.ts'

export interface OpinionBounds {
  /** For an answer, until the rules' own stands. */
  readonly seconds: number
  /** Questions under way at once. */
  readonly concurrency: number
  /** Failures in a row after which the reader is left alone … */
  readonly failures: number
  /** … for so long; then one question tries whether it is back. */
  readonly restSeconds: number
}

/** A reader may ask to be left alone, but not for ever. */
const LONGEST_REST_MS = 5 * 60 * 1000

/** @param clock milliseconds; only differences count. */
export function bounded(asker: Asker, bounds: OpinionBounds, clock: () => number): SecondOpinion {
  let underWay = 0
  let failed = 0
  let restsUntil: number | undefined

  const settle = (attempt: Attempt | 'late') => {
    if (attempt !== 'late' && attempt.kind === 'said') {
      failed = 0
      restsUntil = undefined
      return
    }
    failed += 1
    const asked = attempt === 'late' ? undefined : attempt.retryAfterMs
    if (asked !== undefined) restsUntil = clock() + Math.min(asked, LONGEST_REST_MS)
    else if (failed >= bounds.failures) restsUntil = clock() + bounds.restSeconds * 1000
  }
  const isResting = (): boolean => {
    if (restsUntil === undefined) return false
    if (clock() < restsUntil) return true
    // One goes ahead; the others rest until it is back.
    restsUntil = clock() + bounds.seconds * 1000
    return false
  }

  return {
    model: asker.model,
    async ask(question): Promise<Reply> {
      if (underWay >= bounds.concurrency || isResting()) return { kind: 'not-asked' }
      underWay += 1
      try {
        const attempt = await attemptOnce(asker, question, bounds.seconds)
        settle(attempt)
        if (attempt === 'late') return { kind: 'late' }
        if (attempt.kind === 'failed') return { kind: 'unavailable' }
        return { kind: 'said', text: attempt.text.length > LONGEST_ANSWER ? '' : attempt.text }
      } finally {
        underWay -= 1
      }
    },
  }
}

async function attemptOnce(asker: Asker, question: Question, seconds: number): Promise<Attempt | 'late'> {
  const abort = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => {
      resolve('late')
      abort.abort()
    }, seconds * 1000)
  })
  // What went wrong may quote the message: it goes nowhere.
  const attempt = asker.ask(question, abort.signal).catch((): Attempt => ({ kind: 'failed' }))
  try {
    return await Promise.race([attempt, late])
  } finally {
    clearTimeout(timer)
  }
}
