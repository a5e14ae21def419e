/** A thread that checks packs, examples and all, and says what is wrong with them: a service answers meanwhile. */
import { parentPort, workerData } from 'node:worker_threads'
import { openLinterLoader, RulesError } from './load-linter.ts'

/** The authored files, by name. */
export type CheckData = readonly (readonly [file: string, source: string])[]

const faultsOf = (files: CheckData): readonly string[] => {
  try {
    openLinterLoader().fromSources(new Map(files))
    return []
  } catch (error) {
    if (error instanceof RulesError) return error.faults
    throw error
  }
}

parentPort!.postMessage(faultsOf(workerData as CheckData))
