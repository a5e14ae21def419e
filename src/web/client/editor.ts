/**
 * A text area whose words are underlined in place.
 *
 * Behind the transparent text area lies its *mirror*: the same text in the same font, invisible but for its underlines.
 * The text area stays a plain one, so that input methods, undo, paste and screen readers work as everywhere. The mirror
 * follows every keystroke at once (marks move with the edit), and is drawn anew only in the lines that changed.
 */
import type { Span } from '../../core/text/span.ts'
import { element } from './element.ts'
import { type Mark, segmentsOf } from './segments.ts'
import { editBetween, moveSpan } from './spans.ts'

export interface EditorMark extends Mark {
  /** What a fix replaces; it moves with the text like the mark. */
  readonly fix?: Span
}

export interface EditorEvents {
  /** The text has changed, and no input method is in the middle of a conversion. */
  readonly changed: () => void
  /** The caret stands in this finding, or in none. */
  readonly entered?: (finding: number | undefined) => void
}

export class Editor {
  readonly area: HTMLTextAreaElement
  readonly #host: HTMLElement
  readonly #mirror: HTMLElement
  readonly #events: EditorEvents
  #text: string
  #marks: readonly EditorMark[] = []
  #current: number | undefined
  #composing = false
  #keys: string[] = []
  readonly #life = new AbortController()

