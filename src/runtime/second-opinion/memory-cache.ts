/** Answers kept in memory, on Node: the latest ones, for a while. */
import type { Answer } from '../../core/contract/second-opinion.ts'
import type { AnswerCache } from '../../core/second-opinion/consult.ts'

interface Kept {
  readonly answer: Answer
  readonly until: number
}

/** @param clock milliseconds; only differences count. */
export function createMemoryCache(
  { entries, seconds }: { readonly entries: number; readonly seconds: number },
  clock: () => number,
): AnswerCache {
  // A map keeps its order: what was used last stands last.
  const kept = new Map<string, Kept>()
  return {
    async get(key) {
      const found = kept.get(key)
      if (found === undefined) return undefined
      kept.delete(key)
      if (found.until <= clock()) return undefined
      kept.set(key, found)
      return found.answer
    },
    async put(key, answer) {
      kept.delete(key)
      kept.set(key, { answer, until: clock() + seconds * 1000 })
      const oldest = kept.keys().next()
      if (kept.size > entries && !oldest.done) kept.delete(oldest.value)
    },
  }
}
