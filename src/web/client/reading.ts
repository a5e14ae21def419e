/** The fold-out that shows how a text was read: its views, morphemes, service names and data. */
import { ask } from './api.ts'
import { element } from './element.ts'
import { t } from './language.ts'
import { createLatest } from './latest.ts'

export interface Reading {
  /** Shows this text, now or when the fold-out is opened. */
  read(text: string): void
}

export function createReading(place: HTMLDetailsElement): Reading {
  let text = ''
  const body = place.querySelector('div')!
  const latest = createLatest(async (signal) => {
    try {
      const answer = await ask<unknown>('/v1/explain', { text }, signal)
      body.replaceChildren(element('pre', {}, JSON.stringify(answer, null, 1)))
    } catch {
      if (!signal.aborted) body.replaceChildren(t('reading.none'))
    }
  })
  const refresh = () => {
    if (!place.open) return
    if (text === '') body.replaceChildren()
    else latest.soon(200)
  }
  place.addEventListener('toggle', refresh)
  return {
    read(newer) {
      text = newer
      refresh()
    },
  }
}
