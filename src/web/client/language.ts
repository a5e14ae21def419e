/** The language of the page: Japanese, or English where the reader asked for it. Switches in place, and is kept. */
import type { Bilingual, Language } from '../strings/languages.ts'
import { inLanguage } from '../strings/languages.ts'
import { say } from '../strings/say.ts'
import { STRINGS, type StringKey } from '../strings/strings.ts'
import { recall, remember } from './storage.ts'

let current: Language = 'ja'
const listeners: (() => void)[] = []

export const t = (key: StringKey, values?: Readonly<Record<string, string | number>>): string =>
  say(current, key, values)

export const both = (text: Bilingual): string => inLanguage(text, current)

/** Words of a key whose last part is data: where the page does not know it, that part is shown as it is. */
export const tKnown = (key: string): string =>
  key in STRINGS ? t(key as StringKey) : key.slice(key.indexOf('.') + 1)

/** Calls back whenever the language has changed, for what scripts have written. */
export const onLanguage = (listener: () => void): void => {
  listeners.push(listener)
}

/** Takes the language of the address, or the one that was kept, and makes the switch work. */
export function startLanguage(): void {
  const root = document.documentElement
  current = root.lang === 'en' ? 'en' : 'ja'
  const asked = new URLSearchParams(location.search).get('lang')
  const kept = recall('language')
  if (asked === null && (kept === 'ja' || kept === 'en') && kept !== current) use(kept)
  for (const link of document.querySelectorAll('[data-switch-language]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      use(current === 'ja' ? 'en' : 'ja')
      remember('language', current)
    })
  }
}

function use(language: Language): void {
  current = language
  document.documentElement.lang = language
  const address = new URL(location.href)
  if (address.searchParams.has('lang')) {
    address.searchParams.set('lang', language)
    history.replaceState(history.state, '', address)
  }
  translate(document)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-switch-language]')) {
    const other = language === 'ja' ? 'en' : 'ja'
    link.lang = other
    link.href = `?lang=${other}`
  }
  for (const listener of listeners) listener()
}

/** Puts what the server (or a script, with `data-text`) has written into the current language. */
export function translate(root: ParentNode): void {
  for (const item of root.querySelectorAll<HTMLElement>('[data-text]')) {
    const values = item.dataset.values
    item.textContent = t(item.dataset.text as StringKey, values === undefined ? {} : JSON.parse(values))
  }
  for (const item of root.querySelectorAll<HTMLElement>('[data-label]')) {
    item.setAttribute('aria-label', t(item.dataset.label as StringKey))
  }
  for (const item of root.querySelectorAll<HTMLElement>('[data-placeholder]')) {
    item.setAttribute('placeholder', t(item.dataset.placeholder as StringKey))
  }
  for (const item of root.querySelectorAll<HTMLElement>('[data-ja]')) {
    item.textContent = (current === 'ja' ? item.dataset.ja : item.dataset.en) ?? ''
  }
}
