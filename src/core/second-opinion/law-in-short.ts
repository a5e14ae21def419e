/**
 * The law in short: what one marketplace says of outside contact at one place and phase, on less than a page, made from
 * its pack and the rules that it uses.
 */
import type { Category } from '../contract/category.ts'
import { REDIRECT_CATEGORIES } from '../contract/category.ts'
import type { Submission } from '../contract/submission.ts'
import { phaseOf } from '../contract/where.ts'
import { type ActionOrOff, Policy } from '../lint/policy.ts'
import type { MarketplacePack, PackSpec, RuleSpec } from '../rules/rule-spec.ts'
import { usedPacks } from '../rules/used-packs.ts'
import { CHANNEL_NAMES, PHASE_NAMES } from './names.ts'

/** Characters of the whole; packs that say more are cut where it matters least. */
const LENGTH = 1300
/** What rules of a category say, beyond which more says no more. */
const SAYINGS = 2

/** That an offer's acceptance is judged as the offer is said once for all of them. */
const IS_ACCEPTANCE = /応じています|返事です/

export function lawInShort(packs: readonly PackSpec[], submission: Submission): string {
  const pack = packs.find(
    (one): one is MarketplacePack => one.kind === 'marketplace' && one.id === submission.marketplace,
  )
  if (pack === undefined) throw new RangeError('unknown marketplace')
  const used = usedPacks(pack, packs)
  const policy = new Policy(pack, used)
  const rules = [pack, ...used].flatMap((one) => one.rules).filter(({ stage }) => stage === 'stable')
  const [held, warned, free] = (['held', 'warned', 'free'] as const).map((weight) =>
    REDIRECT_CATEGORIES.filter(
      (category) => weightOf(policy.action(category, submission, undefined)) === weight,
    ),
  ) as [Category[], Category[], Category[]]
  const approved = submission.approvals.length > 0 ? '、外部連絡の承認あり' : ''
  const lines = [
    `${pack.title}の決まり(${CHANNEL_NAMES[submission.channel]}、${PHASE_NAMES[phaseOf(submission)]}${approved})`,
    'hold(保存できない、または人の確認が要る):',
    ...held.map((category) => `- ${category}: ${meaning(category, rules)}`),
    ...(warned.length > 0 ? [`pass(注意だけ): ${warned.map((one) => named(one, rules)).join('、')}`] : []),
    ...deliverable(policy, submission),
    ...(free.length > 0 ? [`pass(かまわない): ${free.map((one) => named(one, rules)).join('、')}`] : []),
  ]
  const wordings = held.flatMap((category) => policy.wording(category, submission) ?? [])
  const rest = [
    ...unique(wordings.map(({ why }) => why)),
    // What can be done inside names the marketplace's own functions.
    ...unique(wordings.flatMap(({ instead }) => instead ?? [])).map(
      (instead) => `マーケットの中の手段: ${instead}`,
    ),
  ]
  return within(lines.join('\n'), rest)
}

const weightOf = (action: ActionOrOff): 'held' | 'warned' | 'free' =>
  action === 'block' || action === 'review' ? 'held' : action === 'warn' ? 'warned' : 'free'

/** Whose contact it is decides: data of the client that go into the work have a row of their own. */
function deliverable(policy: Policy, submission: Submission): string[] {
  if (policy.pack.actions.deliverable === undefined) return []
  const weight = weightOf(policy.action('deliverable', submission, undefined))
  const says = weight === 'held' ? 'hold' : weight === 'warned' ? 'pass(注意だけ)' : 'pass'
  return [`制作物に載せる依頼者のデータ(フッターの電話番号、名刺のメールアドレス): ${says}`]
}

/** What the rules of a category say they have found: `LINEなど外部のメッセンジャーでのやり取りの提案`. */
function meaning(category: Category, rules: readonly RuleSpec[]): string {
  const says = unique(
    rules
      .filter((rule) => rule.category === category && !IS_ACCEPTANCE.test(rule.says))
      .map(({ says }) => says),
  )
  return says
    .slice(0, SAYINGS)
    .map((sentence) => sentence.replace(/。.*$/s, '').replace(/です$/, ''))
    .join('/')
}

const named = (category: Category, rules: readonly RuleSpec[]): string => {
  const [first] = meaning(category, rules).split('/')
  return first === undefined || first === '' ? category : `${first}(${category})`
}

const unique = (sentences: readonly string[]): string[] => [...new Set(sentences)]

/** As many of the sentences behind the law as there is room for. */
function within(law: string, rest: readonly string[]): string {
  let text = law.slice(0, LENGTH)
  for (const sentence of rest) {
    if (text.length + sentence.length + 1 <= LENGTH) text += `\n${sentence}`
  }
  return text
}
