/** A thread that lints: it says that it is ready; then batches of submissions in, their reports out. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Submission } from '../core/contract/submission.ts'
import { openLinterLoader, readRules } from './load-linter.ts'

/** @property rules a folder of packs instead of the built-in ones */
export interface WorkerData {
  readonly rules?: string
}

const { rules } = workerData as WorkerData
const loader = openLinterLoader()
// Whoever starts a thread has run the examples.
const linter =
  rules === undefined ? loader.built() : loader.fromSources(readRules(rules), { examples: false }).linter

parentPort!.on('message', (batch: string) => {
  const reports = (JSON.parse(batch) as Submission[]).map((submission) => linter.lint(submission))
  // Text is copied between threads faster than objects are.
  parentPort!.postMessage(JSON.stringify(reports))
})

parentPort!.postMessage('ready')
