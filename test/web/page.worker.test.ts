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
