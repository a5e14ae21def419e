/** Authored rules → rules ready to run, with all faults at once. */
import type { Where } from '../contract/where.ts'
import type { Detector, DetectorKind } from '../judge/detector.ts'
import { DETECTOR_KINDS } from '../judge/kinds/index.ts'
import type { Manners } from '../judge/manner/manners.ts'
import type { Weights } from '../judge/weights.ts'
import type { CompiledPattern } from '../pattern/compiled-pattern.ts'
import type { AuthorFault, CompiledLanguage } from './language.ts'
import type { RuleSpec } from './rule-spec.ts'

export interface CompiledRule {
  /** `pack/rule`. */
  readonly name: string
  readonly spec: RuleSpec
  readonly where: Where | undefined
  readonly detectors: readonly Detector[]
}

export interface CompiledRules {
  readonly rules: readonly CompiledRule[]
  readonly faults: readonly AuthorFault[]
}

/**
 * By rule and detector: what validation makes of the settings, beside what stands there as authored. Defaults, mostly.
 * With it, rules that were validated need no validation at a start.
 */
export type SettingsBeside = readonly (readonly object[])[]

/** @param specs rules in which compileRules() finds no faults. */
export const settingsBeside = (specs: readonly RuleSpec[]): SettingsBeside =>
  specs.map(({ detect }) =>
    detect.map((raw) => {
      const settings = DETECTOR_KINDS.get(raw.kind)!.schema.parse(raw) as Record<string, unknown>
      return Object.fromEntries(
        Object.entries(settings).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(raw[key])),
      )
    }),
  )

/**
 * @param pack the id of the pack that the rules stand in.
 * @param beside what settingsBeside() gave for these rules; without it they are validated here.
 */
export function compileRules(
  pack: string,
  specs: readonly RuleSpec[],
  beside: SettingsBeside | undefined,
  language: CompiledLanguage,
  normalize: (text: string) => string,
  weights: Weights,
  manners: Manners,
): CompiledRules {
  const faults: AuthorFault[] = []
  const seen = new Set<string>()

  /** The settings of a detector; nothing where they have faults. */
  const validated = (raw: RuleSpec['detect'][number], kind: DetectorKind, place: string): unknown => {
    const settings = kind.schema.safeParse(raw)
    if (settings.success) return settings.data
    for (const issue of settings.error.issues) {
      // A key that nobody knows has its own place, and each its own fault.
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
      for (const key of keys) {
        const path = key === undefined ? issue.path : [...issue.path, key]
        const message = key === undefined ? issue.message : `there is no key '${key}' in kind '${raw.kind}'`
        faults.push({ at: [place, ...path].join('.'), message })
      }
    }
    return undefined
  }

  const compileDetectors = (spec: RuleSpec, at: string, known: readonly object[] | undefined): Detector[] =>
    spec.detect.flatMap((raw, index) => {
      const place = `${at}.detect[${index}]`
      const kind = DETECTOR_KINDS.get(raw.kind)
      if (kind === undefined) {
        faults.push({
          at: place,
          message: `unknown kind '${raw.kind}'; one of ${[...DETECTOR_KINDS.keys()].join(', ')}`,
        })
        return []
      }
      const settings = known === undefined ? validated(raw, kind, place) : { ...raw, ...known[index] }
      if (settings === undefined) return []
      const ofPatterns: AuthorFault[] = []
      /** The line on which the words stand, where they stand in the settings as they are. */
      const placeOf = (text: string) => [place, ...(pathTo(raw, text) ?? [])].join('.')
      const pattern = (source: string): CompiledPattern => {
        const made = language.pattern(source)
        if (made.compiled !== undefined) return made.compiled
        ofPatterns.push(...made.faults.map((message) => ({ at: placeOf(source), message })))
        return language.vocabulary.compile([])
      }
      const template = (name: string): readonly string[] => {
        const sources = language.templates[name]
        if (sources === undefined) faults.push({ at: placeOf(name), message: `unknown template '${name}'` })
        return sources ?? []
      }
      const words = (name: string): readonly string[] => {
        const authored = language.classes[name]
        if (authored === undefined)
          faults.push({ at: placeOf(name), message: `unknown word class '${name}'` })
        return (authored ?? []).map(normalize)
      }
      const { category } = spec
      const knowsClass = (name: string): void => {
        if (!language.knowsClass(name)) faults.push({ at: place, message: `unknown class '${name}'` })
      }
      const detector = kind.compile(settings, {
        category,
        weights,
        manners,
        knowsClass,
        pattern,
        template,
        words,
        normalize,
      })
      faults.push(...ofPatterns)
      return ofPatterns.length > 0 ? [] : [detector]
    })

  const rules = specs.map((spec, index): CompiledRule => {
    const at = `rules[${index}]`
    if (seen.has(spec.id))
      faults.push({ at: `${at}.id`, message: `a rule '${spec.id}' stands above already` })
    seen.add(spec.id)
    const detectors = compileDetectors(spec, at, beside?.[index])
    const named = [
      ...spec.needs,
      ...spec.unless,
      ...spec.cases.flatMap((one) => one.if),
      ...detectors.flatMap((detector) => [...detector.needs, ...detector.unless]),
    ]
    for (const name of new Set(named)) {
      if (language.contexts.has(name)) continue
      const { needs, unless, cases, detect } = spec
      const path = pathTo({ needs, unless, cases, detect }, name) ?? []
      faults.push({ at: [at, ...path].join('.'), message: `unknown context '${name}'` })
    }
    return { name: `${pack}/${spec.id}`, spec, where: spec.where, detectors }
  })
  return { rules: rules.filter((rule) => rule.spec.stage !== 'retired'), faults }
}

/** Where a text stands in an authored value, the first time. */
function pathTo(value: unknown, text: string): (string | number)[] | undefined {
  if (value === text) return []
  if (typeof value !== 'object' || value === null) return undefined
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  for (const [key, inner] of entries) {
    const path = pathTo(inner, text)
    if (path !== undefined) return [key, ...path]
  }
  return undefined
}
