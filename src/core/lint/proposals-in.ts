/**
 * What the messages of a thread's history propose: the rules themselves look at them, so that an acceptance is of
 * whatever they can recognise. Messages are looked at only when a rule asks, and in a situation once: the next message
 * of the thread asks again.
 */
import type { Submission } from '../contract/submission.ts'
import type { Document } from '../judge/document.ts'
import type { FindProposals, Situation } from '../judge/situation.ts'
import { judge } from './judge.ts'
import type { LiveRules } from './live-rules.ts'

export interface ProposalTools {
  readonly rules: LiveRules
  readonly document: (text: string) => Document
  readonly situation: (submission: Submission) => Situation
}

export function proposalsIn(submission: Submission, tools: ProposalTools): FindProposals {
  let situations: Map<Submission['role'], string> | undefined
  return (message) => {
    const { proposals } = tools.document(message.text)
    situations ??= new Map()
    let situation = situations.get(message.role)
    if (situation === undefined) {
      situation = situationKey(submission, message.role)
      situations.set(message.role, situation)
    }
    let categories = proposals.get(situation)
    if (categories === undefined) {
      categories = categoriesOf({ ...submission, role: message.role, text: message.text, history: [] }, tools)
      proposals.set(situation, categories)
    }
    return categories
  }
}

/** All of a submission that the rules may ask about beside text and history. */
const situationKey = (
  { text: _, history: __, id: ___, sentAt: ____, ...situation }: Submission,
  role: Submission['role'],
): string => JSON.stringify({ ...situation, role })

function categoriesOf(message: Submission, tools: ProposalTools): ReadonlySet<string> {
  const document = tools.document(message.text)
  const situation = tools.situation(message)
  const found = new Set<string>()
  for (const live of tools.rules.in(situation)) {
    const { category, action } = live.rule.spec
    // Rules with an action of their own are about tone; what is only a note in this table is proposed all the same.
    if (action !== undefined || found.has(category)) continue
    const detected = judge(live, document, situation, tools.rules.contexts)
    if (detected.some(({ detection }) => detection.confidence !== 'doubt')) found.add(category)
  }
  return found
}
