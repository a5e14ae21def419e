/**
 * Alternatives of phrases, templates and contexts that nothing needs: without them every example of every rule comes out
 * as before, and every labelled text no worse.
 *
 * They serve many rules, and there are many of them: one pass tells in which texts each matches at all; only there can it
 * be missed, and a context's only there where a judgement asks about it. Those that never meet in one text are left out of
 * one linter together.
 */
import type { Verdict } from '../core/contract/report.ts'
import type { Submission } from '../core/contract/submission.ts'
import type { RuleLinter } from '../core/lint/create-linter.ts'
import { fillTemplate } from '../core/pattern/pattern.ts'
import type { LanguageSpec } from '../core/rules/language.ts'
import { CAPABILITIES } from '../core/services/mention.ts'
import { overlaps } from '../core/text/span.ts'
import { assembleLinter } from './assemble.ts'
import { type ExampleCase, examplesOf, faultOf } from './check-examples.ts'
import type { NeedlessAlternative } from './find-needless.ts'
import type { LinterData } from './linter-data.ts'
import type { ReadingOnce } from './reading-once.ts'

/** A text, and what a person finds in it. */
export interface LabelledText {
  readonly submission: Submission
  readonly expect: {
    readonly verdict: Verdict
    readonly findings: readonly { readonly category: string; readonly excerpt: string }[]
  }
}

interface Alternative {
  /** `contexts.refusal[0].any[1]`, and what it belongs to: `contexts.refusal`. */
  readonly at: string
  readonly name: string
  /** As it is matched: a template's once for each of what it may speak of. */
  readonly patterns: readonly string[]
}

/** A linter that speaks this language instead. */
type Assemble = (language: LanguageSpec) => RuleLinter

/** How a linter does with nothing left out. */
interface Before {
  readonly worth: number
  /** The contexts that were asked about. */
  readonly asked: ReadonlySet<string>
}

/** A text that may need an alternative, and how well a linter does with it. */
interface Proof {
  readonly submission: Submission
  worth(linter: RuleLinter): number
}

/** @throws {PackError} where packs or dictionaries have faults. */
export function findNeedlessShared(
  data: LinterData,
  { tokenizer, normalize, readers }: ReadingOnce,
  labelled: readonly LabelledText[] = [],
): NeedlessAlternative[] {
  const assemble: Assemble = (language) =>
    assembleLinter({ ...data, language }, tokenizer, normalize, readers)
  let asked = new Set<string>()
  const whole = assembleLinter(data, tokenizer, normalize, readers, (name) => asked.add(name))
  const before = (proof: Proof): Before => {
    asked = new Set()
    return { worth: proof.worth(whole), asked }
  }
  const byExamples = [...examplesOf(whole)].map(proofByExample)
  const unproved = withoutNeeded(alternativesOf(data.language), byExamples, data.language, assemble, before)
  const needless = withoutNeeded(unproved, labelled.map(proofByLabel), data.language, assemble, before)
  return needless.map(({ at, name }) => ({
    pack: 'dictionaries',
    at,
    rule: name,
    message: `${name}: no example needs this alternative`,
  }))
}

const proofByExample = (example: ExampleCase): Proof => ({
  submission: example.submission,
  worth: (linter) => (faultOf(linter, example) === undefined ? 1 : 0),
})

/** One for the verdict, one for each thing found in its place, and one less for each finding that nobody expects. */
const proofByLabel = ({ submission, expect }: LabelledText): Proof => ({
  submission,
  worth(linter) {
    const { verdict, findings } = linter.lint(submission)
    const expected = expect.findings.map(({ category, excerpt }) => {
      const start = submission.text.indexOf(excerpt)
      return { category, span: { start, end: start + excerpt.length } }
    })
    const isFound = ({ category, span }: (typeof expected)[number]) =>
      findings.some((one) => one.category === category && overlaps(one.span, span))
    const isUnexpected = ({ span, action }: (typeof findings)[number]) =>
      action !== 'note' && !expected.some((one) => overlaps(one.span, span))
    return (
      (verdict === expect.verdict ? 1 : 0) +
      expected.filter(isFound).length -
      findings.filter(isUnexpected).length
    )
  },
})

/** Of the alternatives those that no proof needs. */
function withoutNeeded(
  alternatives: readonly Alternative[],
  proofs: readonly Proof[],
  language: LanguageSpec,
  assemble: Assemble,
  before: (proof: Proof) => Before,
): Alternative[] {
  if (proofs.length === 0) return [...alternatives]
  const met = proofsMet(alternatives, proofs, language, assemble)
  const known = new Map<Proof, Before>()
  const beforeOf = (proof: Proof): Before => {
    const one = known.get(proof) ?? before(proof)
    known.set(proof, one)
    return one
  }
  const needless = new Set(alternatives)
  for (const group of apartGroups(alternatives, met)) {
    const open = group.map((one) => ({
      one,
      proofs: met.get(one)!.filter((proof) => canMatter(one, proof, beforeOf(proof))),
    }))
    if (open.every(({ proofs }) => proofs.length === 0)) continue
    const linter = assemble(withoutThose(language, new Set(group.map(({ at }) => at))))
    for (const { one, proofs } of open)
      if (proofs.some((proof) => proof.worth(linter) < beforeOf(proof).worth)) needless.delete(one)
  }
  return [...needless]
}

