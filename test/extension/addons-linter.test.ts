/** What Mozilla's reviewers run over an add-on finds nothing in ours. */
import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const FOLDER = 'build/extension-linted'

test('addons-linter has nothing to say of the Firefox zip', { timeout: 180_000 }, () => {
  execFileSync(process.execPath, ['src/tools/run.mjs', 'src/tools/build-extension.ts', FOLDER, 'firefox'])
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/addons-linter/bin/addons-linter', '--output', 'json', `${FOLDER}/sekisho-firefox.zip`],
    { encoding: 'utf8' },
  )
  const { errors, notices, warnings } = JSON.parse(stdout)
  expect({ errors, notices, warnings }).toEqual({ errors: [], notices: [], warnings: [] })
})
