/**
 * `<sekisho-field>`: wraps a marketplace's own text area, underlines as one writes, shows cards with fixes, and keeps what
 * may not be sent from being submitted. It asks a Sekisho (through the marketplace's own proxy, which has the key) or
 * an engine in the page. README of the element: docs/marketplaces/field.md.
 */
import type { LintReport, Verdict } from '../../../core/contract/report.ts'
import type { RawSubmission } from '../../../core/contract/submission.ts'
import { Editor } from '../editor.ts'
import { element } from '../element.ts'
import { createLatest } from '../latest.ts'
import { CONTEXT_ATTRIBUTES, contextOf, engineAt, type FieldEngine } from './field-engine.ts'
import { FIELD_STYLE } from './field-style.ts'
import { type FieldWords, wordsIn } from './field-words.ts'
import { findingCard } from './finding-card.ts'
import { layOver } from './lay-over.ts'

export type { FieldEngine } from './field-engine.ts'

type State = Verdict | 'checking' | 'unavailable' | 'empty'

const PAUSE_MS = 200
/** Scripts change a text area without a word. */
const LOOK_MS = 400
const AGAIN_MS = 3000

export class SekishoField extends HTMLElement {
  static readonly formAssociated = true
  static readonly observedAttributes = [...CONTEXT_ATTRIBUTES, 'endpoint', 'hold', 'when-unavailable', 'lang']

  /** Lints instead of `endpoint`. */
  #engine: FieldEngine | undefined
  /** What no attribute says: `history`, `approvals`, `jobText` … */
  #context: Partial<RawSubmission> = {}
  readonly #internals = this.attachInternals()
  readonly #frame = element('div', { class: 'frame', attributes: { 'aria-hidden': 'true' } })
  readonly #mirror = element('div', { class: 'mirror', attributes: { part: 'mirror' } })
  readonly #verdict = element('p', { class: 'verdict', attributes: { part: 'verdict', role: 'status' } })
  readonly #cards = element('ul', { class: 'cards', attributes: { part: 'cards' } })
  readonly #slot = element('slot')
  #editor: Editor | undefined
  #life = new AbortController()
  #state: State = 'empty'
  #report: LintReport | undefined
  /** A submit that was asked for while the text was still being checked. */
  #wanted: { readonly submitter: HTMLElement | null } | undefined

