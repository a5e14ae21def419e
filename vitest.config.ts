/**
 * The projects: the tests on Node, in workerd the conformance cases that hold in both, and the page in Chromium. Files share
 * a process: its modules are loaded and its linter is built once a worker instead of once a file. What a file changes of
 * its process it puts back.
 */
import { cloudflareTest } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'
import { KEYS_CONFIGURATION, ORIGIN } from './test/conformance/test-keys.ts'

/** No test waits for a clock; a loaded machine may take its time. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    silent: 'passed-only',
    maxWorkers: '100%',
    // Once for all projects.
    globalSetup: ['test/conformance/command-line.setup.ts'],
    projects: [
      {
        test: {
          ...patience,
          name: 'node',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.worker.test.ts', 'test/**/*.browser.test.ts'],
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
      {
        test: {
          name: 'browser',
          isolate: false,
          globalSetup: ['test/web/support/chromium.setup.ts'],
          include: ['test/**/*.browser.test.ts'],
          // A busy machine is no fault of the page.
          expect: { poll: { timeout: 50_000 } },
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
