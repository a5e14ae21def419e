/**
 * A text area whose words are underlined in place.
 *
 * Behind the transparent text area lies its *mirror*: the same text in the same font, invisible but for its underlines.
 * The text area stays a plain one, so that input methods, undo, paste and screen readers work as everywhere. The mirror
 * follows every keystroke at once (marks move with the edit), and is drawn anew only in the lines that changed.
 */
import type { Span } from '../../core/text/span.ts'
import { Mirror } from './mirror.ts'
import type { Mark } from './segments.ts'
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
  readonly #mirror: Mirror
  readonly #events: EditorEvents
  #text: string
  #marks: readonly EditorMark[] = []
  #current: number | undefined
  #composing = false
  readonly #life = new AbortController()

  /** @param mirror lies exactly behind or above the text area */
  constructor(area: HTMLTextAreaElement, mirror: HTMLElement, events: EditorEvents) {
    this.area = area
    this.#mirror = new Mirror(mirror)
    this.#events = events
    this.#text = this.area.value
    const { signal } = this.#life
    area.addEventListener(
      'compositionstart',
      () => {
        this.#composing = true
      },
      { signal },
    )
    area.addEventListener(
      'compositionend',
      () => {
        this.#composing = false
        this.#followed(true)
      },
      { signal },
    )
    area.addEventListener('input', () => this.#followed(!this.#composing), { signal })
    area.addEventListener('keydown', (event) => this.#step(event), { signal })
    document.addEventListener('selectionchange', () => this.#moved(), { signal })
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
    if (this.#current !== undefined && this.mark(this.#current) === undefined) this.#enter(undefined)
    this.#draw()
  }

  /** The text area was changed by somebody else's script, of which it says nothing. */
  follow(): void {
    if (!this.#composing && this.area.value !== this.#text) this.#followed(true)
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
    this.#mirror.find(finding)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
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
    this.#mirror.setCurrent(finding)
    this.#events.entered?.(finding)
  }

  #draw(): void {
    this.#mirror.draw(this.#text, this.#marks)
  }
}
