/**
 * Joins pages with the videos they link: a video's title and description are linted in the channel of the page. A link
 * whose metadata nobody has is reported as not looked at, never taken for clean.
 */
import type { Submission } from '../contract/submission.ts'
import type { NotLookedAt, Passage, Path } from './document.ts'
import { passageOf } from './passage.ts'
import { findVideoLinks, type VideoLink } from './video-link.ts'
import { readVideoMetadata, type VideoMetadata, videoKey } from './video-metadata.ts'

/** Metadata by `videoKey`. */
export type VideoLibrary = ReadonlyMap<string, VideoMetadata>

/** The metadata in an export's `links`, in the order in which it stands there; the first of a video wins. */
export const libraryOf = (links: readonly unknown[] | null | undefined, path: Path): VideoLibrary => {
  const library = new Map<string, VideoMetadata>()
  for (const [index, raw] of (links ?? []).entries()) {
    for (const video of readVideoMetadata(raw, [...path, index])) {
      if (!library.has(videoKey(video))) library.set(videoKey(video), video)
    }
  }
  return library
}

/** Why nobody has a video's metadata, where more is known than that. */
export interface VideoGap {
  readonly code: 'not-found' | 'failed'
  /** For a person. */
  readonly says: string
}

/** By `videoKey`. */
export type LookUpVideo = (key: string) => VideoMetadata | VideoGap | undefined

/** Finds what pages link. One for a document: a video counts once for each channel that links it. */
export class LinkedVideos {
  readonly notLookedAt: NotLookedAt[] = []
  readonly #lookUp: LookUpVideo
  readonly #seen = new Set<string>()

  constructor(lookUp: LookUpVideo) {
    this.#lookUp = lookUp
  }

  /** The titles and descriptions of the videos that the passage links; what nobody has goes to `notLookedAt`. */
  of({ parts, submission }: Passage): Passage[] {
    return parts.flatMap(({ path, start, end }) =>
      findVideoLinks(submission.text.slice(start, end)).flatMap((link) =>
        this.#fields(link, path, submission),
      ),
    )
  }

  #fields({ id, site, url }: VideoLink, via: Path, context: Submission): Passage[] {
    if (id === undefined) return this.#miss(via, url, 'no-video-id')
    const video = this.#lookUp(videoKey({ site, id }))
    if (!video) return this.#miss(via, url, 'no-metadata')
    if ('code' in video) {
      this.notLookedAt.push({ path: via, url, ...video })
      return []
    }
    if (video.description === undefined) this.#miss(via, url, 'no-description')
    const key = `${context.channel} ${videoKey(video)}`
    if (this.#seen.has(key)) return []
    this.#seen.add(key)
    return [video.title, video.description]
      .map((part) => part && passageOf(context, [[part.path, part.text]], via))
      .filter((passage) => passage !== undefined)
  }

  #miss(path: Path, url: string, code: keyof typeof SAYS): [] {
    this.notLookedAt.push({ path, url, code, says: SAYS[code] })
    return []
  }
}

const SAYS = {
  'no-video-id': '再生リストの動画は、リンクからは分かりません。動画ごとに確かめてください。',
  'no-metadata': '動画の情報がないため、タイトルと説明文を確かめていません。',
  'no-description': '動画の情報に説明文がないため、説明文を確かめていません。',
} as const
