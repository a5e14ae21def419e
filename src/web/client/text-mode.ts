/** One text: linted as it is typed, underlined in place, with a card for each finding. */
import type { LintReport } from '../../core/contract/report.ts'
import { ask } from './api.ts'
import { cardGroups } from './card-groups.ts'
import { card } from './cards.ts'
import { contextValues, readContext, writeContext } from './context.ts'
import { keepDraft, leaveDraft } from './draft.ts'
import { Editor } from './editor.ts'
import { byId, element } from './element.ts'
import { TEXT_EXAMPLES } from './examples.ts'
import { clearFault, retryAfter, showFault } from './faults.ts'
import { keepFocus } from './keep-focus.ts'
import { onLanguage, t, tKnown } from './language.ts'
import { createLatest } from './latest.ts'
import { askPassport, type Passport, showPassport } from './passport.ts'
import { createReading } from './reading.ts'
import { startSharing } from './share.ts'
import { countBadges } from './talk-answer.ts'
import { showVerdict, spokenVerdict } from './verdict.ts'

/** Milliseconds without a keystroke before the text is asked about: long texts may wait a little longer. */
const pause = (text: string) => (text.length > 5_000 ? 350 : 150)
/** The table of the other marketplaces is nice to have, and may wait for a longer one. */
const passportPause = (text: string) => (text.length > 5_000 ? 2_000 : 500)

const isOwn = (text: string): boolean =>
  text.trim() !== '' && !TEXT_EXAMPLES.some((example) => example.text === text)

export interface TextMode {
  /** The mode has been opened, or the context has changed. */
  refresh(): void
  open(text: string): void
}

export function startTextMode(): TextMode {
  const host = byId('editor')
  const limit = Number(host.dataset.limit)
  const findings = byId('findings')
  let report: LintReport | undefined
  let passport: Passport | undefined
  /** Where there is no report: why. */
  let without: 'none' | 'busy' | 'unknown' = 'none'

  const editor = new Editor(byId('text'), host.querySelector<HTMLElement>('.mirror')!, {
    changed: () => changed(),
    entered: (finding) => highlight(finding),
  })
  const sharing = startSharing(() => ({ text: editor.text, report }))
  const reading = createReading(byId<HTMLDetailsElement>('reading'))

  const lint = createLatest(async (signal) => {
    const { text } = editor
    const context = readContext()
    try {
      const answer = await ask<LintReport>('/v1/lint', { ...context, text }, signal)
      if (editor.composing) return
      clearFault()
      report = answer
      editor.setMarks(
        answer.findings.map(({ span, action, fix }, finding) => ({
          span,
          action,
          finding,
          ...(fix === undefined ? {} : { fix: fix.span }),
        })),
      )
      show()
      byId('spoken').textContent = spokenVerdict(answer)
      others.soon(passportPause(text))
      reading.read(text)
    } catch (fault) {
      if (signal.aborted) return
      forget('unknown')
      byId('spoken').textContent = t('verdict.unknown')
      showFault(fault, () => lint.soon(0))
      const seconds = retryAfter(fault)
      if (seconds !== undefined) lint.soon(seconds * 1000)
    }
  })

  const others = createLatest(async (signal) => {
    try {
      passport = await askPassport(readContext(), editor.text, signal)
      showTable()
    } catch {
      // The table belongs to a newer text, or cannot be had: the verdict above says what matters.
      if (!signal.aborted) byId('passport').hidden = true
    }
  })

  function changed(): void {
    byId('count').textContent = t('editor.count', { count: editor.text.length, limit })
    byId('count').classList.toggle('over', editor.text.length > limit)
    others.cancel()
    keepDraft({ text: editor.text, context: contextValues() })
    // It is asked about once the mode is opened again.
    if (byId('mode-text').hidden) {
      lint.cancel()
      forget('busy')
      return
    }
    if (editor.text.trim() === '') {
      lint.cancel()
      clearFault()
      forget('none')
      byId('spoken').textContent = ''
      return
    }
    // The underlines move with their words; what was said of the whole is said of another text.
    byId('mode-text').setAttribute('aria-busy', 'true')
    showVerdict(byId('verdict'), 'busy')
    lint.soon(pause(editor.text))
  }

  /** There is no answer for the text: nothing may look as if it had been found clean. */
  function forget(why: typeof without): void {
    without = why
    report = undefined
    passport = undefined
    editor.setMarks([])
    byId('passport').hidden = true
    reading.read('')
    show()
  }

  function show(): void {
    byId('mode-text').removeAttribute('aria-busy')
    const context = readContext()
    showVerdict(byId('verdict'), report?.verdict ?? without, context.channel)
    const all = report?.findings ?? []
    const cards = cardGroups(all).map(([first, ...others]) =>
      card(all[first!]!, first!, context.marketplace, {
        also: others.map((index) => ({ finding: all[index]!, index })),
        show: (at) => editor.select(at),
        fix: (at) => applyFix(at),
      }),
    )
    keepFocus(findings, () => findings.replaceChildren(...cards))
    byId('counts').replaceChildren(...countBadges(all))
    sharing.refresh()
    const opinion = report?.secondOpinion
    byId('opinion').hidden = opinion === undefined
    // What a reader was asked and answered is the moderator's; the writer hears that somebody was asked.
    byId('opinion').textContent =
      opinion === undefined ? '' : t(`opinion.${opinion.outcome}`, { model: opinion.model })
    const incomplete = report?.incomplete ?? []
    byId('incomplete').replaceChildren(
      ...(incomplete.length === 0
        ? []
        : [
            element('h3', {}, t('verdict.incomplete')),
            element(
              'ul',
              {},
              ...incomplete.map(({ code, detail }) =>
                element('li', {}, tKnown(`incomplete.${code}`), ' ', element('code', {}, detail)),
              ),
            ),
          ]),
    )
  }

  function showTable(): void {
    if (passport === undefined) return
    showPassport(byId('passport'), passport, readContext(), (marketplace, { channel, phase }) => {
      writeContext({ marketplace, channel, phase })
      changed()
      byId('verdict').scrollIntoView({ block: 'nearest' })
    })
  }

  function highlight(finding: number | undefined): void {
    for (const one of findings.children) {
      const is = (one as HTMLElement).dataset.findings?.split(' ').includes(String(finding)) === true
      one.classList.toggle('current', is)
      // Only the list scrolls, and only where it is a list that scrolls: the page stays where the writer is.
      if (is) findings.scrollTo({ top: (one as HTMLElement).offsetTop - findings.offsetTop })
    }
  }

  function applyFix(finding: number): void {
    const replacement = report?.findings[finding]?.fix?.replacement
    const span = editor.mark(finding)?.fix
    if (replacement === undefined || span === undefined) return
    editor.replace(span, replacement)
    byId('spoken').textContent = t('finding.applied')
  }

  byId('clear').addEventListener('click', () => {
    editor.replace({ start: 0, end: editor.text.length }, '')
    editor.area.focus()
  })
  byId('examples').append(
    ...TEXT_EXAMPLES.map(({ name, text, context }) =>
      element(
        'button',
        {
          class: 'chip',
          data: { text: name },
          attributes: { type: 'button' },
          on: {
            click: () => {
              // Whatever one has written is a step back.
              if (isOwn(editor.text)) leaveDraft()
              writeContext(context)
              editor.setText(text)
            },
          },
        },
        t(name),
      ),
    ),
  )
  onLanguage(() => {
    changed()
    show()
    showTable()
  })

  return {
    refresh: changed,
    open(text) {
      editor.setText(text)
    },
  }
}
