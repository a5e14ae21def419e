/** What is said of a conversation: its verdict, what only the whole shows, and a card for each reason with its messages. */
import type { Action, Finding, Verdict } from '../../core/contract/report.ts'
import { cardGroups, countsOf } from './card-groups.ts'
import { card } from './cards.ts'
import { element } from './element.ts'
import { t, tKnown } from './language.ts'

/** The part of the answer of `POST /v1/lint/thread` that is shown. */
export interface ThreadAnswer {
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

/** A finding, and where its words stand. */
export interface Placed {
  readonly finding: Finding
  /** Index of the message. */
  readonly message: number
  /** Index among the findings of that message. */
  readonly at: number
}

const HARDNESS: readonly Verdict[] = ['allow', 'warn', 'review', 'block']

export function threadVerdict({ findings, facts, incomplete, notLookedAt }: ThreadAnswer): Verdict {
  const actions = [...findings.filter(({ stage }) => stage !== 'trial'), ...facts].map(({ action }) => action)
  // A conversation typed by hand may lack times; that is said nowhere and holds nothing up.
  const unseen = incomplete.length > 0 || notLookedAt.some(({ code }) => code !== 'no-time')
  const verdicts = [
    ...actions.map((action) => (action === 'note' ? 'allow' : action)),
    ...(unseen ? ['review'] : []),
  ]
  return HARDNESS.findLast((one) => verdicts.includes(one)) ?? 'allow'
}

/** In the order of the messages. */
export const placed = ({ findings }: ThreadAnswer, messages: number): Placed[] =>
  Array.from({ length: messages }, (_, message) =>
    findings
      .filter(({ path }) => path === `messages[${message}].text`)
      .map((finding, at) => ({ finding, message, at })),
  ).flat()

export interface AnswerActions {
  readonly marketplace: string
  readonly show: (place: Placed) => void
  readonly fix: (place: Placed) => void
}

/** The counts, the facts and the cards, as they stand below the verdict. */
export function threadAnswer(
  { facts }: Pick<ThreadAnswer, 'facts'>,
  places: readonly Placed[],
  { marketplace, show, fix }: AnswerActions,
): HTMLElement[] {
  const findings = places.map(({ finding }) => finding)
  const cards = cardGroups(findings).map(([first, ...others]) =>
    card(findings[first!]!, first!, marketplace, {
      label: (index) => `#${places[index]!.message + 1}`,
      also: others.map((index) => ({ finding: findings[index]!, index })),
      show: (index) => show(places[index]!),
      fix: (index) => fix(places[index]!),
    }),
  )
  return [
    element('p', { class: 'counts' }, ...countBadges([...findings, ...facts])),
    ...(facts.length === 0
      ? []
      : [element('h2', {}, t('talk.facts')), element('ul', { class: 'cards' }, ...facts.map(factCard))]),
    element('h2', { class: 'spoken' }, t('findings.title')),
    element('ul', { class: 'cards' }, ...cards),
  ]
}

/** 不可 3, 注意 1. */
export const countBadges = (findings: readonly { readonly action: Action }[]): HTMLElement[] =>
  countsOf(findings).map(([action, count]) =>
    element('span', { class: 'badge', data: { action } }, `${t(`action.${action}`)} ${count}`),
  )

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
