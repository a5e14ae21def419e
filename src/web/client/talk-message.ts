/** One message of a conversation: who wrote it and when, and its text with the underlines. */
import type { Finding } from '../../core/contract/report.ts'
import type { Role } from '../../core/contract/submission.ts'
import { Editor } from './editor.ts'
import { element } from './element.ts'
import { t } from './language.ts'

export interface TalkMessageEvents {
  readonly changed: () => void
  readonly removed: () => void
}

export class TalkMessage {
  readonly place: HTMLLIElement
  readonly role: Role
  readonly #editor: Editor
  readonly #sent: HTMLInputElement
  readonly #remove: HTMLButtonElement
  readonly #who = element('span', { class: 'who' })

  /** @param sentAt as the browser's field for date and time has it: `2026-11-20T18:04`, Japanese time */
  constructor(role: Role, text: string, sentAt: string, events: TalkMessageEvents) {
    this.role = role
    this.#sent = element('input', {
      attributes: { type: 'datetime-local', value: sentAt },
      on: { input: events.changed },
    })
    this.#remove = element('button', {
      class: 'quiet',
      attributes: { type: 'button' },
      on: { click: events.removed },
    })
    const area = element('textarea', {
      lang: 'ja',
      attributes: { rows: 1, spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off' },
    })
    area.value = text
    const mirror = element('div', { class: 'mirror', attributes: { 'aria-hidden': 'true' } })
    const host = element('div', { class: 'editor' }, mirror, area)
    this.#editor = new Editor(area, mirror, { changed: events.changed })
    this.place = element(
      'li',
      { class: 'talk-message', data: { role } },
      element('div', { class: 'talk-head' }, this.#who, this.#sent, this.#remove),
      host,
    )
  }

  get text(): string {
    return this.#editor.text
  }

  /** ISO 8601 in Japanese time; `undefined` where no time is given. */
  get sentAt(): string | undefined {
    return this.#sent.value === '' ? undefined : `${this.#sent.value}:00+09:00`
  }

  /** The field's own value. */
  get sentValue(): string {
    return this.#sent.value
  }

  focus(): void {
    this.#editor.area.focus()
  }

  /** Says its number and speaker, in the page's language. */
  name(number: number): void {
    const name = t('talk.message', { role: t(`role.${this.role}`), number })
    this.#who.textContent = t(`role.${this.role}`)
    this.#editor.area.setAttribute('aria-label', name)
    this.#sent.setAttribute('aria-label', `${name}: ${t('talk.sent')}`)
    this.#remove.textContent = t('talk.remove')
    this.#remove.setAttribute('aria-label', `${t('talk.remove')}: ${number}`)
  }

  show(findings: readonly Finding[]): void {
    this.#editor.setMarks(
      findings.map(({ span, action, fix }, finding) => ({
        span,
        action,
        finding,
        ...(fix === undefined ? {} : { fix: fix.span }),
      })),
    )
  }

  select(finding: number): void {
    this.#editor.select(finding)
  }

  applyFix(finding: number, replacement: string): void {
    const span = this.#editor.mark(finding)?.fix
    if (span !== undefined) this.#editor.replace(span, replacement)
  }

  /** Stops listening to the page. */
  dispose(): void {
    this.#editor.dispose()
    this.place.remove()
  }
}
