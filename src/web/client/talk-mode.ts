/** A conversation: each message is judged with those before it, then what only the whole shows. */
import type { Action, Finding, Verdict } from '../../core/contract/report.ts'
import type { Role } from '../../core/contract/submission.ts'
import { ask } from './api.ts'
import { card } from './cards.ts'
import { readContext, writeContext } from './context.ts'
import { byId, element } from './element.ts'
import { clearFault, retryAfter, showFault } from './faults.ts'
import { onLanguage, t, tKnown } from './language.ts'
import { createLatest } from './latest.ts'
import { TALK_EXAMPLES, type TalkExample } from './talk-examples.ts'
import { TalkMessage } from './talk-message.ts'
import { showVerdict } from './verdict.ts'

/** The part of the answer of `POST /v1/lint/thread` that is shown. */
interface ThreadAnswer {
  readonly findings: readonly (Finding & { readonly path: string })[]
  readonly facts: readonly Fact[]
  readonly incomplete: readonly unknown[]
  readonly notLookedAt: readonly { readonly code: string }[]
}

interface Fact {
  readonly action: Action
  readonly messages: readonly string[]
  readonly says: string
  readonly why: string
  readonly instead: string
}

const PAUSE = 250
const HARDNESS: readonly Verdict[] = ['allow', 'warn', 'review', 'block']

export interface TalkMode {
  refresh(): void
}

export function startTalkMode(): TalkMode {
  const place = byId('mode-talk')
  const list = element('ol', { class: 'talk' })
  const verdict = element('div', { class: 'verdict', data: { verdict: 'none' } })
  const facts = element('div', { class: 'facts-list' })
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
      byId('spoken').textContent = t('verdict.spoken', { verdict: t(`verdict.${verdictOf(answer)}`), count })
    }
  })

  function changed(): void {
    if (messages.some(({ text }) => text.trim() !== '')) {
      place.setAttribute('aria-busy', 'true')
      showVerdict(verdict, 'busy')
      lint.soon(PAUSE)
      return
    }
    lint.cancel()
    answer = undefined
    without = 'none'
    show()
  }

  function show(): void {
    const { marketplace } = readContext()
    place.removeAttribute('aria-busy')
    showVerdict(verdict, answer === undefined ? without : verdictOf(answer))
    const cards = messages.flatMap((message, index) => {
      const mine = answer?.findings.filter(({ path }) => path === `messages[${index}].text`) ?? []
      message.name(index + 1)
      message.show(mine)
      return mine.map((finding, at) =>
        card(finding, at, marketplace, {
          label: `#${index + 1}`,
          show: () => message.select(at),
          fix: () => message.applyFix(at, finding.fix?.replacement ?? ''),
        }),
      )
    })
    facts.replaceChildren(
      ...((answer?.facts.length ?? 0) === 0
        ? []
        : [
            element('h2', {}, t('talk.facts')),
            element('ul', { class: 'cards' }, ...answer!.facts.map(factCard)),
          ]),
      element('h2', { class: 'spoken' }, t('findings.title')),
      element('ul', { class: 'cards' }, ...cards),
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

  function open(example: TalkExample): void {
    for (const message of messages) message.dispose()
    messages = []
    writeContext(example.context)
    purchased.value = example.purchased
    for (const { role, text, sentAt } of example.messages) add(role, text, sentAt)
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
      on: { click: () => open(example) },
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
      element('div', { class: 'answer' }, verdict, facts),
    ),
  )
  onLanguage(show)
  open(TALK_EXAMPLES[0]!)

  return { refresh: changed }
}

function verdictOf({ findings, facts, incomplete, notLookedAt }: ThreadAnswer): Verdict {
  const actions = [...findings.filter(({ stage }) => stage !== 'trial'), ...facts].map(({ action }) => action)
  // A conversation typed by hand may lack times; that is said nowhere and holds nothing up.
  const unseen = incomplete.length > 0 || notLookedAt.some(({ code }) => code !== 'no-time')
  const verdicts = [
    ...actions.map((action) => (action === 'note' ? 'allow' : action)),
    ...(unseen ? ['review'] : []),
  ]
  return HARDNESS.findLast((one) => verdicts.includes(one)) ?? 'allow'
}

const factCard = ({ action, messages, says, why, instead }: Fact): HTMLLIElement =>
  element(
    'li',
    { class: 'card', data: { action } },
    element(
      'div',
      { class: 'head' },
      element('span', { class: 'badge', data: { action } }, tKnown(`action.${action}`)),
      element('span', { class: 'label' }, messages.map((id) => `#${Number(id) + 1}`).join(' ')),
    ),
    element('p', { class: 'says', lang: 'ja' }, says),
    element('p', { class: 'why', lang: 'ja' }, why),
    element(
      'p',
      { class: 'instead' },
      element('b', {}, t('finding.instead')),
      element('span', { lang: 'ja' }, instead),
    ),
  )

/** The next message comes an hour later. The field's value is read as UTC, so that no time zone changes it. */
const hourAfter = (sentAt: string | undefined): string =>
  sentAt === undefined || sentAt === ''
    ? ''
    : new Date(Date.parse(`${sentAt}:00Z`) + 3_600_000).toISOString().slice(0, 16)
