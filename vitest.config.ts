/** Two projects: the tests on Node, and in workerd the conformance cases that hold in both. */
import { cloudflareTest } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'
import { KEYS_CONFIGURATION, ORIGIN } from './test/conformance/test-keys.ts'

export default defineConfig({
  test: {
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'node',
          globalSetup: ['test/conformance/command-line.setup.ts'],
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
          name: 'workerd',
          globalSetup: ['test/conformance/command-line.setup.ts'],
          include: ['test/**/*.worker.test.ts'],
        },
      },
    ],
  },
})
