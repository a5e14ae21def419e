import { describe, expect, it } from 'vitest'
import { findVideoLinks } from '../../../src/core/documents/video-link.ts'

const ID = 'dQw4w9WgXcQ'
const CASES: [sentence: string, text: string, expected: string[]][] = [
  ['a watch page', `https://www.youtube.com/watch?v=${ID}`, [`youtube:${ID}`]],
  [
    'a watch page with other parameters first',
    `https://youtube.com/watch?t=3&v=${ID}&x=1`,
    [`youtube:${ID}`],
  ],
  ['parameters of copied HTML', `https://www.youtube.com/watch?t=3&amp;v=${ID}`, [`youtube:${ID}`]],
  ['the short host', `作品はhttps://youtu.be/${ID}?si=abcです`, [`youtube:${ID}`]],
  ['no scheme', `youtu.be/${ID}`, [`youtube:${ID}`]],
  ['a host in capitals', `https://YouTube.com/watch?v=${ID}`, [`youtube:${ID}`]],
  ['full width', `ｙｏｕｔｕ.ｂｅ／${ID}`, [`youtube:${ID}`]],
  ['shorts', `https://m.youtube.com/shorts/${ID}`, [`youtube:${ID}`]],
  ['a live stream', `https://www.youtube.com/live/${ID}?feature=share`, [`youtube:${ID}`]],
  ['an embedded player', `<iframe src="https://www.youtube-nocookie.com/embed/${ID}">`, [`youtube:${ID}`]],
  ['music', `https://music.youtube.com/watch?v=${ID}`, [`youtube:${ID}`]],
  ['an id with its two signs', 'https://youtu.be/-_w4w9WgXc-', ['youtube:-_w4w9WgXc-']],
  ['vimeo', 'https://vimeo.com/76979871', ['vimeo:76979871']],
  ['an unlisted vimeo', 'https://vimeo.com/76979871/ab12cd34ef', ['vimeo:76979871']],
  ['the vimeo player', 'https://player.vimeo.com/video/76979871', ['vimeo:76979871']],
  ['a vimeo channel', 'https://vimeo.com/channels/staffpicks/76979871', ['vimeo:76979871']],
  ['niconico', 'https://www.nicovideo.jp/watch/sm9 https://nico.ms/sm10', ['niconico:sm9', 'niconico:sm10']],
  ['a playlist has no id', 'https://www.youtube.com/playlist?list=PL123', ['youtube:?']],
  [
    'a video in a playlist is the video',
    `https://www.youtube.com/watch?v=${ID}&list=PL123`,
    [`youtube:${ID}`],
  ],
  ['each video once', `https://youtu.be/${ID} https://www.youtube.com/watch?v=${ID}`, [`youtube:${ID}`]],
  ['a channel is no video', 'https://www.youtube.com/@suzume https://youtube.com/channel/UC123', []],
  ['another host is no video', `https://notyoutu.be/${ID} https://youtu.be.example.com/${ID}`, []],
  ['an id of another length is no video', 'https://youtu.be/short https://youtu.be/waytoolongforanid', []],
  ['no link', 'YouTubeサムネイル', []],
]

describe('findVideoLinks', () => {
  it.each(CASES)('%s', (_, text, expected) => {
    expect(findVideoLinks(text).map(({ site, id }) => `${site}:${id ?? '?'}`)).toEqual(expected)
  })
})
