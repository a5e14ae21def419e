/** A marketplace's policy: which action a category gets in which channel and phase, and what the writer is told. */
import { ACTIONS, type Action, type Confidence } from '../contract/report.ts'
import type { Submission } from '../contract/submission.ts'
import { holdsIn } from '../contract/where.ts'
import type { AuthorFault } from '../rules/language.ts'
import type { CommonPack, MarketplacePack, RuleSpec } from '../rules/rule-spec.ts'

export type ActionOrOff = Action | 'off'
/** What a marketplace says of a category. */
export type Wording = MarketplacePack['wording'][string]

const isAction = (text: string): text is Action => (ACTIONS as readonly string[]).includes(text)

export const FROM_MILD: readonly ActionOrOff[] = ['off', ...ACTIONS]

/** The milder of two: what a case excuses (data of the client) must not cost more than what it excuses. */
export const milder = (one: ActionOrOff, other: ActionOrOff): ActionOrOff =>
  FROM_MILD.indexOf(one) < FROM_MILD.indexOf(other) ? one : other

const named = (packs: readonly CommonPack[], key: 'general' | 'beside'): ReadonlySet<string> =>
  new Set(packs.flatMap((pack) => pack[key] ?? []))

export class Policy {
  /** Names no means: gives way to a category of its family that does. */
  readonly isGeneral: (category: string) => boolean
  /** Talk that proposes nothing, and stands beside what does. */
  readonly isBeside: (category: string) => boolean

  /** @param used the common packs that it uses. */
  constructor(
    readonly pack: MarketplacePack,
    used: readonly CommonPack[],
  ) {
    const [general, beside] = [named(used, 'general'), named(used, 'beside')]
    this.isGeneral = (category) => general.has(category)
    this.isBeside = (category) => beside.has(category)
  }

  /** The table's column of a submission. */
  column(submission: Submission): string {
    return this.pack.columns.find((column) => holdsIn(column.when, submission))?.name ?? '*'
  }

  /**
   * The action for a row (a category, or a row that a rule's case names, or an action itself).
   *
   * @param fallback the rule's own action, for rows that the table does not have.
   */
  action(row: string, submission: Submission, fallback: Action | undefined): ActionOrOff {
    const cells = this.pack.actions[row]
    const action = cells?.[this.column(submission)] ?? cells?.['*'] ?? (isAction(row) ? row : fallback)
    // A row that nobody has filled in is held for a person, never passed over.
    const decided = action ?? 'review'
    // An approval of outside contact says nothing of threats: a rule with an action of its own is not about contact.
    const isApproved = fallback === undefined && submission.approvals.includes('outside_contact')
    return decided === 'review' && isApproved ? 'note' : decided
  }

  /** The action for what is found with such confidence: the one place where the marketplace's ladder is climbed. */
  climb(action: ActionOrOff, confidence: Confidence): ActionOrOff {
    return confidence === 'certain' ? action : milder(action, this.pack.confidence[confidence])
  }

  /** What the writer is told of a category there, or of the case that it is. */
  wording(category: string, submission: Submission, row = category): Wording | undefined {
    const wording = this.pack.wording[row] ?? this.pack.wording[category]
    const fitting = wording?.at.find(
      ({ when }) =>
        holdsIn(when, submission) &&
        (when.approval === undefined || submission.approvals.includes(when.approval)),
    )
    if (wording === undefined || fitting === undefined) return wording
    const { why = wording.why, instead = wording.instead } = fitting
    const { form, ...rest } = wording
    return {
      ...rest,
      why,
      ...(instead === undefined ? {} : { instead }),
      ...(form === undefined || fitting.form === false ? {} : { form }),
    }
  }
}

/**
 * Faults of a table: columns and rows that do not exist, categories without an action.
 *
 * @param rules all that the marketplace runs, those of the common packs among them.
 */
export function checkPolicy(pack: MarketplacePack, rules: readonly RuleSpec[]): AuthorFault[] {
  const categories = new Set(rules.filter(({ action }) => action === undefined).map((rule) => rule.category))
  const rows = new Set(rules.flatMap(({ category, cases }) => [category, ...cases.map(({ use }) => use)]))
  const worded = new Set([
    ...rows,
    ...rules.flatMap(({ cases }) => cases.flatMap(({ words }) => words ?? [])),
  ])

  const faults: AuthorFault[] = []
  const columns = new Set([...pack.columns.map((column) => column.name), '*'])
  for (const [row, cells] of Object.entries(pack.actions)) {
    if (!rows.has(row)) faults.push({ at: `actions.${row}`, message: 'no rule has this row' })
    for (const name of Object.keys(cells)) {
      if (!columns.has(name))
        faults.push({ at: `actions.${row}.${name}`, message: `there is no column '${name}'` })
    }
    const missing = [...columns].filter((name) => name !== '*' && cells[name] === undefined)
    if (cells['*'] === undefined && missing.length > 0) {
      faults.push({ at: `actions.${row}`, message: `no action for ${missing.join(', ')}` })
    }
  }
  for (const row of Object.keys(pack.wording)) {
    if (!worded.has(row)) faults.push({ at: `wording.${row}`, message: 'no rule has this row' })
  }
  for (const category of categories) {
    if (pack.actions[category] === undefined)
      faults.push({ at: 'actions', message: `no row for ${category}` })
    if (pack.wording[category] === undefined) {
      faults.push({ at: 'wording', message: `no wording for ${category}` })
    }
  }
  return faults
}
