/** The pipeline: what readers tell → what was found, in the same order, with a bounded number of batches under way. */
import { splitReport } from '../core/documents/split-report.ts'
import type { LintPool } from './io.ts'
import type { ReadBlock, ReadEvent, ResultEvent } from './read-event.ts'

/** Submissions, and characters of text, that are handed over at once. */
const BATCH = { submissions: 64, characters: 65_536 }

type Results = readonly ResultEvent[]

export async function* lintEvents(
  blocks: AsyncIterable<ReadBlock>,
  pool: LintPool,
  interrupted: AbortSignal,
): AsyncGenerator<Results> {
  const source = blocks[Symbol.asyncIterator]()
  const waiting: ReadEvent[][] = []
  const underWay: Promise<Results>[] = []
  let next: Promise<IteratorResult<ReadBlock>> | undefined
  let ended = false
  // One listener for the whole run: a promise that many races wait for would remember all of them.
  let wake = () => {}
  const stop = () => wake()
  interrupted.addEventListener('abort', stop)
  try {
    for (;;) {
      while (waiting.length > 0 && underWay.length < pool.jobs * 2) {
        const results = lintBatch(waiting.shift()!, pool)
        // It is awaited in its turn; until then a failure must not count as nobody's.
        results.catch(() => {})
        underWay.push(results)
      }
      const oldest = underWay[0]
      if (ended || waiting.length > 0) {
        if (!oldest) return
        yield await oldest
        underWay.shift()
        continue
      }
      // Whoever waits for more input sees meanwhile what is done.
      next ??= source.next()
      const read = next.then((block) => ({ block }))
      const stopped = new Promise<{ stopped: true }>((resolve) => {
        wake = () => resolve({ stopped: true })
        if (interrupted.aborted) wake()
      })
      const first = await Promise.race([
        stopped,
        read,
        ...(oldest ? [oldest.then((results) => ({ results }))] : []),
      ])
      if ('stopped' in first) {
        ended = true
        continue
      }
      if ('results' in first) {
        yield first.results
        underWay.shift()
        continue
      }
      next = undefined
      if (first.block.done) ended = true
      else waiting.push(...split(first.block.value))
    }
  } finally {
    interrupted.removeEventListener('abort', stop)
    // A source that waits for input would keep us waiting too.
    const closed = source.return?.(undefined)
    if (!interrupted.aborted) await closed
    else closed?.catch(() => {})
  }
}

/** A block cut into batches; events that need no linting stay in their places between the others. */
const split = (block: ReadBlock): ReadEvent[][] => {
  const batches: ReadEvent[][] = []
  let batch: ReadEvent[] = []
  let submissions = 0
  let characters = 0
  for (const event of block) {
    batch.push(event)
    if (event.type !== 'lint') continue
    submissions += 1
    characters += event.passage.submission.text.length
    if (submissions < BATCH.submissions && characters < BATCH.characters) continue
    batches.push(batch)
    batch = []
    submissions = 0
    characters = 0
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}

const lintBatch = async (batch: readonly ReadEvent[], pool: LintPool): Promise<Results> => {
  const submissions = batch.flatMap((event) => (event.type === 'lint' ? [event.passage.submission] : []))
  const reports = submissions.length > 0 ? await pool.lint(submissions) : []
  let at = 0
  return batch.map((event): ResultEvent => {
    if (event.type !== 'lint') return event
    const report = reports[at]
    at += 1
    if (!report) throw new Error('a report is missing')
    return { ...event, type: 'linted', report, fields: splitReport(event.passage, report) }
  })
}
