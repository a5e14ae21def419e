/** The page in workerd: the same markup and files, from the bundle alone. */
import { SELF } from 'cloudflare:test'
import { expect, test } from 'vitest'

test.each(['/', '/rules'])('the Worker serves %s and all that it loads', async (path) => {
  const page = await SELF.fetch(`https://sekisho.example${path}`)
  expect(page.status).toBe(200)
  const files = [...(await page.text()).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file)
  expect(files.length).toBeGreaterThan(2)
  for (const file of files) {
    const response = await SELF.fetch(`https://sekisho.example${file}`)
    expect(response.status).toBe(200)
    expect((await response.text()).length).toBeGreaterThan(100)
  }
})

test('the Worker serves papers and pictures from its assets, under the policy of the page', async () => {
  const paper = await SELF.fetch('https://sekisho.example/docs/sellers/pages')
  expect(paper.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(await paper.text()).toContain('自分のページ</h1>')
  const picture = await SELF.fetch('https://sekisho.example/docs/pictures/pages-light.webp')
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
  // The files themselves are nobody's address.
  expect((await SELF.fetch('https://sekisho.example/docs/sellers.json')).status).toBe(404)
})
