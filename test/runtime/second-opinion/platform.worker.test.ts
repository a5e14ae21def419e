/** A second opinion inside workerd: the `AI` binding's shape, and the platform's own cache. */
import { describe, expect, test } from 'vitest'
import type { LintReport } from '../../../src/core/contract/report.ts'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { openConsultant } from '../../../src/runtime/second-opinion/open-consultant.ts'
import { readOpinionSettings } from '../../../src/runtime/second-opinion/opinion-settings.ts'
import {
  createPlatformCache,
  type PlatformCache,
} from '../../../src/runtime/second-opinion/platform-cache.ts'
import { fakePacks } from '../../http/fake-linter.ts'

const { caches } = globalThis as unknown as { caches: { default: PlatformCache } }
const packs = fakePacks.map(({ spec }) => spec)
const TEXT = 'では、あれでお願いします'

const report: LintReport = {
  verdict: 'allow',
  findings: [],
  doubts: [{ category: 'contact.messenger', span: { start: 3, end: 6 }, excerpt: 'あれで' }],
  incomplete: [],
  pack: { id: 'coconala', version: '1', digest: 'a'.repeat(64) },
}
const submission = submissionSchema.parse({ marketplace: 'coconala', text: TEXT })

const consultant = (run: (model: string, inputs: object) => Promise<unknown>, settings: object = {}) =>
  openConsultant(
    readOpinionSettings({
      SEKISHO_SECOND_OPINION_MODEL: '@cf/a/model',
      SEKISHO_SECOND_OPINION_SETTINGS: JSON.stringify({ seconds: 0.3, ...settings }),
    })!,
    {
      fetch: () => Promise.reject(new Error('no address is configured')),
      ai: { run },
      cache: (seconds) => createPlatformCache(caches.default, seconds),
      clock: () => performance.now(),
      asked: () => {},
      log: () => {},
    },
  )

describe('on Workers', () => {
  test('a model of the platform is run once, and its answer kept in the cache', async () => {
    const models: string[] = []
    const consult = consultant(async (model) => {
      models.push(model)
      return {
        response: {
          verdict: 'hold',
          findings: [{ category: 'contact.messenger', words: 'あれで', reason: '外の手段です。' }],
        },
      }
    })
    const [first] = await consult([{ submission, report }], packs)
    expect(first).toMatchObject({
      verdict: 'review',
      findings: [{ rule: 'second-opinion/reader', excerpt: 'あれで' }],
      secondOpinion: { model: '@cf/a/model', outcome: 'answered' },
    })
    expect(await consult([{ submission, report }], packs)).toEqual([first])
    expect(models).toEqual(['@cf/a/model'])
  })

  test.each([
    [
      'fails',
      (): Promise<unknown> => Promise.reject(new Error(`JSON mode couldn't be met: ${TEXT}`)),
      'unavailable',
    ],
    ['does not answer', (): Promise<unknown> => new Promise(() => {}), 'late'],
    ['answers with nothing', async (): Promise<unknown> => undefined, 'unusable'],
  ] as const)('one that %s leaves the rules’ report', async (_, run, outcome) => {
    const [after] = await consultant(run, { cacheSeconds: 0 })([{ submission, report }], packs)
    const { secondOpinion, ...rest } = after!
    expect(rest).toEqual(report)
    expect(secondOpinion).toMatchObject({ outcome, changed: [] })
  })
})
