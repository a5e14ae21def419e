/** Says what went wrong with a request, and what the person can do about it. */
import { ApiFault, useApiKey } from './api.ts'
import { byId, element } from './element.ts'
import { t } from './language.ts'

/** Seconds until the next try; `undefined` where trying again is no use. */
export function retryAfter(fault: unknown): number | undefined {
  if (!(fault instanceof ApiFault)) return undefined
  if (fault.code === 'offline' || fault.code === 'slow') return 3
  if (fault.code === 'rate-limited' || fault.code === 'not-ready') return fault.details.retryAfter ?? 2
  return undefined
}

export const clearFault = (): void => {
  const place = byId('fault')
  place.hidden = true
  place.replaceChildren()
}

/** @param again what to do once the person has given a key, or asks for another try */
export function showFault(fault: unknown, again: () => void): void {
  const place = byId('fault')
  place.replaceChildren(
    ...(needsKey(fault)
      ? keyForm(sayFault(fault), again)
      : [
          element('p', {}, sayFault(fault)),
          element('button', { attributes: { type: 'button' }, on: { click: again } }, t('fault.again')),
        ]),
  )
  place.hidden = false
}

const needsKey = (fault: unknown): boolean =>
  fault instanceof ApiFault && (fault.code === 'no-key' || fault.code === 'unknown-key')

export function sayFault(fault: unknown): string {
  if (!(fault instanceof ApiFault)) return t('fault.other', { code: 'page' })
  const { code, details } = fault
  if (code === 'offline') return t('fault.offline')
  if (code === 'slow') return t('fault.slow')
  if (code === 'text-too-long') return t('fault.too-long', { limit: details.limit ?? '' })
  if (code === 'rate-limited' || code === 'not-ready')
    return t('fault.busy', { seconds: details.retryAfter ?? 2 })
  if (code === 'no-keys') return t('fault.closed')
  if (code === 'unknown-key') return t('fault.key.wrong')
  return needsKey(fault) ? t('fault.key') : t('fault.other', { code })
}

function keyForm(says: string, again: () => void): HTMLElement[] {
  const input = element('input', {
    attributes: { type: 'password', autocomplete: 'off', id: 'api-key', required: true },
  })
  return [
    element('p', {}, says),
    element(
      'form',
      {
        class: 'key',
        on: {
          submit: (event) => {
            event.preventDefault()
            useApiKey(input.value.trim())
            again()
          },
        },
      },
      element('label', { attributes: { for: 'api-key' } }, t('fault.key.label')),
      input,
      element('button', {}, t('fault.key.use')),
    ),
  ]
}
