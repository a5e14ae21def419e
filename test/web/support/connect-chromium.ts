/** The Chromium that all tests of the page share (chromium.setup.ts). */
import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** @throws {Error} where it cannot be started, with what it said. */
export async function connectChromium(): Promise<Browser> {
  const response = await fetch(inject('chromium'))
  const said = await response.text()
  if (!response.ok) throw new Error(said)
  return chromium.connect(said)
}
