/** The linter of the build, made once a worker: files of one worker share it. */
import type { RuleLinter } from '../../src/core/lint/create-linter.ts'
import { type LinterLoader, openLinterLoader } from '../../src/runtime/load-linter.ts'

let loader: LinterLoader | undefined
export const testLoader = (): LinterLoader => {
  loader ??= openLinterLoader()
  return loader
}

let linter: RuleLinter | undefined
export const testLinter = (): RuleLinter => {
  linter ??= testLoader().built()
  return linter
}
