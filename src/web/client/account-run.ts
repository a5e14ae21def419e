/** Asks about an account part by part, and joins the answers. */
import { type Account, halves, type Part, placeOf } from './account-parts.ts'
import { ApiFault, ask } from './api.ts'
import { byId } from './element.ts'
import { retryAfter, sayFault } from './faults.ts'
import { type AccountReport, joinAnswers, type PartAnswer } from './join-answers.ts'

export interface RunEvents {
  readonly progress?: (done: number, total: number) => void
  /** Whether an aborted run shall report what it has, rather than throw. */
  readonly stopped?: () => boolean
}

/** One part after the other. @throws {ApiFault}; the signal's reason */
export async function lintAccount(
  { parts }: Account,
  signal: AbortSignal,
  { progress, stopped }: RunEvents = {},
): Promise<AccountReport> {
  const total = parts.reduce((sum, { units }) => sum + units, 0)
  const done: { part: Part; answer: PartAnswer }[] = []
  let units = 0
  for (const part of parts) {
    progress?.(units, total)
    try {
      done.push(...(await answersTo(part, signal)))
    } catch (fault) {
      if (!signal.aborted || stopped?.() !== true) throw fault
      return joinAnswers(done, true)
    }
    units += part.units
  }
  return joinAnswers(done, false)
}

/** What is too large or wrong in one unit must not keep the others from being looked at. */
const REFUSED: ReadonlySet<string> = new Set([
  'text-too-long',
  'body-too-large',
  'invalid-request',
  'too-many',
  'too-deep',
  'repeated-key',
])

/** The answers of a part, in halves where the server refuses the whole. What is refused alone is reported as unread. */
async function answersTo(part: Part, signal: AbortSignal): Promise<{ part: Part; answer: PartAnswer }[]> {
  try {
    return [{ part, answer: await patiently(part.path, part.body, signal) }]
  } catch (fault) {
    if (signal.aborted || !(fault instanceof ApiFault) || !REFUSED.has(fault.code)) throw fault
    const parts = halves(part)
    if (parts !== undefined) {
      return [...(await answersTo(parts[0], signal)), ...(await answersTo(parts[1], signal))]
    }
    const incomplete = [{ path: placeOf(part), code: 'not-readable', detail: sayFault(fault) }]
    const nothing = { fields: 0, findings: [], notLookedAt: [], unknown: [] }
    return [{ part: { ...part, offsets: {} }, answer: { ...nothing, verdict: 'review', incomplete } }]
  }
}

/** Waits and asks again where the server says so. */
async function patiently(path: string, body: unknown, signal: AbortSignal): Promise<PartAnswer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask<PartAnswer>(path, body, signal)
    } catch (fault) {
      const seconds = retryAfter(fault)
      if (signal.aborted || seconds === undefined || attempt === 5) throw fault
      byId('spoken').textContent = sayFault(fault)
      await new Promise((resolve) => {
        setTimeout(resolve, seconds * 1000)
        signal.addEventListener('abort', resolve, { once: true })
      })
    }
  }
}
