/** Three projects: the tests on Node, in workerd the conformance cases that hold in both, and the page in Chromium. */
import { cloudflareTest } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'
import { KEYS_CONFIGURATION, ORIGIN } from './test/conformance/test-keys.ts'

/** No test waits for a clock; a loaded machine may take its time. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    silent: 'passed-only',
    projects: [
      {
        test: {
          ...patience,
          name: 'node',
          globalSetup: ['test/conformance/command-line.setup.ts'],
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
          globalSetup: ['test/conformance/command-line.setup.ts', 'test/conformance/fuzzed-answers.setup.ts'],
          include: ['test/**/*.worker.test.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          globalSetup: ['test/web/support/chromium.setup.ts', 'test/conformance/command-line.setup.ts'],
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
