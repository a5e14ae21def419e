/** Where the system chooses the colours, what is chosen stands out, and is read: under the pointer as well. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenPage, openPage } from './support/open-page.ts'

let open: OpenPage

beforeEach(async () => {
  open = await openPage('/', { forcedColors: 'active' })
  await open.page.locator('#passport .cell[aria-pressed=true]').waitFor()
})

afterEach(async () => {
  const { expectSilence, close } = open
  await close()
  expectSilence()
})

/** What the system's colours come to in this browser. */
const systemColors = async (): Promise<{ color: string; background: string }> => ({
  color: await resolved('HighlightText'),
  background: await resolved('Highlight'),
})
const resolved = (name: string) =>
  open.page.evaluate<string>(`(() => {
    const element = document.body.appendChild(document.createElement('i'))
    element.style.cssText = 'forced-color-adjust: none; color: ${name}'
    const { color } = getComputedStyle(element)
    element.remove()
    return color
  })()`)

test.each(['.tabs [aria-selected=true]', '#passport .cell[aria-pressed=true]'])('%s', async (selector) => {
  const chosen = open.page.locator(selector)
  const look = () =>
    open.page.evaluate(`(() => {
      const { color, backgroundColor, boxShadow } = getComputedStyle(document.querySelector('${selector}'))
      return { color, background: backgroundColor, boxShadow }
    })()`)
  const expected = { ...(await systemColors()), boxShadow: 'none' }
  await expect.poll(look).toEqual(expected)
  await chosen.hover()
  await open.page.waitForTimeout(300)
  await expect.poll(look).toEqual(expected)
})
