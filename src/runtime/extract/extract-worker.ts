/** The thread that looks into one file, and ends with it. */
import { parentPort, workerData } from 'node:worker_threads'
import { extract } from './extract.ts'

/** @property file its name: the ending says what it is */
export interface ExtractData {
  readonly file: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const { file, bytes } = workerData as ExtractData
parentPort!.postMessage(await extract(file, bytes))
