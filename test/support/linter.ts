/** The linter of the build, made once a test file. */
import type { RuleLinter } from '../../src/core/lint/create-linter.ts'
import { openLinterLoader } from '../../src/runtime/load-linter.ts'

let linter: RuleLinter | undefined
export const testLinter = (): RuleLinter => {
  linter ??= openLinterLoader().built()
  return linter
}
