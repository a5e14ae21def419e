import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/core/contract/second-opinion.ts'
import { createMemoryCache } from '../../../src/runtime/second-opinion/memory-cache.ts'
import { createOpenAiCompatible } from '../../../src/runtime/second-opinion/openai-compatible.ts'
import {
  OpinionSettingsError,
  readOpinionSettings,
} from '../../../src/runtime/second-opinion/opinion-settings.ts'
import { createPlatformCache } from '../../../src/runtime/second-opinion/platform-cache.ts'
import { createWorkersAi } from '../../../src/runtime/second-opinion/workers-ai.ts'

const QUESTION = { system: 'law', user: '{"本文":"あ"}', schema: { type: 'object' } }
const PASS: Answer = { verdict: 'pass', findings: [] }
const signal = new AbortController().signal

describe('Workers AI', () => {
  const run = async (output: unknown, body = {}) => {
    const given: unknown[] = []
    const asker = createWorkersAi({
      ai: {
        run: async (...inputs) => {
          given.push(...inputs)
          return output
        },
      },
      model: '@cf/some/model',
      body,
    })
    return { attempt: await asker.ask(QUESTION, signal), given }
  }

  it('is run in JSON mode with the schema', async () => {
    const { given } = await run({ response: PASS }, { temperature: null, seed: 1 })
    expect(given).toEqual([
      '@cf/some/model',
      {
        messages: [
          { role: 'system', content: 'law' },
          { role: 'user', content: '{"本文":"あ"}' },
        ],
        max_tokens: 800,
        stream: false,
        response_format: { type: 'json_schema', json_schema: { type: 'object' } },
        seed: 1,
      },
    ])
  })

  it.each([
    ['an object', { response: PASS, usage: {} }, JSON.stringify(PASS)],
    ['a text', { response: JSON.stringify(PASS) }, JSON.stringify(PASS)],
    ['choices', { choices: [{ message: { content: 'x' } }] }, 'x'],
    ['nothing', { response: null }, ''],
    ['no object', 'x', ''],
    ['a stream that nobody asked for', new ReadableStream(), ''],
  ])('answers with %s', async (_, output, text) => {
    expect((await run(output)).attempt).toEqual({ kind: 'said', text })
  })
})

describe('an address', () => {
  it.each([
    ['https://api.openai.com/v1', 'https://api.openai.com/v1/chat/completions'],
    ['http://localhost:11434/v1/', 'http://localhost:11434/v1/chat/completions'],
    ['https://x.example/openai/chat/completions', 'https://x.example/openai/chat/completions'],
  ])('%s is asked at %s, without a key where there is none', async (url, expected) => {
    const asked: [string, RequestInit][] = []
    const asker = createOpenAiCompatible({
      url,
      model: 'm',
      format: 'none',
      body: {},
      fetch: async (...request) => {
        asked.push(request)
        return Response.json({ choices: [{ message: { content: 'x' } }] })
      },
      now: () => 0,
    })
    expect(await asker.ask(QUESTION, signal)).toEqual({ kind: 'said', text: 'x' })
    expect(asked[0]![0]).toBe(expected)
    expect(asked[0]![1].headers).toEqual({ 'content-type': 'application/json' })
    expect(JSON.parse(asked[0]![1].body as string)).not.toHaveProperty('response_format')
  })

  it.each([
    ['seconds', '7', 7000],
    ['a date', 'Thu, 01 Jan 1970 00:00:09 GMT', 8000],
    ['a date that is over', 'Thu, 01 Jan 1970 00:00:00 GMT', undefined],
    ['anything else', 'soon', undefined],
  ])('says with %s how long it wants to be left alone', async (_, header, retryAfterMs) => {
    const asker = createOpenAiCompatible({
      url: 'http://x/v1',
      model: 'm',
      format: 'json_schema',
      body: {},
      fetch: async () => new Response('', { status: 429, headers: { 'retry-after': header } }),
      now: () => 1000,
    })
    expect(await asker.ask(QUESTION, signal)).toEqual({ kind: 'failed', retryAfterMs })
  })
})

describe('answers that are kept', () => {
  it('in memory are the latest ones, for a while', async () => {
    let now = 0
    const cache = createMemoryCache({ entries: 2, seconds: 10 }, () => now)
    await cache.put('a', PASS)
    await cache.put('b', PASS)
    await cache.get('a')
    await cache.put('c', PASS)
    expect([await cache.get('a'), await cache.get('b'), await cache.get('c')]).toEqual([
      PASS,
      undefined,
      PASS,
    ])
    now = 10_000
    expect(await cache.get('a')).toBeUndefined()
  })

  it('on the platform are kept under a digest, and read only as answers', async () => {
    const kept = new Map<string, Response>()
    const cache = createPlatformCache(
      {
        match: async (key) => kept.get(key)?.clone(),
        put: async (key, response) => void kept.set(key, response),
      },
      60,
    )
    expect(await cache.get('m k')).toBeUndefined()
    await cache.put('m k', PASS)
    expect(await cache.get('m k')).toEqual(PASS)
    const [[address, response]] = [...kept] as [[string, Response]]
    expect(new URL(address).pathname).toBe('/m%20k')
    expect(response.headers.get('cache-control')).toBe('max-age=60')
    kept.set(address, Response.json({ verdict: 'block' }))
    expect(await cache.get('m k')).toBeUndefined()
  })
})

describe('the settings', () => {
  it('are none without a model', () => {
    expect(readOpinionSettings({})).toBeUndefined()
  })

  it('have bounds of their own', () => {
    expect(readOpinionSettings({ SEKISHO_SECOND_OPINION_MODEL: '@cf/x' })).toEqual({
      model: '@cf/x',
      url: undefined,
      key: undefined,
      seconds: 2,
      concurrency: 16,
      failures: 5,
      restSeconds: 30,
      cacheSeconds: 86_400,
      format: 'json_schema',
      body: {},
    })
  })

  it.each([
    ['an address without a model', { SEKISHO_SECOND_OPINION_URL: 'http://x' }, '_MODEL'],
    ['no address', { SEKISHO_SECOND_OPINION_MODEL: 'm', SEKISHO_SECOND_OPINION_URL: 'x' }, '_URL'],
    ['no JSON', { SEKISHO_SECOND_OPINION_MODEL: 'm', SEKISHO_SECOND_OPINION_SETTINGS: '{' }, '_SETTINGS'],
    [
      'a bound that is none',
      { SEKISHO_SECOND_OPINION_MODEL: 'm', SEKISHO_SECOND_OPINION_SETTINGS: '{"seconds":0}' },
      'seconds',
    ],
    [
      'an unknown one',
      { SEKISHO_SECOND_OPINION_MODEL: 'm', SEKISHO_SECOND_OPINION_SETTINGS: '{"second":1}' },
      'second',
    ],
  ])('are refused with %s', (_, environment, says) => {
    expect(() => readOpinionSettings(environment)).toThrow(OpinionSettingsError)
    expect(() => readOpinionSettings(environment)).toThrow(says)
  })
})
