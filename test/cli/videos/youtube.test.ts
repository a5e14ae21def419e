/** The client against a server that speaks the API's documented shapes. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { runWith } from '../memory-io.ts'

const id = (number: number) => `video${String(number).padStart(6, '0')}`

interface Answer {
  readonly status?: number
  readonly reason?: string
  readonly retryAfter?: string
  readonly raw?: string
}

let server: Server | undefined
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

/** Knows every video but those listed; first gives the answers that are queued. */
const startServer = async (queued: Answer[] = [], unknown: string[] = []) => {
  const asked: string[][] = []
  const answer = (request: IncomingMessage) => {
    const url = new URL(request.url!, 'http://localhost')
    expect(url.pathname).toBe('/youtube/v3/videos')
    expect(url.searchParams.get('part')).toBe('snippet')
    expect(url.searchParams.get('key')).toBe('secret-key')
    const ids = url.searchParams.get('id')!.split(',')
    asked.push(ids)
    return {
      kind: 'youtube#videoListResponse',
      etag: 'e',
      items: ids
        .filter((one) => !unknown.includes(one))
        .map((one) => ({
          kind: 'youtube#video',
          etag: 'e',
          id: one,
          snippet: {
            publishedAt: '2025-01-01T00:00:00Z',
            channelId: 'UC',
            title: `題 ${one}`,
            description: 'たぶん最後です。',
            thumbnails: {},
            channelTitle: 'c',
            tags: ['LINEで話しませんか'],
            categoryId: '10',
          },
        })),
      pageInfo: { totalResults: ids.length, resultsPerPage: ids.length },
    }
  }
  server = createServer((request, response) => {
    const body = answer(request)
    const { status = 200, reason, retryAfter, raw } = queued.shift() ?? {}
    response.writeHead(status, {
      'content-type': 'application/json; charset=UTF-8',
      ...(retryAfter ? { 'retry-after': retryAfter } : {}),
    })
    const fault = {
      error: { code: status, message: 'm', errors: [{ message: 'm', domain: 'youtube.quota', reason }] },
    }
    response.end(raw ?? JSON.stringify(status === 200 ? body : fault))
  })
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/youtube/v3/`, asked }
}

const account = (ids: string[]) =>
  JSON.stringify({
    marketplace: 'coconala',
    portfolio: ids.map((one) => ({ links: [{ url: `https://youtu.be/${one}` }] })),
  }).replaceAll('/', '\\/')

const audit = async (url: string, files: Record<string, string | Uint8Array>, ...more: string[]) => {
  const waited: number[] = []
  const argv = [
    'lint',
    '-f',
    'jsonl',
    '--youtube-api-key',
    'secret-key',
    '--youtube-api-url',
    url,
    ...more,
    'a.json',
  ]
  const ran = await runWith(argv, files, {
    fetch: (address, init) => fetch(address, init),
    sleep: async (ms) => void waited.push(ms),
  })
  expect(ran.stdout + ran.stderr).not.toContain('secret-key')
  const lines = ran.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  return { ...ran, lines, summary: lines.at(-1), waited }
}

