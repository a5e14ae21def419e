/** The linter: a submission in, a report out. */
import type { Accepted, Finding, Incomplete, LintReport, PackRef } from '../contract/report.ts'
import type { Submission } from '../contract/submission.ts'
import { holdsIn } from '../contract/where.ts'
import type { Detection } from '../judge/detector.ts'
import type { Analyzer, Document } from '../judge/document.ts'
import { Manners } from '../judge/manner/manners.ts'
import type { PackedWeights } from '../judge/packed-weights.ts'
import { RecentDocuments } from '../judge/recent-documents.ts'
import { Situation } from '../judge/situation.ts'
import { Weights } from '../judge/weights.ts'
import { type Inflections, inflectionsOf } from '../pattern/word-classes.ts'
import { type CompiledRule, compileRules } from '../rules/compile-rules.ts'
import { type AuthorFault, compileLanguage, type LanguageSpec } from '../rules/language.ts'
import type { CommonPack, MarketplacePack } from '../rules/rule-spec.ts'
import { threadPolicyOf } from '../rules/thread-policy.ts'
import { allowedBy } from './allow.ts'
import { type DetectedDoubt, reportDoubts } from './doubts.ts'
import { explain } from './explain.ts'
import { toAccepted, toFinding } from './finding.ts'
import { type Judged, judge, judgedOne } from './judge.ts'
import { onlyHeaviestLikely } from './likeliest.ts'
import type { ContactDataReader, Linter, LoadedPack, RuleTrier, TextExplainer } from './linter.ts'
import { LiveRules } from './live-rules.ts'
import { namedBeside } from './named-beside.ts'
import { digestOf, partsOf } from './parts.ts'
import { type ActionOrOff, checkPolicy, milder, Policy } from './policy.ts'
import { proposalsIn } from './proposals-in.ts'
import { reduceFindings } from './reduce-findings.ts'
import { withNames } from './renamed.ts'
import { sureAlone } from './sure-alone.ts'
import { together } from './together.ts'
import { tried, type WeighedPlace } from './try-rules.ts'
import { decide } from './verdict.ts'
import { watched } from './watched.ts'
import { withoutYielding } from './without-yielding.ts'

export interface LinterDeps extends Omit<Analyzer, 'words' | 'phrases' | 'vocabulary' | 'lexicon'> {
  /** For the words of packs and dictionaries: as messages are, but nobody hides words there. */
  readonly normalizeAuthored: (text: string) => string
  readonly language: LanguageSpec
  /** How the language's word classes inflect, where that was made with the data. */
  readonly inflections?: Inflections | undefined
  readonly weights: PackedWeights
  /** The same for how one speaks to the reader. */
  readonly toneWeights: PackedWeights
  /** SHA-256 over dictionaries and weights, hex. */
  readonly digest: string
  readonly packs: readonly LoadedPack[]
  /** Told every context that a judgement asks about: no other can have changed it. */
  readonly onContext?: ((name: string) => void) | undefined
}

/** Faults of the packs, each with the pack it stands in (`dictionaries` for words, phrases, contexts). */
export interface PackFault extends AuthorFault {
  readonly pack: string
}

/** The packs cannot be used: `faults` has all that is wrong with them. */
export class PackError extends Error {
  readonly faults: readonly PackFault[]
  constructor(faults: readonly PackFault[]) {
    super(faults.map((fault) => `${fault.pack}: ${fault.at}: ${fault.message}`).join('\n'))
    this.name = 'PackError'
    this.faults = faults
  }
}

interface CompiledMarketplace {
  readonly policy: Policy
  readonly rules: readonly CompiledRule[]
  readonly live: LiveRules
  /** What its reports are made with, and what they name of it. */
  readonly parts: readonly PackRef[]
  readonly pack: PackRef
}

/** A linter that also tells what single rules detect: what the packs' examples are checked with. */
export interface RuleLinter extends Linter, ContactDataReader, TextExplainer, RuleTrier {
  /** What one rule (`pack/rule`) detects in a submission, whatever the marketplace makes of it. */
  run(rule: string, submission: Submission): readonly Judged[]
  document(text: string): Document
  readonly analyzer: Analyzer
  /** Every place that the marketplace's rules weigh in a submission, with the evidence. */
  weigh(submission: Submission): readonly WeighedPlace[]
}