  /** @param host holds a `.mirror` and a text area, one on top of the other */
  constructor(host: HTMLElement, events: EditorEvents) {
    this.#host = host
    this.area = host.querySelector('textarea')!
    this.#mirror = host.querySelector('.mirror')!
    this.#events = events
    this.#text = this.area.value
    this.area.addEventListener('compositionstart', () => {
      this.#composing = true
    })
    this.area.addEventListener('compositionend', () => {
      this.#composing = false
      this.#followed(true)
    })
    this.area.addEventListener('input', () => this.#followed(!this.#composing))
    this.area.addEventListener('keydown', (event) => this.#step(event))
    document.addEventListener('selectionchange', () => this.#moved(), { signal: this.#life.signal })
    this.#draw()
  }

  get text(): string {
    return this.#text
  }

  get composing(): boolean {
    return this.#composing
  }

  /** Stops listening to the page, for an editor that is taken out of it. */
  dispose(): void {
    this.#life.abort()
  }

  /** Where a finding's words are now. */
  mark(finding: number): EditorMark | undefined {
    return this.#marks.find((mark) => mark.finding === finding)
  }

  setMarks(marks: readonly EditorMark[]): void {
    this.#marks = marks
    if (this.#current !== undefined && this.mark(this.#current) === undefined) this.#current = undefined
    this.#draw()
  }

  /** Replaces words as if they were typed: one step of undo. */
  replace(span: Span, replacement: string): void {
    this.area.focus()
    this.area.setSelectionRange(span.start, span.end)
    // The one way to edit a text area that every browser's undo knows.
    const command = replacement === '' ? 'delete' : 'insertText'
    if (this.#text === '' && replacement === '') return
    if (!document.execCommand(command, false, replacement)) {
      this.area.setRangeText(replacement, span.start, span.end, 'end')
      this.area.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
  }

  setText(text: string): void {
    this.area.value = text
    this.#followed(true)
  }

  /** Selects a finding's words and brings them into sight. */
  select(finding: number): void {
    const mark = this.mark(finding)
    if (mark === undefined) return
    this.area.focus({ preventScroll: true })
    this.area.setSelectionRange(mark.span.start, mark.span.end)
    this.#enter(finding)
    const drawn = this.#mirror.querySelector(`[data-findings~="${finding}"]`)
    drawn?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  #followed(settled: boolean): void {
    const text = this.area.value
    if (text !== this.#text) {
      const edit = editBetween(this.#text, text)
      this.#text = text
      this.#marks = this.#marks.flatMap((mark) => {
        const span = moveSpan(mark.span, edit)
        if (span === undefined) return []
        const { fix, ...rest } = mark
        const movedFix = fix === undefined ? undefined : moveSpan(fix, edit)
        return { ...rest, span, ...(movedFix === undefined ? {} : { fix: movedFix }) }
      })
      this.#draw()
    }
    if (settled) this.#events.changed()
  }

  /** F8 and Shift+F8: the next finding and the one before, round and round. */
  #step(event: KeyboardEvent): void {
    if (event.key !== 'F8' || this.#marks.length === 0) return
    event.preventDefault()
    const ordered = [...this.#marks].sort((a, b) => a.span.start - b.span.start || a.finding - b.finding)
    const { selectionStart: start, selectionEnd: end } = this.area
    const at = ordered.findIndex(
      ({ finding, span }) => finding === this.#current && span.start === start && span.end === end,
    )
    const step = event.shiftKey ? -1 : 1
    const next =
      at >= 0
        ? ordered[(at + step + ordered.length) % ordered.length]
        : event.shiftKey
          ? (ordered.findLast(({ span }) => span.end <= start) ?? ordered.at(-1))
          : (ordered.find(({ span }) => span.start >= start) ?? ordered[0])
    if (next !== undefined) this.select(next.finding)
  }

  #moved(): void {
    if (document.activeElement !== this.area || this.#composing) return
    const { selectionStart: start, selectionEnd: end } = this.area
    const current = this.#current === undefined ? undefined : this.mark(this.#current)
    if (current?.span.start === start && current.span.end === end) return
    const inside = this.#marks.filter(({ span }) => span.start <= start && end <= span.end)
    const shortest = inside.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]
    this.#enter(shortest?.finding)
  }

  #enter(finding: number | undefined): void {
    if (finding === this.#current) return
    this.#current = finding
    for (const drawn of this.#mirror.querySelectorAll<HTMLElement>('[data-findings]')) {
      drawn.classList.toggle('current', this.#isCurrent(drawn.dataset.findings!))
    }
    this.#events.entered?.(finding)
  }

  #isCurrent(findings: string): boolean {
    return this.#current !== undefined && findings.split(' ').includes(String(this.#current))
  }

  #draw(): void {
    const lines = this.#text.split('\n')
    const keys: string[] = []
    const made: (() => HTMLElement)[] = []
    let start = 0
    for (const line of lines) {
      const end = start + line.length
      const segments = segmentsOf(start, end, this.#marks)
      const from = start
      keys.push(
        line +
          segments
            .filter(({ action }) => action !== undefined)
            .map((one) => `\n${one.start - from} ${one.end - from} ${one.action} ${one.findings}`)
            .join(''),
      )
      made.push(() => this.#line(segments))
      start = end + 1
    }
    const old = this.#keys
    const shorter = Math.min(old.length, keys.length)
    let head = 0
    while (head < shorter && old[head] === keys[head]) head++
    let tail = 0
    while (tail < shorter - head && old.at(-1 - tail) === keys.at(-1 - tail)) tail++
    const drawn = [...this.#mirror.children]
    for (const gone of drawn.slice(head, drawn.length - tail)) gone.remove()
    const fresh = made.slice(head, made.length - tail).map((make) => make())
    const before = this.#mirror.children[head] ?? null
    for (const line of fresh) this.#mirror.insertBefore(line, before)
    this.#keys = keys
    this.#host.classList.toggle('empty', this.#text === '')
  }

  #line(segments: ReturnType<typeof segmentsOf>): HTMLElement {
    if (segments.length === 0) return element('div', {}, element('br'))
    return element(
      'div',
      {},
      ...segments.map(({ start, end, action, findings }) => {
        const words = this.#text.slice(start, end)
        if (action === undefined) return words
        const numbers = findings.join(' ')
        return element(
          'span',
          {
            class: this.#isCurrent(numbers) ? 'line current' : 'line',
            data: { action, findings: numbers },
          },
          words,
        )
      }),
    )
  }
}
