/**
 * The language that rules are written in: word classes, named phrases and contexts, as authored in dictionaries/ and
 * compiled for the detectors.
 */
import * as z from 'zod'
import { NAME_SHAPE } from '../contact-data/account/account-names.ts'
import { DATUM_KINDS } from '../contact-data/common/datum.ts'
import { type CompiledContexts, contextSpecSchema } from '../judge/context.ts'
import type { CompiledPattern } from '../pattern/compiled-pattern.ts'
import { eachClass, fillTemplate, PatternError, parsePattern } from '../pattern/pattern.ts'
import { Vocabulary } from '../pattern/vocabulary.ts'
import { compileWordClasses, type Inflections, type WordTable } from '../pattern/word-classes.ts'
import { CAPABILITIES } from '../services/mention.ts'
import { Lexicon } from '../statement/lexicon.ts'

const nameSchema = z.string().regex(/^[a-z][a-z0-9-]*$/, 'kebab-case letters and digits')
const entrySchema = z.string().min(1).max(2000)

export const wordsFileSchema = z.record(nameSchema, z.array(entrySchema).min(1))
export const phrasesFileSchema = z.record(nameSchema, z.array(entrySchema).min(1))
/** Patterns in which `{@it}` stands for the capability that a rule fills in. */
export const templatesFileSchema = phrasesFileSchema
export const contextsFileSchema = z.record(nameSchema, contextSpecSchema)

export const languageSchema = z.strictObject({
  /** What predicates are: classes of lemmas (dictionaries/acts). */
  acts: wordsFileSchema,
  /** What nouns are (dictionaries/nouns). */
  nouns: wordsFileSchema,
  words: wordsFileSchema,
  phrases: phrasesFileSchema,
  templates: templatesFileSchema,
  contexts: contextsFileSchema,
})
export type LanguageSpec = z.output<typeof languageSchema>

/** A fault of an author, as a value: where (`phrases.by-messenger[2]`) and what. */
export interface AuthorFault {
  readonly at: string
  readonly message: string
}

/** An authored pattern, compiled, or what is wrong with it: a message each. */
export type PatternOrFaults =
  | { readonly compiled: CompiledPattern }
  | { readonly compiled?: undefined; readonly faults: readonly string[] }

export interface CompiledLanguage {
  /** Whether statements can have a word or predicate of such a class. */
  knowsClass(name: string): boolean
  readonly lexicon: Lexicon
  readonly words: WordTable
  readonly phrases: ReadonlyMap<string, readonly CompiledPattern[]>
  readonly contexts: CompiledContexts
  readonly templates: Readonly<Record<string, readonly string[]>>
  /** The word classes as authored. */
  readonly classes: Readonly<Record<string, readonly string[]>>
  /** The words of all patterns that were compiled. */
  readonly vocabulary: Vocabulary
  /** Compiles an authored pattern of a rule, and checks its classes. */
  pattern(source: string): PatternOrFaults
  /** Those of the language itself. */
  readonly faults: readonly AuthorFault[]
}

export function compileLanguage(
  spec: LanguageSpec,
  inflections: Inflections,
  normalize: (text: string) => string,
): CompiledLanguage {
  const faults: AuthorFault[] = []
  const known = new Set([...Object.keys(spec.words), ...Object.keys(spec.phrases)])
  for (const name of Object.keys(spec.phrases)) {
    if (Object.hasOwn(spec.words, name))
      faults.push({ at: `phrases.${name}`, message: 'a word class has this name' })
  }

  const isKnown = (name: string): boolean => {
    if (name.startsWith('@'))
      return (CAPABILITIES as readonly string[]).includes(name.slice(1).replace(/[*!]$/, ''))
    if (name === `#${NAME_SHAPE}`) return true
    if (name.startsWith('#')) return (DATUM_KINDS as readonly string[]).includes(name.slice(1))
    return known.has(name)
  }
  const vocabulary = new Vocabulary()
  const pattern = (source: string): PatternOrFaults => {
    try {
      const parsed = parsePattern(source, normalize)
      const unknown: string[] = []
      eachClass(parsed, (name) => {
        if (!isKnown(name)) unknown.push(`unknown class {${name}}`)
      })
      return unknown.length === 0 ? { compiled: vocabulary.compile(parsed) } : { faults: unknown }
    } catch (error) {
      if (!(error instanceof PatternError)) throw error
      return { faults: [`${error.message} (at ${error.position} of the pattern)`] }
    }
  }
  const patterns = (sources: readonly string[], at: string): CompiledPattern[] =>
    sources.flatMap((source, index) => {
      const made = pattern(source)
      if (made.compiled !== undefined) return [made.compiled]
      faults.push(...made.faults.map((message) => ({ at: `${at}[${index}]`, message })))
      return []
    })

  const phrases = new Map(
    Object.entries(spec.phrases).map(([name, sources]) => [name, patterns(sources, `phrases.${name}`)]),
  )
  for (const [name, made] of phrases) vocabulary.definePhrase(name, made)
  const contexts: CompiledContexts = new Map(
    Object.entries(spec.contexts).map(([name, clauses]) => [
      name,
      clauses.map((clause, index) => {
        const at = `contexts.${name}[${index}]`
        const filled = clause.from.flatMap((template) => {
          const sources = spec.templates[template]
          if (sources === undefined)
            faults.push({ at: `${at}.from`, message: `unknown template '${template}'` })
          return fillTemplate(sources ?? [], clause.it)
        })
        const sources = [...(clause.any ?? []), ...filled]
        return {
          scope: clause.scope,
          patterns: sources.length === 0 ? undefined : patterns(sources, `${at}.any`),
          where: clause.where,
          in: clause.in,
          proposed: clause.proposed,
          with: clause.with,
          without: clause.without,
          needs: clause.needs,
          unless: clause.unless,
        }
      }),
    ]),
  )
  for (const [name, clauses] of contexts) {
    for (const other of clauses.flatMap((clause) => [
      ...clause.with,
      ...clause.without,
      ...clause.needs,
      ...clause.unless,
    ])) {
      if (!contexts.has(other)) faults.push({ at: `contexts.${name}`, message: `unknown context ${other}` })
    }
  }
  for (const name of Object.keys(spec.nouns)) {
    if (Object.hasOwn(spec.acts, name))
      faults.push({ at: `nouns.${name}`, message: 'a class of acts has this name' })
  }
  return {
    knowsClass: (name) =>
      name === 'none' ||
      Object.hasOwn(spec.acts, name) ||
      Object.hasOwn(spec.nouns, name) ||
      ((name.startsWith('@') || name.startsWith('#')) && isKnown(name)),
    lexicon: new Lexicon({ ...spec.acts, ...spec.nouns }, normalize),
    words: compileWordClasses(spec.words, inflections, normalize),
    phrases,
    contexts,
    templates: spec.templates,
    classes: spec.words,
    vocabulary,
    pattern,
    faults,
  }
}
