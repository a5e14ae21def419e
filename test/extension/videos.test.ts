import { describe, expect, test } from 'vitest'
import { originsOf, readableVideos, readVideos } from '../../src/extension/videos.ts'

const page = (html: string) => async () => new Response(html)

describe('videos that a page links', () => {
  test('are found, each once, and each host is named', () => {
    const videos = readableVideos({
      portfolio: [
        { links: [{ url: 'https://youtu.be/Lm4nBvC8xZq' }, { url: 'https://vimeo.com/12345678' }] },
      ],
      profile: { bio: 'https://www.youtube.com/watch?v=Lm4nBvC8xZq\nhttps://nico.ms/sm9' },
    })
    expect(videos.map(({ site, id }) => `${site} ${id}`)).toEqual(['youtube Lm4nBvC8xZq', 'vimeo 12345678'])
    expect(originsOf(videos)).toEqual(['https://www.youtube.com/*', 'https://vimeo.com/*'])
  })

  test('Vimeo says it in JSON-LD', async () => {
    const html = `<script type="application/ld+json">[{"@type":"VideoObject","name":"PR","description":"LINEで"}]</script>`
    const videos = readableVideos('https://vimeo.com/12345678')
    expect(await readVideos(videos, page(html))).toEqual([
      { id: '12345678', title: 'PR', description: 'LINEで', webpage_url: 'https://vimeo.com/12345678' },
    ])
  })

  test.each([
    ['another page', page('<html>consent</html>')],
    ['half a page', page('"videoDetails":{"title":"a')],
    ['a refusal', async () => new Response('', { status: 429 })],
    ['no network', async () => Promise.reject(new TypeError('offline'))],
  ])('%s is nothing read, never a clean one', async (_, load) => {
    expect(await readVideos(readableVideos('https://youtu.be/Lm4nBvC8xZq'), load)).toEqual([])
  })
})