/**
 * Whether a text may come out otherwise without an alternative that matches in it: of a context, only where it is asked
 * about. What a history proposes is remembered from text to text, so that there it need not be asked again.
 */
const canMatter = ({ name }: Alternative, { submission }: Proof, { asked }: Before): boolean => {
  const [part, context] = name.split('.')
  return part !== 'contexts' || submission.history.length > 0 || asked.has(context!)
}

const alternativesOf = ({ phrases, templates, contexts }: LanguageSpec): Alternative[] => [
  ...Object.entries(phrases).flatMap(([name, sources]) =>
    sources.map((source, index) => ({
      at: `phrases.${name}[${index}]`,
      name: `phrases.${name}`,
      patterns: [source],
    })),
  ),
  ...Object.entries(templates).flatMap(([name, sources]) =>
    sources.map((source, index) => ({
      at: `templates.${name}[${index}]`,
      name: `templates.${name}`,
      patterns: fillTemplate([source], CAPABILITIES),
    })),
  ),
  ...Object.entries(contexts).flatMap(([name, clauses]) =>
    clauses.flatMap(({ any }, clause) =>
      (any ?? []).map((source, index) => ({
        at: `contexts.${name}[${clause}].any[${index}]`,
        name: `contexts.${name}`,
        patterns: [source],
      })),
    ),
  ),
]

const TRACE = 'needless-trace-'

/** In which texts each alternative matches anywhere: each is a phrase of its own in a linter made for it. */
function proofsMet(
  alternatives: readonly Alternative[],
  proofs: readonly Proof[],
  language: LanguageSpec,
  assemble: Assemble,
): ReadonlyMap<Alternative, readonly Proof[]> {
  const traces = Object.fromEntries(
    alternatives.map(({ patterns }, index) => [`${TRACE}${index}`, [...patterns]]),
  )
  const linter = assemble({ ...language, phrases: { ...language.phrases, ...traces } })
  const met = new Map<Alternative, Proof[]>(alternatives.map((one) => [one, []]))
  for (const proof of proofs) {
    const matched = matchedIn(linter, proof.submission, alternatives.length)
    for (const index of matched) met.get(alternatives[index]!)!.push(proof)
  }
  return met
}

/** The numbers of the alternatives that match in a text that contexts may look at. */
function matchedIn(linter: RuleLinter, submission: Submission, count: number): ReadonlySet<number> {
  const { text, history, category, jobTitle, jobText } = submission
  const texts = [text, category, jobTitle, jobText, ...history.map((message) => message.text)]
  const matched = new Set<number>()
  for (const one of texts) {
    if (one === undefined) continue
    const document = linter.document(one)
    for (let index = 0; index < count; index++)
      if (document.annotations(`${TRACE}${index}`).starts.length > 0) matched.add(index)
  }
  return matched
}

/** Groups whose members share no text, of all that match in any. */
function apartGroups(
  alternatives: readonly Alternative[],
  met: ReadonlyMap<Alternative, readonly Proof[]>,
): Alternative[][] {
  const groups: { readonly members: Alternative[]; readonly texts: Set<Proof> }[] = []
  const byCount = alternatives
    .filter((one) => met.get(one)!.length > 0)
    .sort((a, b) => met.get(b)!.length - met.get(a)!.length)
  for (const one of byCount) {
    const own = met.get(one)!
    let group = groups.find(({ texts }) => !own.some((text) => texts.has(text)))
    if (group === undefined) {
      group = { members: [], texts: new Set() }
      groups.push(group)
    }
    group.members.push(one)
    for (const text of own) group.texts.add(text)
  }
  return groups.map(({ members }) => members)
}

/** A clause that loses all its patterns holds nowhere: without them it would hold everywhere. */
function withoutThose(language: LanguageSpec, left: ReadonlySet<string>): LanguageSpec {
  const remaining = (part: 'phrases' | 'templates') =>
    Object.fromEntries(
      Object.entries(language[part]).map(([name, sources]) => [
        name,
        sources.filter((_, index) => !left.has(`${part}.${name}[${index}]`)),
      ]),
    )
  const contexts = Object.fromEntries(
    Object.entries(language.contexts).map(([name, clauses]) => [
      name,
      clauses.flatMap((clause, number) => {
        if (clause.any === undefined) return [clause]
        const any = clause.any.filter((_, index) => !left.has(`contexts.${name}[${number}].any[${index}]`))
        return any.length === 0 && clause.from.length === 0 ? [] : [{ ...clause, any }]
      }),
    ]),
  )
  return { ...language, phrases: remaining('phrases'), templates: remaining('templates'), contexts }
}
