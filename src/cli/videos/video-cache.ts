/** What the YouTube Data API has said before, so that a second run asks nothing. */
import * as z from 'zod'
import type { Io } from '../io.ts'
import type { YoutubeVideo } from './youtube-client.ts'

const cacheSchema = z.object({
  version: z.literal(1),
  /** By id; `null`: the API does not know it. */
  youtube: z.record(z.string(), z.object({ title: z.string(), description: z.string() }).nullable()),
})

export class VideoCache {
  readonly #file: string
  readonly #io: Pick<Io, 'files'>
  readonly #videos: Map<string, { title: string; description: string } | null>
  #changed = false

  private constructor(file: string, io: Pick<Io, 'files'>, videos: z.output<typeof cacheSchema>['youtube']) {
    this.#file = file
    this.#io = io
    this.#videos = new Map(Object.entries(videos))
  }

  /** A cache that is missing or broken is an empty one. */
  static async open(file: string, io: Pick<Io, 'files'>): Promise<VideoCache> {
    if ((await io.files.kind(file)) !== 'file') return new VideoCache(file, io, {})
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of io.files.read(file)) text += decoder.decode(chunk, { stream: true })
    try {
      return new VideoCache(file, io, cacheSchema.parse(JSON.parse(text)).youtube)
    } catch {
      return new VideoCache(file, io, {})
    }
  }

  /** `undefined`: never asked. */
  get(id: string): YoutubeVideo | null | undefined {
    const known = this.#videos.get(id)
    return known ? { id, ...known } : known
  }

  put(id: string, video: Omit<YoutubeVideo, 'id'> | null): void {
    this.#videos.set(id, video && { title: video.title, description: video.description })
    this.#changed = true
  }

  async save(): Promise<void> {
    if (!this.#changed) return
    const content = { version: 1, youtube: Object.fromEntries(this.#videos) }
    await this.#io.files.replace(this.#file, `${JSON.stringify(content)}\n`)
  }
}