  readonly #lint = createLatest(async (signal) => {
    const text = this.#editor?.text ?? ''
    try {
      const engine = this.#engine ?? engineAt(this.getAttribute('endpoint') ?? '')
      const report = await engine.lint({ ...contextOf(this), ...this.#context, text }, { signal })
      if (signal.aborted || this.#editor === undefined) return
      if (this.#editor.composing) return
      this.#answered(report)
    } catch {
      if (signal.aborted) return
      this.#report = undefined
      this.#editor?.setMarks([])
      this.#enter('unavailable')
      this.#lint.soon(AGAIN_MS)
    }
  })

  constructor() {
    super()
    const root = this.attachShadow({ mode: 'open' })
    const style = new CSSStyleSheet()
    style.replaceSync(FIELD_STYLE)
    root.adoptedStyleSheets = [style]
    this.#frame.append(this.#mirror)
    root.append(
      element('div', { class: 'box', attributes: { part: 'box' } }, this.#slot, this.#frame),
      this.#verdict,
      this.#cards,
    )
    this.#slot.addEventListener('slotchange', () => this.#attach())
  }

  connectedCallback(): void {
    this.#life = new AbortController()
    const { signal } = this.#life
    this.#attach()
    const timer = setInterval(() => this.#editor?.follow(), LOOK_MS)
    signal.addEventListener('abort', () => clearInterval(timer), { once: true })
    this.addEventListener('invalid', () => this.#invalid(), { signal })
    // The button that was pressed; `invalid` does not tell.
    this.#internals.form?.addEventListener(
      'click',
      (event) => {
        const button = (event.target as Element | null)?.closest<HTMLElement>('button, input[type=submit]')
        if (button !== null && button !== undefined) this.#pressed = button
      },
      { signal, capture: true },
    )
  }

  #pressed: HTMLElement | null = null

  disconnectedCallback(): void {
    this.#life.abort()
    this.#lint.cancel()
    this.#editor?.dispose()
    this.#editor = undefined
  }

  attributeChangedCallback(): void {
    if (this.#editor !== undefined) this.#changed()
  }

  formResetCallback(): void {
    // The text area is reset after this.
    queueMicrotask(() => this.#editor?.follow())
  }

  get engine(): FieldEngine | undefined {
    return this.#engine
  }

  set engine(engine: FieldEngine | undefined) {
    this.#engine = engine
    if (this.#editor !== undefined) this.#changed()
  }

  get context(): Partial<RawSubmission> {
    return this.#context
  }

  set context(context: Partial<RawSubmission>) {
    this.#context = context
    if (this.#editor !== undefined) this.#changed()
  }

  /** The newest report; `undefined` while there is none for the text as it is. */
  get report(): LintReport | undefined {
    return this.#report
  }

  get state(): State {
    return this.#state
  }

  /** Lints again, for example after the context has changed elsewhere. */
  refresh(): void {
    this.#editor?.follow()
    this.#changed()
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity()
  }

  #attach(): void {
    const area = this.querySelector('textarea')
    if (area === null || area === this.#editor?.area) return
    this.#editor?.dispose()
    this.#editor = new Editor(area, this.#mirror, {
      changed: () => this.#changed(),
      entered: (finding) => this.#highlight(finding),
    })
    layOver(
      area,
      this.#frame,
      this.#mirror,
      () => {
        const own = area.getBoundingClientRect()
        const box = this.#frame.parentElement!.getBoundingClientRect()
        return { left: own.left - box.left, top: own.top - box.top }
      },
      this.#life.signal,
    )
    this.#changed()
  }

  #changed(): void {
    this.#report = undefined
    if ((this.#editor?.text ?? '').trim() === '') {
      this.#lint.cancel()
      this.#editor?.setMarks([])
      this.#cards.replaceChildren()
      this.#enter('empty')
      return
    }
    this.#enter('checking')
    this.#lint.soon(PAUSE_MS)
  }

  #answered(report: LintReport): void {
    this.#report = report
    this.#editor!.setMarks(
      report.findings.map(({ span, action, fix }, finding) => ({
        span,
        action,
        finding,
        ...(fix === undefined ? {} : { fix: fix.span }),
      })),
    )
    const words = this.#words()
    this.#cards.replaceChildren(
      ...report.findings.map((finding, index) =>
        findingCard(finding, index, words, {
          fix: () => this.#fix(index),
          show: () => this.#editor?.select(index),
        }),
      ),
    )
    this.#enter(report.verdict)
    this.dispatchEvent(
      new CustomEvent('sekisho-report', { detail: { report }, bubbles: true, composed: true }),
    )
  }

  /** States in which nothing is submitted. */
  get #held(): boolean {
    const hold = (this.getAttribute('hold') ?? 'block review').split(/\s+/)
    switch (this.#state) {
      case 'checking':
        return hold.some((one) => one !== '' && one !== 'none')
      case 'unavailable':
        return this.getAttribute('when-unavailable') !== 'send'
      default:
        return hold.includes(this.#state)
    }
  }

  #words(): FieldWords {
    return wordsIn(this.closest('[lang]')?.getAttribute('lang') ?? 'ja')
  }

  #enter(state: State): void {
    this.#state = state
    const says = state === 'empty' ? '' : this.#words().verdict[state]
    this.#verdict.dataset.verdict = state
    this.#verdict.textContent = says
    const area = this.#editor?.area
    if (this.#held && area !== undefined) this.#internals.setValidity({ customError: true }, says, area)
    else this.#internals.setValidity({})
    if (state === 'checking' || this.#wanted === undefined) return
    const { submitter } = this.#wanted
    this.#wanted = undefined
    if (!this.#held) this.#internals.form?.requestSubmit(submitter)
    else this.#internals.reportValidity()
  }

  #invalid(): void {
    if (this.#state === 'checking') {
      const { form } = this.#internals
      const submitter =
        this.#pressed !== null && (this.#pressed as HTMLButtonElement).form === form ? this.#pressed : null
      this.#wanted = { submitter }
    }
    this.dispatchEvent(
      new CustomEvent('sekisho-hold', {
        detail: { state: this.#state, report: this.#report },
        bubbles: true,
        composed: true,
      }),
    )
  }

  #fix(index: number): void {
    const finding = this.#report?.findings[index]
    const span = this.#editor?.mark(index)?.fix
    if (finding?.fix === undefined || span === undefined) return
    this.#editor!.replace(span, finding.fix.replacement)
    this.dispatchEvent(new CustomEvent('sekisho-fix', { detail: { finding }, bubbles: true, composed: true }))
  }

  #highlight(finding: number | undefined): void {
    for (const card of this.#cards.children) {
      const is = (card as HTMLElement).dataset.finding === String(finding)
      card.part.toggle('current', is)
    }
  }
}

if (customElements.get('sekisho-field') === undefined) customElements.define('sekisho-field', SekishoField)

declare global {
  interface HTMLElementTagNameMap {
    'sekisho-field': SekishoField
  }
}