describe('the YouTube Data API', () => {
  it('is asked in batches of 50, each video once, and never for what the export carries', async () => {
    const { url, asked } = await startServer()
    const ids = Array.from({ length: 120 }, (_, index) => id(index))
    const carried = JSON.parse(account([...ids, ids[0]!]))
    carried.links = [{ id: id(7), title: 't', description: 'd' }]
    const { lines, summary } = await audit(url, { 'a.json': JSON.stringify(carried) })
    expect(asked.map(({ length }) => length)).toEqual([50, 50, 19])
    expect(asked.flat()).not.toContain(id(7))
    expect(lines[0]).toMatchObject({
      path: `youtube:${id(0)}.description`,
      via: 'portfolio[0].links[0].url',
      channel: 'portfolio',
      verdict: 'warn',
    })
    // Tags are not looked at.
    expect(summary).toMatchObject({ verdict: 'warn', findings: { block: 0, warn: 119 }, notLookedAt: [] })
  })

  it('is asked nothing by a second run, and again when told so', async () => {
    const { url, asked } = await startServer([], [id(2)])
    const first = await audit(url, { 'a.json': account([id(1), id(2)]) })
    expect(first.summary.notLookedAt).toMatchObject([
      { path: 'portfolio[1].links[0].url', code: 'not-found' },
    ])
    const second = await audit(url, { ...first.files })
    expect(asked).toHaveLength(1)
    expect(second.stdout).toBe(first.stdout)
    expect(second.stderr).toBe('動画2件は前回の情報を使いました。--refresh-videosで取り直せます。\n')
    await audit(url, { ...first.files }, '--refresh-videos')
    expect(asked).toHaveLength(2)
  })

  it.each<[string, Answer, number]>([
    ['it is busy', { status: 503 }, 500],
    ['it is asked too fast', { status: 403, reason: 'rateLimitExceeded' }, 500],
    ['it says when to come back', { status: 429, retryAfter: '7' }, 7000],
  ])('is asked again when %s', async (_, answer, wait) => {
    const { url, asked } = await startServer([answer])
    const { summary, waited } = await audit(url, { 'a.json': account([id(1)]) })
    expect(asked).toHaveLength(2)
    expect(waited).toEqual([wait])
    expect(summary).toMatchObject({ fields: 3, notLookedAt: [] })
  })

  it.each<[string, Answer, string]>([
    ['the quota is used up', { status: 403, reason: 'quotaExceeded' }, '一日の割り当てを使い切りました'],
    ['the key is wrong', { status: 400, reason: 'keyInvalid' }, 'キーが正しくありません'],
    ['the API is not enabled', { status: 403, reason: 'accessNotConfigured' }, '有効になっていません'],
    ['somebody else answers', { raw: '<html>' }, '答えを読めませんでした'],
    ['it refuses', { status: 404, reason: 'gone' }, '断られました(404 gone)'],
  ])('is not asked again when %s, and the videos are not taken for clean', async (_, answer, said) => {
    const { url, asked } = await startServer([answer])
    const { summary, stderr } = await audit(url, { 'a.json': account([id(1)]) })
    expect(asked).toHaveLength(1)
    expect(stderr).toContain(said)
    expect(summary.verdict).toBe('review')
    expect(summary.notLookedAt[0]).toMatchObject({ code: 'failed', says: expect.stringContaining(said) })
  })

  it('is given up after some tries, with growing pauses', async () => {
    const { url, asked } = await startServer(Array.from({ length: 9 }, () => ({ status: 500 })))
    const { waited, stderr } = await audit(url, { 'a.json': account([id(1)]) })
    expect(asked).toHaveLength(5)
    expect(waited).toEqual([500, 1000, 2000, 4000])
    expect(stderr).toContain('障害が起きています(500)')
  })

  it('keeps what it got when the quota ends in between', async () => {
    const { url } = await startServer([{}, { status: 403, reason: 'quotaExceeded' }])
    const { summary, files } = await audit(url, {
      'a.json': account(Array.from({ length: 60 }, (_, index) => id(index))),
    })
    expect(summary.notLookedAt).toHaveLength(10)
    const kept = JSON.parse(String(files['cache/videos.json']))
    expect(Object.keys(kept.youtube)).toHaveLength(50)
  })

  it('names a network that is not there', async () => {
    const { stderr } = await audit('http://127.0.0.1:1/', { 'a.json': account([id(1)]) })
    expect(stderr).toContain('YouTube Data APIにつながりません。')
  })
})

describe('--videos', () => {
  const run = (files: Record<string, string>) =>
    runWith(['lint', '-f', 'jsonl', '--videos', 'v', 'a.json'], {
      'a.json': account([id(1), id(2)]),
      ...files,
    })

  it('takes info.json files and responses of the API from a folder', async () => {
    const { stdout, stderr } = await run({
      'v/one.info.json': JSON.stringify({
        id: id(1),
        title: 'a',
        description: 'たぶん',
        extractor: 'youtube',
      }),
      'v/list.json': JSON.stringify({
        items: [{ id: id(2), snippet: { title: 'たぶん', description: 'b' } }],
      }),
      'v/broken.json': '{',
      'v/readme.txt': 'x',
    })
    expect(stderr).toBe(
      'v/broken.json: 動画の情報として読めません。yt-dlpやAPIの書き出しを確かめてください。\n',
    )
    expect(
      stdout
        .split('\n')
        .slice(0, 3)
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { path: 'one.info.json.description', via: 'portfolio[0].links[0].url' },
      { path: 'list.json.items[0].snippet.title', via: 'portfolio[1].links[0].url' },
      { summary: true, notLookedAt: [] },
    ])
  })

  it.each([
    ['a folder that is not there', {}, '--videos v: no such folder'],
    ['a folder with nothing in it', { 'v/x.txt': '' }, '--videos v: no JSON file in it'],
  ])('%s is bad usage', async (_, files, said) => {
    const { code, stderr } = await run(files)
    expect(code).toBe(2)
    expect(stderr).toContain(said)
  })
})
