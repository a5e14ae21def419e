/**
 * The projects: the tests on Node, those of the page in Chromium with them, and in workerd the conformance cases that hold in
 * both. Files share a process: its modules are loaded and its linter is built once a worker instead of once a file. What a
 * file changes of its process it puts back.
 */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { cloudflareTest } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { KEYS_CONFIGURATION, ORIGIN } from './test/conformance/test-keys.ts'

/** No test waits for a clock; a loaded machine may take its time, and is no fault of the page. */
const patience = { testTimeout: 180_000, hookTimeout: 120_000, expect: { poll: { timeout: 50_000 } } }

/**
 * What takes longest, longest first: begun last, one core would be left with it alone. Those of workerd come while two
 * others are busy, their longest last: one worker loads the Worker, and goes from file to file.
 */
const HEAVY = [
  'test/runtime/object-jobs.worker.test.ts',
  'test/packs/needless.test.ts',
  'test/docs/commands.test.ts',
  'test/conformance/http.worker.test.ts',
  'test/web/page.worker.test.ts',
  'test/conformance/tokenizer.worker.test.ts',
  'test/runtime/second-opinion/platform.worker.test.ts',
  'test/conformance/fuzz.worker.test.ts',
  'test/web/text-mode.browser.test.ts',
  'test/web/page.browser.test.ts',
  'test/cli/end-to-end.test.ts',
  'test/runtime/process.test.ts',
  'test/runtime/idle.test.ts',
  'test/package/package.test.ts',
  'test/extension/addons-linter.test.ts',
  'test/core/lint/remembered.test.ts',
  'test/eval/floors.test.ts',
  'test/http/fuzz.test.ts',
  'test/packs/known-packs.test.ts',
  'test/packs/authored-faults.test.ts',
  'test/core/second-opinion/adversarial.test.ts',
  'test/core/judge/weights.test.ts',
  'test/core/morph/dictionary.test.ts',
  'test/core/contact-data/patterns.test.ts',
]

for (const file of HEAVY) if (!existsSync(file)) throw new Error(`vitest.config.ts: there is no ${file}`)

class HeavyFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = HEAVY.findIndex((file) => moduleId.endsWith(file))
      return at < 0 ? HEAVY.length : at
    }
    const sorted = await super.sort(specifications)
    return sorted.sort((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    silent: 'passed-only',
    // One more than cores: those of the browser, of processes and of connections wait more than they work.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: HeavyFirst },
    // Once for all projects.
    globalSetup: ['test/conformance/command-line.setup.ts'],
    projects: [
      {
        test: {
          ...patience,
          name: 'node',
          isolate: false,
          globalSetup: ['test/web/support/chromium.setup.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.worker.test.ts'],
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml', environment: 'jobs' },
            miniflare: {
              bindings: { SEKISHO_KEYS: KEYS_CONFIGURATION, SEKISHO_ORIGINS: ORIGIN },
              ratelimits: { RATE_2_60: { simple: { limit: 2, period: 60 } } },
            },
          }),
        ],
        test: {
          ...patience,
          name: 'workerd',
          isolate: false,
          globalSetup: ['test/conformance/fuzzed-answers.setup.ts'],
          include: ['test/**/*.worker.test.ts'],
        },
      },
    ],
  },
})
