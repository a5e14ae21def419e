/** Where metadata of linked videos comes from beside the export itself: a folder of files, and the YouTube Data API. */
import type { Command } from 'commander'
import type { LookUpVideo, VideoGap } from '../../core/documents/linked-videos.ts'
import { readVideoMetadata, type VideoMetadata, videoKey } from '../../core/documents/video-metadata.ts'
import { UsageError } from '../fault.ts'
import type { Io } from '../io.ts'
import { openBytes } from '../readers/open-bytes.ts'
import { readWhole } from '../readers/read-whole.ts'
import { STDIN } from '../readers/stdin.ts'
import { scanForVideos } from './scan-for-videos.ts'
import { VideoCache } from './video-cache.ts'
import { fetchYoutubeVideos, YOUTUBE_API } from './youtube-client.ts'

export interface VideoOptions {
  readonly videos?: string
  readonly youtubeApiKey?: string
  readonly youtubeApiUrl?: string
  readonly videoCache?: string
  readonly refreshVideos?: true
}

export const addVideoOptions = (command: Command): Command =>
  command
    .option(
      '--videos <dir>',
      'folder with metadata of linked videos: yt-dlp info.json, videos.list responses',
    )
    .option('--youtube-api-key <key>', 'ask the YouTube Data API v3 for the others (or YOUTUBE_API_KEY)')
    .option('--youtube-api-url <url>', `where it is (default: ${YOUTUBE_API})`)
    .option('--video-cache <file>', 'where its answers are kept (default: in the user’s cache folder)')
    .option('--refresh-videos', 'ask again for what is kept')

/** Larger than any response of the API. */
const MAX_METADATA_BYTES = 64 * 1_048_576

/** What lies in the folder goes before what the API says. */
export const openVideoLibrary = async (
  inputs: readonly string[],
  options: VideoOptions,
  io: Io,
): Promise<LookUpVideo> => {
  const known = new Map<string, VideoMetadata | VideoGap>()
  if (options.videos !== undefined) await readFolder(options.videos, known, io)
  const key = options.youtubeApiKey ?? io.env('YOUTUBE_API_KEY')
  if (key) await askYoutube(inputs, key, options, known, io)
  return (video) => known.get(video)
}

const readFolder = async (
  folder: string,
  known: Map<string, VideoMetadata | VideoGap>,
  io: Io,
): Promise<void> => {
  if ((await io.files.kind(folder)) !== 'folder') throw new UsageError(`--videos ${folder}: no such folder`)
  const listed = await io.files.list(folder)
  if (listed.refused.length > 0) throw new UsageError(`--videos ${listed.refused[0]}: may not be read`)
  const files = listed.files.filter((file) => /\.json(?:\.gz)?$/i.test(file))
  if (files.length === 0) throw new UsageError(`--videos ${folder}: no JSON file in it`)
  for (const file of files) {
    let raw: unknown
    try {
      const bytes = await readWhole(openBytes(io.files.read(file)), MAX_METADATA_BYTES)
      raw = JSON.parse(new TextDecoder().decode(bytes))
    } catch {
      await io.stderr.write(
        `${file}: 動画の情報として読めません。yt-dlpやAPIの書き出しを確かめてください。\n`,
      )
      continue
    }
    const name = file.split(/[/\\]/).at(-1)!
    const found = Array.isArray(raw)
      ? raw.flatMap((one, index) => readVideoMetadata(one, [name, index]))
      : readVideoMetadata(raw, [name])
    for (const video of found) {
      if (!known.has(videoKey(video))) known.set(videoKey(video), video)
    }
  }
}

const askYoutube = async (
  inputs: readonly string[],
  key: string,
  options: VideoOptions,
  known: Map<string, VideoMetadata | VideoGap>,
  io: Io,
): Promise<void> => {
  if (inputs.includes(STDIN)) {
    throw new UsageError('linked videos are asked for before linting: give files instead of standard input')
  }
  const cache = await VideoCache.open(options.videoCache ?? `${io.cacheFolder}/videos.json`, io)
  const linked = (await scanForVideos(inputs, io)).filter(
    (id) => !known.has(videoKey({ site: 'youtube', id })),
  )
  const open = linked.filter((id) => options.refreshVideos || cache.get(id) === undefined)
  const baseUrl = (options.youtubeApiUrl ?? YOUTUBE_API).replace(/\/+$/, '')
  const answer = await fetchYoutubeVideos(open, { key, baseUrl }, io)
  for (const video of answer.found) cache.put(video.id, video)
  for (const id of answer.missing) cache.put(id, null)
  await cache.save()

  const unanswered = new Set(answer.unanswered)
  for (const id of linked) {
    const video = cache.get(id)
    known.set(
      videoKey({ site: 'youtube', id }),
      unanswered.has(id)
        ? { code: 'failed', says: `${answer.failure ?? ''}動画のタイトルと説明文を確かめていません。` }
        : video
          ? metadataOf(video)
          : {
              code: 'not-found',
              says: '動画が見つからないか非公開のため、タイトルと説明文を確かめていません。',
            },
    )
  }
  if (answer.failure !== undefined) await io.stderr.write(`${answer.failure}\n`)
  const kept = linked.length - open.length
  if (kept > 0) {
    await io.stderr.write(`動画${kept}件は前回の情報を使いました。--refresh-videosで取り直せます。\n`)
  }
}

const metadataOf = ({
  id,
  title,
  description,
}: {
  id: string
  title: string
  description: string
}): VideoMetadata => {
  const path = [`youtube:${id}`]
  return {
    site: 'youtube',
    id,
    title: { path: [...path, 'title'], text: title },
    description: { path: [...path, 'description'], text: description },
  }
}
