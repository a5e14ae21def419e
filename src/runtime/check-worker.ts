/**
 * A thread that checks packs, examples and all, and gives them as it read them, or says what is wrong with them: a service
 * answers meanwhile, and has only to make a linter of what comes.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { type CheckedRules, openLinterLoader, RulesError } from './load-linter.ts'

/** The authored files, by name. */
export type CheckData = readonly (readonly [file: string, source: string])[]

/** As JSON: text is copied between threads faster than objects are. */
export type CheckAnswer =
  | { readonly rules: CheckedRules; readonly faults?: undefined }
  | { readonly faults: readonly string[] }

const answer = (files: CheckData): CheckAnswer => {
  try {
    return { rules: openLinterLoader().checked(new Map(files)) }
  } catch (error) {
    if (error instanceof RulesError) return { faults: error.faults }
    throw error
  }
}

parentPort!.postMessage(JSON.stringify(answer(workerData as CheckData)))
