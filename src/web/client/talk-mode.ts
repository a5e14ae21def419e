/** A conversation: each message is judged with those before it, then what only the whole shows. */
import type { Role } from '../../core/contract/submission.ts'
import { ask } from './api.ts'
import { contextValues, readContext, writeContext } from './context.ts'
import { keepDraft, leaveDraft, type TalkDraft } from './draft.ts'
import { byId, element } from './element.ts'
import { clearFault, retryAfter, showFault } from './faults.ts'
import { keepFocus } from './keep-focus.ts'
import { onLanguage, t } from './language.ts'
import { createLatest } from './latest.ts'
import { placed, type ThreadAnswer, threadAnswer, threadVerdict } from './talk-answer.ts'
import { TALK_EXAMPLES } from './talk-examples.ts'
import { TalkMessage } from './talk-message.ts'
import { showVerdict } from './verdict.ts'

const PAUSE = 250

export interface TalkMode {
  refresh(): void
  open(draft: TalkDraft): void
}

/** @param draft what was being written; the first example, where there is nothing */
export function startTalkMode(draft: TalkDraft = TALK_EXAMPLES[0]!): TalkMode {
  const place = byId('mode-talk')
  const list = element('ol', { class: 'talk' })
  const verdict = element('div', { class: 'verdict', data: { verdict: 'none' } })
  const said = element('div', { class: 'facts-list' })
  const purchased = element('input', {
    attributes: { type: 'datetime-local' },
    on: { input: () => changed() },
  })
  let messages: TalkMessage[] = []
  let answer: ThreadAnswer | undefined
  /** Where there is no answer: why. */
  let without: 'none' | 'unknown' = 'none'

  const lint = createLatest(async (signal) => {
    const { marketplace, category, jobTitle, approvals } = readContext()
    const bought = purchased.value === '' ? undefined : `${purchased.value}:00+09:00`
    const thread = {
      marketplace,
      category,
      jobTitle,
      approvals,
      purchasedAt: bought,
      // On marketplaces with an escrow the deal begins when it is paid: here the same moment.
      escrowPaidAt: bought,
      messages: messages.map(({ role, text, sentAt }, index) => ({
        id: String(index),
        role,
        text,
        sentAt,
        ...(bought === undefined ? { channel: 'message' } : {}),
      })),
    }
    try {
      answer = await ask<ThreadAnswer>('/v1/lint/thread', { thread }, signal)
      clearFault()
    } catch (fault) {
      if (signal.aborted) return
      answer = undefined
      without = 'unknown'
      showFault(fault, () => lint.soon(0))
      const seconds = retryAfter(fault)
      if (seconds !== undefined) lint.soon(seconds * 1000)
    }
    show()
    if (answer !== undefined) {
      const count = answer.findings.length + answer.facts.length
      byId('spoken').textContent = t('verdict.spoken', {
        verdict: t(`verdict.${threadVerdict(answer)}`),
        count,
      })
    }
  })

  const written = (): TalkDraft => ({
    purchased: purchased.value,
    messages: messages.map(({ role, text, sentValue }) => ({ role, text, sentAt: sentValue })),
  })

  function changed(): void {
    keepDraft({ talk: written(), context: contextValues() })
    lint.cancel()
    // It is asked about once the mode is opened again.
    if (place.hidden) return
    if (messages.some(({ text }) => text.trim() !== '')) {
      place.setAttribute('aria-busy', 'true')
      showVerdict(verdict, 'busy')
      lint.soon(PAUSE)
      return
    }
    answer = undefined
    without = 'none'
    show()
  }

  function show(): void {
    const { marketplace } = readContext()
    place.removeAttribute('aria-busy')
    showVerdict(verdict, answer === undefined ? without : threadVerdict(answer))
    const places = answer === undefined ? [] : placed(answer, messages.length)
    messages.forEach((message, index) => {
      message.name(index + 1)
      message.show(places.filter((place) => place.message === index).map(({ finding }) => finding))
    })
    keepFocus(said, () =>
      said.replaceChildren(
        ...threadAnswer(answer ?? { facts: [] }, places, {
          marketplace,
          show: ({ message, at }) => messages[message]?.select(at),
          fix: ({ message, at, finding }) => messages[message]?.applyFix(at, finding.fix?.replacement ?? ''),
        }),
      ),
    )
  }

  function add(role: Role, text: string, sentAt: string): TalkMessage {
    const message = new TalkMessage(role, text, sentAt, {
      changed,
      removed: () => {
        const at = messages.indexOf(message)
        messages = messages.filter((one) => one !== message)
        message.dispose()
        changed()
        const next = messages[Math.min(at, messages.length - 1)]
        if (next === undefined) adders[0]!.focus()
        else next.focus()
      },
    })
    messages.push(message)
    list.append(message.place)
    return message
  }

  function open(draft: TalkDraft): void {
    for (const message of messages) message.dispose()
    messages = []
    purchased.value = draft.purchased
    for (const { role, text, sentAt } of draft.messages) add(role, text, sentAt)
    changed()
  }

  const adders = (['seller', 'buyer'] as const).map((role) =>
    element('button', {
      data: { text: `talk.add.${role}` },
      attributes: { type: 'button' },
      on: {
        click: () => {
          const message = add(role, '', hourAfter(messages.at(-1)?.sentValue))
          changed()
          show()
          message.focus()
        },
      },
    }),
  )
  const purchase = element(
    'label',
    { class: 'field' },
    element('span', { data: { text: 'talk.purchased' } }),
    purchased,
  )
  const chips = TALK_EXAMPLES.map((example) =>
    element('button', {
      class: 'chip',
      data: { text: example.name },
      attributes: { type: 'button' },
      on: {
        click: () => {
          // Whatever one has written is a step back.
          if (isOwn(written())) leaveDraft()
          writeContext(example.context)
          open(example)
        },
      },
    }),
  )
  place.append(
    element('p', { class: 'small', data: { text: 'talk.lead' } }),
    element(
      'div',
      { class: 'bench' },
      element(
        'div',
        { class: 'writing' },
        element(
          'fieldset',
          { class: 'examples' },
          element('legend', {}, element('span', { data: { text: 'example.label' } })),
          ...chips,
        ),
        element('div', { class: 'purchase' }, purchase),
        list,
        element('div', { class: 'doing' }, ...adders),
      ),
      element('div', { class: 'answer' }, verdict, said),
    ),
  )
  onLanguage(show)
  open(draft)

  return { refresh: changed, open }
}

const isOwn = ({ messages }: TalkDraft): boolean =>
  messages.some(({ text }) => text.trim() !== '') &&
  !TALK_EXAMPLES.some((example) => JSON.stringify(example.messages) === JSON.stringify(messages))

/** The next message comes an hour later. The field's value is read as UTC, so that no time zone changes it. */
const hourAfter = (sentAt: string | undefined): string =>
  sentAt === undefined || sentAt === ''
    ? ''
    : new Date(Date.parse(`${sentAt}:00Z`) + 3_600_000).toISOString().slice(0, 16)
