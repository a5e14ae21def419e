/** Linting on several threads. */
import { Worker } from 'node:worker_threads'
import type { ThreadPool } from '../cli/io.ts'
import type { LintReport } from '../core/contract/report.ts'
import type { WorkerData } from './lint-worker.ts'

interface Job {
  readonly batch: string
  readonly done: (reports: LintReport[]) => void
  readonly failed: (error: unknown) => void
}

/** Batches go to whichever thread is free; whoever asked gets its own answer. */
export const startWorkerPool = (jobs: number, rules?: string): ThreadPool => {
  const waiting: Job[] = []
  const free: Thread[] = []
  const threads: Thread[] = []
  let broken: unknown

  const next = () => {
    while (waiting.length > 0 && free.length > 0) free.pop()!.take(waiting.shift()!)
  }
  /** A thread that ends by itself takes the run with it: a report that is missing must not pass for a clean one. */
  const fail = (error: unknown) => {
    broken ??= error
    for (const job of waiting.splice(0)) job.failed(broken)
    for (const thread of threads) thread.job?.failed(broken)
  }

  for (let count = 0; count < jobs; count += 1) {
    const data: WorkerData = rules === undefined ? {} : { rules }
    const worker = new Worker(new URL('./lint-worker.js', import.meta.url), { workerData: data })
    const thread = new Thread(worker, (self) => {
      free.push(self)
      next()
    })
    worker.on('error', fail)
    worker.on('exit', (code) => {
      if (code !== 0) fail(new Error(`a thread ended with ${code}`))
    })
    threads.push(thread)
  }

  return {
    jobs,
    get ready() {
      return broken !== undefined || threads.every((thread) => thread.ready)
    },
    lint: (submissions) =>
      new Promise((done, failed) => {
        if (broken !== undefined) {
          failed(broken)
          return
        }
        waiting.push({ batch: JSON.stringify(submissions), done, failed })
        next()
      }),
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}

class Thread {
  ready = false
  job: Job | undefined
  readonly worker: Worker

  constructor(worker: Worker, free: (self: Thread) => void) {
    this.worker = worker
    worker.once('message', () => {
      this.ready = true
      free(this)
      worker.on('message', (reports: string) => {
        const { job } = this
        this.job = undefined
        job?.done(JSON.parse(reports))
        free(this)
      })
    })
  }

  take(job: Job): void {
    this.job = job
    this.worker.postMessage(job.batch)
  }
}
