/** Texts read with a few words of the test's own, and kinds of detectors run over them: no pack, no policy. */
import { readFileSync } from 'node:fs'
import { type RawSubmission, submissionSchema } from '../../src/core/contract/submission.ts'
import type { Detection, DetectorKind, DetectorTools, Weighed } from '../../src/core/judge/detector.ts'
import type { Analyzer, Document } from '../../src/core/judge/document.ts'
import { Manners } from '../../src/core/judge/manner/manners.ts'
import { RecentDocuments } from '../../src/core/judge/recent-documents.ts'
import { type FindProposals, Situation } from '../../src/core/judge/situation.ts'
import { Weights } from '../../src/core/judge/weights.ts'
import { inflectionsOf } from '../../src/core/pattern/word-classes.ts'
import { compileLanguage, type LanguageSpec } from '../../src/core/rules/language.ts'
import { slice } from '../../src/core/text/span.ts'
import { authoredNormalizer } from '../../src/packs/assemble.ts'
import type { LinterData } from '../../src/packs/linter-data.ts'
import { testLinter } from './linter.ts'

export const NO_LANGUAGE: LanguageSpec = {
  acts: {},
  nouns: {},
  words: {},
  phrases: {},
  templates: {},
  contexts: {},
}

let built: LinterData | undefined
const data = (): LinterData => {
  built ??= JSON.parse(readFileSync('build/data.json', 'utf8')) as LinterData
  return built
}
let authored: ((text: string) => string) | undefined
const normalize = (text: string): string => {
  authored ??= authoredNormalizer(data())
  return authored(text).toLowerCase()
}

export interface Reading {
  readonly analyzer: Analyzer
  readonly language: ReturnType<typeof compileLanguage>
  situation(submission?: Partial<RawSubmission>, findProposals?: FindProposals): Situation
  document(text: string): Document
}

/** @param spec the dictionaries: what is left out is empty. */
export function readingBy(spec: Partial<LanguageSpec> = {}): Reading {
  const built = testLinter().analyzer
  const whole = { ...NO_LANGUAGE, ...spec }
  const language = compileLanguage(whole, inflectionsOf(whole.words, built.tokenizer, normalize), normalize)
  const { words, phrases, vocabulary, lexicon } = language
  const analyzer: Analyzer = { ...built, words, phrases, vocabulary, lexicon }
  const documents = new RecentDocuments(analyzer)
  return {
    analyzer,
    language,
    situation: (submission = {}, findProposals) =>
      new Situation(
        submissionSchema.parse({ marketplace: 'coconala', text: '', ...submission }),
        analyzer,
        documents,
        findProposals,
      ),
    document: (text) => documents.of(text),
  }
}

export interface KindRun {
  /** The words that each detection underlines, in plain text. */
  words(text: string, submission?: Partial<RawSubmission>): string[]
  detections(text: string, submission?: Partial<RawSubmission>): Detection[]
  weighed(text: string, submission?: Partial<RawSubmission>, findProposals?: FindProposals): Weighed[]
}

let weights: Weights | undefined

/**
 * The kind with these settings, as a rule of contact.messenger has it.
 *
 * @param other what it is given instead: another category, other weights.
 */
export function runOf<Settings>(
  kind: DetectorKind<Settings>,
  settings: object,
  spec: Partial<LanguageSpec> = {},
  other: Partial<Pick<DetectorTools, 'category' | 'manners'>> = {},
): KindRun {
  const { situation, document, language } = readingBy(spec)
  weights ??= new Weights(data().weights)
  const tools: DetectorTools = {
    category: 'contact.messenger',
    weights,
    manners: new Manners(weights),
    knowsClass(name) {
      if (!language.knowsClass(name)) throw new Error(`unknown class ${name}`)
    },
    pattern(source) {
      const made = language.pattern(source)
      if (made.compiled === undefined) throw new Error(JSON.stringify(made.faults))
      return made.compiled
    },
    template: (name) => language.templates[name]!,
    words: (name) => language.classes[name]!.map(normalize),
    normalize,
    ...other,
  }
  const detector = kind.compile(kind.schema.parse({ kind: kind.kind, ...settings }), tools)
  const detections: KindRun['detections'] = (text, submission) => [
    ...detector.detect(document(text), situation({ ...submission, text })),
  ]
  return {
    detections,
    words: (text, submission) =>
      detections(text, submission).map(({ underlined }) => slice(document(text).plain.text, underlined)),
    weighed: (text, submission, findProposals) => [
      ...detector.weigh!(document(text), situation({ ...submission, text }, findProposals)),
    ],
  }
}
