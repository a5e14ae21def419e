/** Authored rules → rules ready to run, with all faults at once. */
import type { Where } from '../contract/where.ts'
import type { Detector } from '../judge/detector.ts'
import { DETECTOR_KINDS } from '../judge/kinds/index.ts'
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

/** @param pack the id of the pack that the rules stand in. */
export function compileRules(
  pack: string,
  specs: readonly RuleSpec[],
  language: CompiledLanguage,
  normalize: (text: string) => string,
): CompiledRules {
  const faults: AuthorFault[] = []
  const seen = new Set<string>()

  const compileDetectors = (spec: RuleSpec, at: string): Detector[] =>
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
      const settings = kind.schema.safeParse(raw)
      if (!settings.success) {
        for (const issue of settings.error.issues) {
          faults.push({ at: [place, ...issue.path].join('.'), message: issue.message })
        }
        return []
      }
      const before = language.faults.length
      const pattern = (source: string) => language.pattern(source, place) ?? language.vocabulary.compile([])
      const template = (name: string): readonly string[] => {
        const sources = language.templates[name]
        if (sources === undefined) faults.push({ at: place, message: `unknown template '${name}'` })
        return sources ?? []
      }
      const words = (name: string): readonly string[] => {
        const authored = language.classes[name]
        if (authored === undefined) faults.push({ at: place, message: `unknown word class '${name}'` })
        return (authored ?? []).map(normalize)
      }
      const detector = kind.compile(settings.data, { pattern, template, words, normalize })
      return language.faults.length > before ? [] : [detector]
    })

  const rules = specs.map((spec, index): CompiledRule => {
    const at = `rules[${index}]`
    if (seen.has(spec.id))
      faults.push({ at: `${at}.id`, message: `a rule '${spec.id}' stands above already` })
    seen.add(spec.id)
    const detectors = compileDetectors(spec, at)
    const named = [
      ...spec.needs,
      ...spec.unless,
      ...spec.cases.flatMap((one) => one.if),
      ...detectors.flatMap((detector) => [...detector.needs, ...detector.unless]),
    ]
    for (const name of new Set(named)) {
      if (!language.contexts.has(name)) faults.push({ at, message: `unknown context '${name}'` })
    }
    return { name: `${pack}/${spec.id}`, spec, where: spec.where, detectors }
  })
  return { rules: rules.filter((rule) => rule.spec.stage !== 'retired'), faults }
}
