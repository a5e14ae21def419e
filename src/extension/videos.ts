/**
 * Titles and descriptions of linked videos, read by the browser itself from the video's own page, once the person has
 * allowed that one host. No key, and nobody else learns of it.
 */
import { findVideoLinks, type VideoLink } from '../core/documents/video-link.ts'

export interface ReadVideo {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly webpage_url: string
}

interface Source {
  /** As the browser asks for it. */
  readonly origins: readonly string[]
  readonly address: (id: string) => string
  readonly read: (html: string) => { readonly title: string; readonly description: string } | undefined
}

const SOURCES: Readonly<Partial<Record<VideoLink['site'], Source>>> = {
  youtube: {
    origins: ['https://www.youtube.com/*'],
    address: (id) => `https://www.youtube.com/watch?v=${id}&hl=ja`,
    read(html) {
      const title = jsonString(html, 'videoDetails":{', 'title')
      const description = jsonString(html, 'videoDetails":{', 'shortDescription')
      return title === undefined || description === undefined ? undefined : { title, description }
    },
  },
  vimeo: {
    origins: ['https://vimeo.com/*'],
    address: (id) => `https://vimeo.com/${id}`,
    read(html) {
      for (const [, json] of html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)) {
        try {
          const parsed: unknown = JSON.parse(json!)
          const video = (Array.isArray(parsed) ? parsed : [parsed]).find(
            (one) => (one as { '@type'?: unknown })?.['@type'] === 'VideoObject',
          ) as { name?: unknown; description?: unknown } | undefined
          if (typeof video?.name !== 'string') continue
          return {
            title: video.name,
            description: typeof video.description === 'string' ? video.description : '',
          }
        } catch {
          // The next block may be the video's.
        }
      }
      return undefined
    },
  },
}

/** The string under a key of an object in a page's script, the first behind `after`. */
function jsonString(html: string, after: string, key: string): string | undefined {
  const from = html.indexOf(after)
  if (from < 0) return undefined
  const found = new RegExp(`"${key}":("(?:[^"\\\\]|\\\\.)*")`).exec(html.slice(from))
  try {
    return found === null ? undefined : (JSON.parse(found[1]!) as string)
  } catch {
    return undefined
  }
}

/** Videos that a document links and that could be read, each once. */
export function readableVideos(document: unknown): VideoLink[] {
  const links = findVideoLinks(JSON.stringify(document).replaceAll('\\n', ' '))
  return links.filter(({ site, id }) => id !== undefined && SOURCES[site] !== undefined)
}

export const originsOf = (videos: readonly VideoLink[]): string[] => [
  ...new Set(videos.flatMap(({ site }) => SOURCES[site]?.origins ?? [])),
]

const MAX_BYTES = 8_000_000

/** What could be read; the others stay not looked at. */
export async function readVideos(
  videos: readonly VideoLink[],
  load: (address: string) => Promise<Response> = (address) => fetch(address, { credentials: 'omit' }),
): Promise<ReadVideo[]> {
  const read = await Promise.all(
    videos.map(async ({ site, id }): Promise<ReadVideo | undefined> => {
      const source = SOURCES[site]
      if (source === undefined || id === undefined) return undefined
      try {
        const address = source.address(id)
        const response = await load(address)
        if (!response.ok) return undefined
        const html = (await response.text()).slice(0, MAX_BYTES)
        const found = source.read(html)
        return found === undefined ? undefined : { id, ...found, webpage_url: address }
      } catch {
        return undefined
      }
    }),
  )
  return read.filter((video) => video !== undefined)
}
