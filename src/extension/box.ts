/** One box that a person writes in, on a marketplace's page: its marks, its small verdict, its cards. */
import type { Finding, LintReport } from '../core/contract/report.ts'
import { Editor } from '../web/client/editor.ts'
import { element } from '../web/client/element.ts'
import { layOver } from '../web/client/field/lay-over.ts'
import { createLatest } from '../web/client/latest.ts'
import { paint, rangeOf, readEditable } from './highlights.ts'
import { ask } from './messages.ts'
import { contextOf } from './page-context.ts'
import { ACTIONS, VERDICTS } from './words.ts'

const PAUSE_MS = 300
const LOOK_MS = 500

export class Box {
  readonly place: HTMLElement
  readonly #area: HTMLTextAreaElement | HTMLElement
  readonly #badge: HTMLButtonElement
  readonly #cards = element('ul', { class: 'cards', attributes: { hidden: true } })
  readonly #life = new AbortController()
  #editor: Editor | undefined
  #text = ''
  #report: LintReport | undefined

  readonly #lint = createLatest(async (signal) => {
    const context = contextOf(this.#area)
    if (context === undefined) return
    try {
      const report = await ask<LintReport>('/v1/lint', { ...context, text: this.#text })
      if (signal.aborted || this.#editor?.composing === true) return
      this.#report = report
      this.#mark(report.findings)
      this.#say(report.verdict, report.findings.length)
      this.#cards.replaceChildren(...report.findings.map((finding, index) => this.#card(finding, index)))
    } catch {
      if (!signal.aborted) this.#unknown('unavailable')
    }
  })

  /** @param area a text area, or an element that can be edited */
  constructor(area: HTMLTextAreaElement | HTMLElement) {
    this.#area = area
    this.#badge = element('button', {
      class: 'badge',
      data: { verdict: 'empty' },
      attributes: { type: 'button', 'aria-expanded': 'false' },
      on: { click: () => this.#toggle() },
    })
    this.place = element('div', { class: 'box' }, this.#badge, this.#cards)
    const { signal } = this.#life
    if (area instanceof HTMLTextAreaElement) this.#attachArea(area)
    else {
      area.addEventListener('input', () => this.#follow(), { signal })
      area.addEventListener('compositionend', () => this.#follow(), { signal })
    }
    // Pages move, grow and replace their boxes as they like.
    const timer = setInterval(() => {
      if (this.#editor === undefined) this.#follow()
      else this.#editor.follow()
      this.#put()
    }, LOOK_MS)
    signal.addEventListener('abort', () => clearInterval(timer), { once: true })
    window.addEventListener('scroll', () => this.#put(), { signal, passive: true, capture: true })
    this.#put()
    this.#follow()
  }

  get gone(): boolean {
    return !this.#area.isConnected
  }

  dispose(): void {
    this.#life.abort()
    this.#lint.cancel()
    this.#editor?.dispose()
    if (!(this.#area instanceof HTMLTextAreaElement)) paint(this.#area, [])
    this.place.remove()
  }

  #attachArea(area: HTMLTextAreaElement): void {
    const mirror = element('div', { class: 'mirror' })
    const frame = element('div', { class: 'frame', attributes: { 'aria-hidden': 'true' } }, mirror)
    this.place.append(frame)
    this.#editor = new Editor(area, mirror, { changed: () => this.#follow() })
    this.#measure = layOver(area, frame, mirror, () => offsetOf(area), this.#life.signal)
  }

  #measure: (() => void) | undefined

  #follow(): void {
    const text = this.#area instanceof HTMLTextAreaElement ? this.#area.value : readEditable(this.#area).text
    if (text === this.#text) return
    this.#text = text
    if (text.trim() === '') {
      this.#lint.cancel()
      this.#unknown('empty')
      return
    }
    this.#badge.dataset.verdict = 'checking'
    this.#badge.textContent = VERDICTS.checking
    this.#lint.soon(PAUSE_MS)
  }

  #mark(findings: readonly Finding[]): void {
    if (this.#editor === undefined) {
      paint(this.#area, findings)
      return
    }
    this.#editor.setMarks(
      findings.map(({ span, action, fix }, finding) => ({
        span,
        action,
        finding,
        ...(fix === undefined ? {} : { fix: fix.span }),
      })),
    )
  }

  /** There is no answer for the text as it is: nothing may look clean. */
  #unknown(state: 'empty' | 'unavailable'): void {
    this.#report = undefined
    this.#mark([])
    this.#cards.replaceChildren()
    this.#say(state, 0)
  }

  #say(state: keyof typeof VERDICTS, count: number): void {
    this.#badge.dataset.verdict = state
    this.#badge.textContent = count === 0 ? VERDICTS[state] : `${VERDICTS[state]} ${count}`
    this.#badge.title = '関所 Sekisho'
  }

  #toggle(): void {
    const open = this.#cards.hidden
    this.#cards.hidden = !open
    this.#badge.setAttribute('aria-expanded', String(open))
  }

  #card({ action, excerpt, says, why, instead, form, fix, trail }: Finding, index: number): HTMLElement {
    const button = (label: string, click: () => void) =>
      element('button', { attributes: { type: 'button' }, on: { click } }, label)
    return element(
      'li',
      { class: 'card', data: { action } },
      element('b', { class: 'action' }, ACTIONS[action]),
      ' ',
      element('q', {}, excerpt),
      element('p', {}, says),
      trail !== undefined && element('p', {}, element('b', {}, '解読 '), trail.join('、')),
      why !== says && element('p', { class: 'why' }, why),
      instead !== undefined && element('p', {}, element('b', {}, '代わりに '), instead),
      form !== undefined && element('p', {}, element('b', {}, '申請 '), form),
      element(
        'div',
        { class: 'doing' },
        fix !== undefined &&
          button(fix.replacement === '' ? '消す' : `「${fix.replacement}」に直す`, () => this.#fix(index)),
        button('場所を見る', () => this.#show(index)),
      ),
    )
  }

  #fix(index: number): void {
    const fix = this.#report?.findings[index]?.fix
    if (fix === undefined) return
    const span = this.#editor === undefined ? fix.span : this.#editor.mark(index)?.fix
    if (span === undefined) return
    if (this.#editor !== undefined) this.#editor.replace(span, fix.replacement)
    else if (this.#select(span))
      document.execCommand(fix.replacement === '' ? 'delete' : 'insertText', false, fix.replacement)
  }

  #show(index: number): void {
    const finding = this.#report?.findings[index]
    if (finding === undefined) return
    if (this.#editor === undefined) this.#select(finding.span)
    else this.#editor.select(index)
  }

  #select({ start, end }: { readonly start: number; readonly end: number }): boolean {
    const range = rangeOf(readEditable(this.#area).pieces, start, end)
    if (range === undefined) return false
    this.#area.focus()
    const selection = getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
    return true
  }

  /** The badge stands in the box's lower right corner, wherever that is. */
  #put(): void {
    const { width, height } = this.#area.getBoundingClientRect()
    const { left, top } = offsetOf(this.#area)
    this.#badge.style.left = `${left + width}px`
    this.#badge.style.top = `${top + height}px`
    this.#cards.style.left = `${left}px`
    this.#cards.style.top = `${top + height + 6}px`
    this.#cards.style.width = `${width}px`
    this.#badge.hidden = width === 0 || height === 0
    this.#measure?.()
  }
}

/** From the document's corner. */
const offsetOf = (area: Element): { left: number; top: number } => {
  const { left, top } = area.getBoundingClientRect()
  return { left: left + scrollX, top: top + scrollY }
}
