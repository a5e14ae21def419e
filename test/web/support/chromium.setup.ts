/** One Chromium for all tests of the page. */
import type { TestProject } from 'vitest/node'
import { launchChromium } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `chromium.connect()` finds the browser. */
    chromium: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await launchChromium()
  project.provide('chromium', server.wsEndpoint())
  return () => server.close()
}
