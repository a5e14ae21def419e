/**
 * What is known of a video: objects of yt-dlp (`info.json`), items of the YouTube Data API v3 (`videos.list`), or its
 * whole responses. Tags, channel name and uploader are no part of what a page is judged by.
 */
import type { Path } from './document.ts'
import type { VideoSite } from './video-link.ts'

export interface VideoText {
  readonly path: Path
  readonly text: string
}

export interface VideoMetadata {
  readonly site: VideoSite
  readonly id: string
  readonly title?: VideoText
  /** Missing where the metadata has none: a flat playlist's entries, or a request without `part=snippet`. */
  readonly description?: VideoText
}

/** `[]` where the object is no metadata of a video. `path` is the object's own place. */
export const readVideoMetadata = (raw: unknown, path: Path): VideoMetadata[] => {
  const object = asObject(raw)
  if (!object) return []
  const inner = Array.isArray(object.items) ? 'items' : Array.isArray(object.entries) ? 'entries' : undefined
  if (inner) {
    return (object[inner] as unknown[]).flatMap((item, index) =>
      readVideoMetadata(item, [...path, inner, index]),
    )
  }
  const id = videoId(object)
  if (id === undefined) return []
  const snippet = asObject(object.snippet)
  const [texts, at] = snippet ? [snippet, [...path, 'snippet']] : [object, path]
  const text = (key: string): { readonly [name: string]: VideoText } =>
    typeof texts[key] === 'string' ? { [key]: { path: [...at, key], text: texts[key] } } : {}
  return [{ site: siteOf(object, id), id, ...text('title'), ...text('description') }]
}

/** The key under which a link finds its metadata. */
export const videoKey = ({ site, id }: { site: VideoSite; id: string }): string => `${site}:${id}`

const asObject = (raw: unknown): Record<string, unknown> | undefined =>
  raw !== null && typeof raw === 'object' && !Array.isArray(raw)
    ? (raw as Record<string, unknown>)
    : undefined

const videoId = (object: Record<string, unknown>): string | undefined => {
  // `search.list` and playlists wrap it.
  const id = asObject(object.id)?.videoId ?? object.id
  if (typeof id === 'number') return String(id)
  return typeof id === 'string' && id !== '' ? id : undefined
}

const siteOf = (object: Record<string, unknown>, id: string): VideoSite => {
  const said = `${object.extractor_key ?? object.extractor ?? ''} ${object.webpage_url ?? ''}`.toLowerCase()
  if (said.includes('vimeo')) return 'vimeo'
  if (said.includes('nico')) return 'niconico'
  if (said.includes('youtu')) return 'youtube'
  return /^\d+$/.test(id) ? 'vimeo' : /^(?:sm|nm|so)\d+$/.test(id) ? 'niconico' : 'youtube'
}
