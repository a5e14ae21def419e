/**
 * Titles and descriptions from the YouTube Data API v3 (`videos.list`, `part=snippet`): 50 ids a request, one unit of
 * the daily quota each. The key never appears in a message.
 */
import * as z from 'zod'
import type { Io } from '../io.ts'

export const YOUTUBE_API = 'https://www.googleapis.com/youtube/v3'
const IDS_A_REQUEST = 50
const ATTEMPTS = 5
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
const TIMEOUT_MS = 15_000

export interface YoutubeVideo {
  readonly id: string
  readonly title: string
  readonly description: string
}

export interface YoutubeAnswer {
  readonly found: readonly YoutubeVideo[]
  /** Private, deleted, or never there. */
  readonly missing: readonly string[]
  /** Not asked for or not answered: `failure` says why. */
  readonly unanswered: readonly string[]
  /** What went wrong, for a person. */
  readonly failure?: string
}

const responseSchema = z.object({
  items: z.array(
    z.object({ id: z.string(), snippet: z.object({ title: z.string(), description: z.string() }) }),
  ),
})

const errorSchema = z.object({
  error: z.object({
    status: z.string().optional(),
    errors: z.array(z.object({ reason: z.string().optional() })).optional(),
    details: z.array(z.object({ reason: z.string().optional() })).optional(),
  }),
})

export interface YoutubeClientOptions {
  readonly key: string
  /** Without a slash at the end. */
  readonly baseUrl: string
}

/** Never throws: what could not be had is `unanswered`. */
export const fetchYoutubeVideos = async (
  ids: readonly string[],
  options: YoutubeClientOptions,
  io: Pick<Io, 'fetch' | 'sleep'>,
): Promise<YoutubeAnswer> => {
  const found: YoutubeVideo[] = []
  const missing: string[] = []
  for (let at = 0; at < ids.length; at += IDS_A_REQUEST) {
    const some = ids.slice(at, at + IDS_A_REQUEST)
    const answer = await request(some, options, io)
    if ('failure' in answer) {
      // What stops one batch stops the next: quota, key, network.
      return { found, missing, unanswered: ids.slice(at), failure: answer.failure }
    }
    found.push(...answer.videos)
    const known = new Set(answer.videos.map(({ id }) => id))
    missing.push(...some.filter((id) => !known.has(id)))
  }
  return { found, missing, unanswered: [] }
}

type Answer = { videos: YoutubeVideo[] } | { failure: string }

const request = async (
  ids: readonly string[],
  { key, baseUrl }: YoutubeClientOptions,
  io: Pick<Io, 'fetch' | 'sleep'>,
): Promise<Answer> => {
  const query = new URLSearchParams({
    part: 'snippet',
    id: ids.join(','),
    maxResults: `${IDS_A_REQUEST}`,
    key,
  })
  let failure = ''
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    let wait = Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS)
    try {
      const response = await io.fetch(`${baseUrl}/videos?${query}`, {
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      const body: unknown = await response.json().catch(() => undefined)
      if (response.ok) {
        const read = responseSchema.safeParse(body)
        if (!read.success)
          return { failure: 'YouTube Data APIの答えを読めませんでした。接続先を確かめてください。' }
        return { videos: read.data.items.map(({ id, snippet }) => ({ id, ...snippet })) }
      }
      const fault = faultOf(response.status, reasonOf(body))
      if (!fault.again) return { failure: fault.says }
      failure = fault.says
      const after = Number(response.headers.get('retry-after'))
      if (after > 0) wait = Math.min(after * 1000, LONGEST_WAIT_MS)
    } catch {
      failure = 'YouTube Data APIにつながりません。ネットワークを確かめてください。'
    }
    if (attempt + 1 < ATTEMPTS) await io.sleep(wait)
  }
  return { failure }
}

const reasonOf = (body: unknown): string => {
  const read = errorSchema.safeParse(body)
  if (!read.success) return ''
  const { errors, details, status } = read.data.error
  return errors?.[0]?.reason ?? details?.[0]?.reason ?? status ?? ''
}

const faultOf = (status: number, reason: string): { says: string; again: boolean } => {
  switch (reason) {
    case 'quotaExceeded':
    case 'dailyLimitExceeded':
      return {
        says: 'YouTube Data APIの一日の割り当てを使い切りました。明日、もう一度お試しください。',
        again: false,
      }
    case 'keyInvalid':
    case 'API_KEY_INVALID':
    case 'badRequest':
      return { says: 'YouTube Data APIのキーが正しくありません。キーを確かめてください。', again: false }
    case 'accessNotConfigured':
    case 'SERVICE_DISABLED':
      return {
        says: 'このキーではYouTube Data API v3が有効になっていません。有効にしてください。',
        again: false,
      }
    case 'ipRefererBlocked':
    case 'API_KEY_HTTP_REFERRER_BLOCKED':
    case 'API_KEY_SERVICE_BLOCKED':
    case 'API_KEY_IP_ADDRESS_BLOCKED':
      return {
        says: 'このキーの制限により、YouTube Data APIを使えません。キーの制限を確かめてください。',
        again: false,
      }
    case 'rateLimitExceeded':
    case 'userRateLimitExceeded':
    case 'RATE_LIMIT_EXCEEDED':
      return { says: 'YouTube Data APIが混み合っています。しばらくしてからお試しください。', again: true }
    default:
  }
  if (status === 429) {
    return { says: 'YouTube Data APIが混み合っています。しばらくしてからお試しください。', again: true }
  }
  if (status >= 500) {
    return {
      says: `YouTube Data APIで障害が起きています(${status})。しばらくしてからお試しください。`,
      again: true,
    }
  }
  return { says: `YouTube Data APIに断られました(${status}${reason && ` ${reason}`})。`, again: false }
}
