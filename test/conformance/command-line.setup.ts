/** Lints the conformance submissions with the command line as it is built, for the tests in every runtime to compare. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { submissionLines } from './submissions.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** JSONL: a report a line. */
    commandLineReports: string
  }
}

export default function setup(project: TestProject): void {
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
  const input = submissionLines()
  project.provide('commandLineReports', lint(cli, input))
}

function lint(cli: string, input: string): string {
  try {
    return execFileSync(process.execPath, [cli, 'lint', '--format', 'jsonl', '-'], {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
  } catch (error) {
    // Exit code 1: there are findings, as there should be.
    const { status, stdout } = error as { status?: number; stdout?: string }
    if (status === 1 && stdout !== undefined) return stdout
    throw error
  }
}