const ref = ({ spec, digest }: LoadedPack): PackRef => ({ id: spec.id, version: spec.version, digest })

const stops = (action: ActionOrOff): boolean => action === 'review' || action === 'block'

/** What the marketplace does about it there. */
function actionOf(
  { rule: { spec }, row, detection: { confidence = 'certain' } }: Judged,
  policy: Policy,
  submission: Submission,
): ActionOrOff {
  if (confidence === 'doubt') return 'off'
  const ofRow = policy.action(row, submission, spec.action)
  return policy.climb(milder(ofRow, policy.action(spec.category, submission, spec.action)), confidence)
}

/** @throws {PackError} where the packs have faults. */
export function createLinter(deps: LinterDeps): RuleLinter {
  const { packs } = deps
  const normalizeText = (text: string): string => deps.normalizeAuthored(text).toLowerCase()
  const language = compileLanguage(
    deps.language,
    deps.inflections ?? inflectionsOf(deps.language.words, deps.tokenizer, normalizeText),
    normalizeText,
  )
  const { words, phrases, vocabulary, lexicon } = language
  const contexts = watched(language.contexts, deps.onContext)
  const analyzer: Analyzer = { ...deps, words, phrases, vocabulary, lexicon }
  const documents = new RecentDocuments(analyzer)
  const weights = new Weights(deps.weights)
  const manners = new Manners(new Weights(deps.toneWeights))
  const faults: PackFault[] = []

  faults.push(...language.faults.map((fault) => ({ ...fault, pack: 'dictionaries' })))

  const rulesByPack = new Map<string, readonly CompiledRule[]>()
  for (const { spec, settings } of packs) {
    const compiled = compileRules(spec.id, spec.rules, settings, language, normalizeText, weights, manners)
    rulesByPack.set(spec.id, compiled.rules)
    faults.push(...compiled.faults.map((fault) => ({ ...fault, pack: spec.id })))
  }

  const marketplaces = new Map<string, CompiledMarketplace>()
  for (const loaded of packs.filter((pack) => pack.spec.kind === 'marketplace')) {
    const spec = loaded.spec as MarketplacePack
    const used = spec.uses.flatMap((id) => {
      const pack = packs.find((other) => other.spec.kind === 'common' && other.spec.id === id)
      if (pack === undefined)
        faults.push({ pack: spec.id, at: 'uses', message: `there is no common pack '${id}'` })
      return pack ?? []
    })
    const rules = [...spec.rules, ...used.flatMap((pack) => (pack.spec as CommonPack).rules)]
    const commons = used.map((pack) => pack.spec as CommonPack)
    const { faults: ofThreads } = threadPolicyOf([...commons, spec].map(({ thread }) => thread))
    faults.push(...[...checkPolicy(spec, rules), ...ofThreads].map((fault) => ({ ...fault, pack: spec.id })))
    const parts = partsOf([loaded, ...used].map(ref), deps.digest)
    const compiled = [loaded, ...used].flatMap((pack) => rulesByPack.get(pack.spec.id) ?? [])
    marketplaces.set(spec.id, {
      policy: new Policy(spec, commons),
      rules: compiled,
      live: new LiveRules(compiled, contexts),
      parts,
      pack: { ...ref(loaded), digest: digestOf(parts) },
    })
  }
  if (faults.length > 0) throw new PackError(faults)
  const all = [...rulesByPack.values()].flat()
  const allLive = new LiveRules(all, contexts)

  /** The submission with its history, in which the rules given look for what is accepted. */
  const situationOf = (submission: Submission, rules: LiveRules): Situation =>
    submission.history.length === 0
      ? new Situation(submission, analyzer, documents)
      : new Situation(
          submission,
          analyzer,
          documents,
          proposalsIn(submission, {
            rules,
            document: (text) => documents.of(text),
            situation: (message) => new Situation(message, analyzer, documents),
          }),
        )

  const weigh = (submission: Submission): WeighedPlace[] => {
    const marketplace = marketplaces.get(submission.marketplace)
    if (marketplace === undefined) throw new RangeError('unknown marketplace')
    const document = documents.once(submission.text)
    const situation = situationOf(submission, marketplace.live)
    return marketplace.rules
      .filter((rule) => holdsIn(rule.where, submission))
      .flatMap((rule) =>
        rule.detectors.flatMap((detector) =>
          [...(detector.weigh?.(document, situation) ?? [])].map((one) => {
            const detection: Detection = {
              span: one.span,
              underlined: one.span,
              trail: [],
              confidence: 'likely',
            }
            const judged = judgedOne(rule, detector, detection, document, situation, contexts)
            return {
              ...one,
              rule: rule.name,
              category: rule.spec.category,
              isExcused: judged === undefined,
              action: judged === undefined ? 'off' : actionOf(judged, marketplace.policy, submission),
            }
          }),
        ),
      )
  }

  return {
    marketplaces: [...marketplaces.keys()],
    packs,
    partsOf: (marketplace) => marketplaces.get(marketplace)?.parts ?? [],
    analyzer,
    document: (text) => documents.once(text),
    explain: (text) => explain(documents.once(text)),
    contactData(text) {
      const document = documents.once(text)
      const real = document.data.filter((datum) => !datum.sample)
      return real.map(({ kind, span }) => ({ kind, span: document.plain.toOriginal(span) }))
    },
    run(name, submission) {
      const rule = all.find((one) => one.name === name)
      if (rule === undefined) throw new RangeError(`there is no rule '${name}'`)
      const situation = situationOf(submission, allLive)
      return new LiveRules([rule], contexts)
        .in(situation)
        .flatMap((live) => judge(live, documents.once(submission.text), situation, contexts))
        .filter(({ detection }) => detection.confidence !== 'doubt')
    },
    weigh,
    tryRules: (submission) =>
      weigh(submission).map((place) => tried(place, documents.once(submission.text), weights)),
    lint(submission): LintReport {
      const marketplace = marketplaces.get(submission.marketplace)
      if (marketplace === undefined) throw new RangeError('unknown marketplace')
      const { policy, live: rules } = marketplace
      const document = documents.once(submission.text)
      const situation = situationOf(submission, rules)
      const here = rules.in(situation)
      const incomplete: Incomplete[] = []
      const findings: Finding[] = []
      const accepted: Accepted[] = []
      const allow = [...(submission.allow ?? []), ...policy.pack.allow]
      const doubts: DetectedDoubt[] = []
      const judged: Judged[] = []
      for (const live of here) {
        try {
          const found = judge(live, document, situation, contexts)
          for (let at = 0; at < found.length; at++) judged.push(found[at]!)
        } catch {
          // One broken rule must not let the rest pass unseen, nor stop it; the message stays out of the report.
          documents.clear()
          incomplete.push({ code: 'rule-failed', detail: live.rule.name })
        }
      }
      const stopsLikely = (one: Judged): boolean =>
        stops(actionOf({ ...one, detection: { ...one.detection, confidence: 'likely' } }, policy, submission))
      const actionHere = (one: Judged): ActionOrOff => actionOf(one, policy, submission)
      const called = withNames(together(judged, weights, stopsLikely), policy, weights.namer, {
        rules: here,
        document,
        situation,
        contexts,
        actionOf: actionHere,
      })
      const named = onlyHeaviestLikely(namedBeside(called, here, actionHere), policy, actionHere)
      for (const one of withoutYielding(sureAlone(named, policy, actionHere))) {
        const { spec } = one.rule
        const { confidence = 'certain' } = one.detection
        if (confidence === 'doubt') {
          doubts.push({ category: spec.category, span: one.detection.underlined })
          continue
        }
        const action = actionOf(one, policy, submission)
        if (action === 'off') continue
        const finding = toFinding(
          one,
          spec.stage === 'trial' ? 'note' : action,
          confidence,
          document,
          policy.wording(spec.category, submission, one.words),
        )
        const entry = allowedBy(one, document, allow)
        if (entry === undefined) findings.push(finding)
        else accepted.push(toAccepted(finding, { by: 'allow', why: entry.why ?? entry.what }))
      }
      const reduced = reduceFindings(findings, policy)
      return {
        ...(submission.id === undefined ? {} : { id: submission.id }),
        verdict: decide(reduced, incomplete),
        findings: reduced,
        doubts: reportDoubts(doubts, reduced, document, (category) =>
          policy.action(category, submission, undefined),
        ),
        incomplete,
        pack: marketplace.pack,
        ...(accepted.length === 0 ? {} : { accepted }),
      }
    },
  }
}
