/** Links to videos: a page that links one is judged by the video's title and description too. */

export type VideoSite = 'youtube' | 'vimeo' | 'niconico'

export interface VideoLink {
  readonly site: VideoSite
  /** The video's id; missing for a playlist, whose videos cannot be told from the link. */
  readonly id?: string
  /** The link as it can be shown: scheme, host and path of what was found. */
  readonly url: string
}

const YOUTUBE =
  /(?:(?:www|m|music)\.)?(?:youtube(?:-nocookie)?\.com\/(?:(?:watch|ytscreeningroom)\/?\?[^\s<>"'「」]*?\bv=|(?:shorts|live|embed|v|e)\/)|youtu\.be\/)(?<id>[\w-]{11})(?![\w-])/gi
const YOUTUBE_PLAYLIST =
  /(?:(?:www|m|music)\.)?youtube\.com\/(?:playlist\?[^\s<>"'「」]*?\blist=|embed\/videoseries\?[^\s<>"'「」]*?\blist=)[\w-]+/gi
const VIMEO =
  /(?:(?:www|player)\.)?vimeo\.com\/(?:(?:channels|groups|album|showcase)\/[\w-]+\/(?:videos?\/)?|videos?\/|ondemand\/[\w-]+\/)?(?<id>\d{5,})(?!\d)/gi
const NICONICO = /(?:(?:www|sp|embed)\.nicovideo\.jp\/watch\/|nico\.ms\/)(?<id>(?:sm|nm|so)\d+)/gi

const SITES: readonly (readonly [VideoSite, RegExp])[] = [
  ['youtube', YOUTUBE],
  ['youtube', YOUTUBE_PLAYLIST],
  ['vimeo', VIMEO],
  ['niconico', NICONICO],
]

/** Every video linked in the text, with or without a scheme, each once, in the order of the sites. */
export const findVideoLinks = (text: string): VideoLink[] => {
  // Full-width letters and entities of copied HTML lead to the same video.
  const plain = text.normalize('NFKC').replaceAll('&amp;', '&')
  const links = new Map<string, VideoLink>()
  for (const [site, pattern] of SITES) {
    for (const match of plain.matchAll(pattern)) {
      // `notyoutube.com` is another host.
      const before = plain[match.index - 1]
      if (before !== undefined && /[\w.-]/.test(before)) continue
      const id = match.groups?.id
      const url = `https://${match[0]}`
      const link: VideoLink = id === undefined ? { site, url } : { site, id, url }
      const key = `${site}:${id ?? url}`
      if (!links.has(key)) links.set(key, link)
    }
  }
  return [...links.values()]
}
