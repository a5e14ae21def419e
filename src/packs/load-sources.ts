/**
 * The authored files (rules/ and dictionaries/) → what a linter is made of. Runs in the build, and on Node for
 * `--rules DIR`; knows no file system: it is given names and contents.
 */
import type * as z from 'zod'
import { packWeights } from '../core/judge/packed-weights.ts'
import { type WeightsSpec, weightsSchema } from '../core/judge/weights-spec.ts'
import type { LanguageSpec } from '../core/rules/language.ts'
import { type PackSpec, packSpecSchema } from '../core/rules/rule-spec.ts'
import { romajiOfNames } from '../core/services/names.ts'
import type { Service } from '../core/services/service.ts'
import type { Codebook } from '../core/text/code-reader.ts'
import { LANGUAGE_FILES, TABLES } from './authored-files.ts'
import { codesSchema, type serviceDisguisesSchema, type servicesSchema } from './dictionary-schemas.ts'
import { meant } from './explain-issues.ts'
import type { LinterData, LinterTables } from './linter-data.ts'
import { parsePath, readYaml, type SourceFault, type YamlFile } from './read-yaml.ts'

/** File name (with `/`, relative to the project: `rules/coconala.yaml`) → content. */
export type Sources = ReadonlyMap<string, string>

export interface LoadedSources {
  readonly data: LinterData
  readonly faults: readonly SourceFault[]
  /** The place in a file of a fault found later (`pack`, `at`). */
  place(pack: string, at: string): { file: string; line: number; column: number }
}

type Places = Map<string, { file: string; yaml: YamlFile<unknown> }>

const isPack = (file: string): boolean => /^rules\/[^/]+\.ya?ml$/.test(file)

/** Disguises of a service that no table has would never be looked for. */
function unknownServices(tables: Places): SourceFault[] {
  const [services, disguises] = [tables.get('services'), tables.get('service-disguises')]
  if (services === undefined || disguises === undefined) return []
  const ids = (services.yaml.value as z.output<typeof servicesSchema>).map(({ id }) => id)
  const { file, yaml } = disguises
  return Object.keys((yaml.value as z.output<typeof serviceDisguisesSchema>).services)
    .filter((id) => !ids.includes(id))
    .map((id) => ({
      file,
      ...yaml.place(['services', id]),
      at: `services.${id}`,
      message: `there is no service '${id}'${meant(id, ids)}`,
    }))
}

const ofFile = (file: string, message: string): SourceFault => ({ file, line: 1, column: 1, at: '', message })

/**
 * @param digest SHA-256 of a text, hex.
 * @param built what the build made: of files that have not changed since, what it found in them is taken.
 */
export function loadSources(
  sources: Sources,
  digest: (text: string) => string,
  built?: LinterData,
): LoadedSources {
  const beside = digest(otherThanPacks(sources))
  const asBuilt = beside === built?.digest ? built : undefined
  const faults: SourceFault[] = []
  const language: Record<keyof typeof LANGUAGE_FILES, Record<string, unknown>> = {
    acts: {},
    nouns: {},
    words: {},
    phrases: {},
    templates: {},
    contexts: {},
  }
  const tables: Record<string, unknown> = {}
  let services: readonly Service[] = []
  const codebooks: Codebook[] = []
  let weights: WeightsSpec = NO_WEIGHTS
  let toneWeights: WeightsSpec = NO_WEIGHTS
  const packs: LinterData['packs'][number][] = []
  const places: Places = new Map()
  const tablePlaces: Places = new Map()

  const read = <T extends z.ZodType>(
    file: string,
    source: string,
    schema: T,
  ): YamlFile<z.output<T>> | undefined => {
    const result = readYaml(file, source, schema)
    faults.push(...result.faults)
    return result.yaml
  }

  for (const [file, source] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (asBuilt !== undefined && !isPack(file)) continue
    const part = /^dictionaries\/(acts|nouns|words|phrases|templates|contexts)\/[^/]+\.ya?ml$/.exec(
      file,
    )?.[1] as keyof typeof LANGUAGE_FILES | undefined
    if (part !== undefined) {
      const yaml = read(file, source, LANGUAGE_FILES[part])
      if (yaml === undefined) continue
      for (const [name, value] of Object.entries(yaml.value)) {
        if (Object.hasOwn(language[part], name)) {
          faults.push({
            file,
            ...yaml.place([name]),
            at: name,
            message: 'another file has this name already',
          })
        }
        language[part][name] = value
        places.set(`dictionaries:${part}.${name}`, { file, yaml })
      }
    } else if (/^dictionaries\/codes\/[^/]+\.ya?ml$/.test(file)) {
      const yaml = read(file, source, codesSchema)
      if (yaml === undefined) continue
      for (const [index, { id, cued, symbols }] of yaml.value.entries()) {
        if (codebooks.some((other) => other.id === id))
          faults.push({
            file,
            ...yaml.place([index, 'id']),
            at: `${index}.id`,
            message: `another codebook is '${id}' already`,
          })
        // The examples are for the tests.
        codebooks.push({ id, cued, symbols })
      }
    } else if (/^dictionaries\/[^/]+\.ya?ml$/.test(file)) {
      const name = file.replace(/^dictionaries\/|\.ya?ml$/g, '')
      const schema = Object.hasOwn(TABLES, name) ? TABLES[name as keyof typeof TABLES] : undefined
      if (schema === undefined) {
        faults.push(ofFile(file, `nobody reads this table${meant(name, Object.keys(TABLES))}`))
        continue
      }
      const yaml = read(file, source, schema)
      if (yaml === undefined) continue
      if (name === 'services') services = yaml.value as readonly Service[]
      else tables[name] = yaml.value
      tablePlaces.set(name, { file, yaml })
    } else if (file === 'rules/weights.json' || file === 'rules/tone-weights.json') {
      const result = readWeights(file, source)
      if ('fault' in result) faults.push(result.fault)
      else if (file === 'rules/weights.json') weights = result.weights
      else toneWeights = result.weights
    } else if (isPack(file)) {
      const known = digest(source)
      const same = built?.packs.find((pack) => pack.digest === known)
      const yaml =
        same === undefined
          ? read(file, source, packSpecSchema)
          : unchanged(file, source, same.raw as PackSpec)
      if (yaml === undefined) continue
      if (places.has(yaml.value.id)) {
        faults.push({
          file,
          ...yaml.place(['id']),
          at: 'id',
          message: `another file is the pack '${yaml.value.id}' already`,
        })
      }
      places.set(yaml.value.id, { file, yaml })
      packs.push({ ...same, raw: yaml.value, file, digest: known })
    } else {
      faults.push(ofFile(file, 'nobody reads a file in this place'))
    }
  }
  if (asBuilt === undefined && [...sources.keys()].some((file) => file.startsWith('dictionaries/'))) {
    const has = (name: string) =>
      [...sources.keys()].some((file) => file.replace(/\.ya?ml$/, '') === `dictionaries/${name}`)
    for (const name of Object.keys(TABLES)) {
      if (!has(name))
        faults.push(
          ofFile(`dictionaries/${name}.yaml`, 'is missing: a folder of dictionaries needs all of them'),
        )
    }
    faults.push(...unknownServices(tablePlaces))
    tables.codes = codebooks
  }

  // What has faults judges nothing, and packing is dear.
  const packed = (learnt: WeightsSpec) => packWeights(faults.length === 0 ? learnt : NO_WEIGHTS)
  return {
    data:
      asBuilt === undefined
        ? {
            packs,
            language: language as LanguageSpec,
            weights: packed(weights),
            toneWeights: packed(toneWeights),
            digest: beside,
            services,
            romaji: romajiOfNames(services),
            tables: tables as LinterTables,
          }
        : { ...asBuilt, packs },
    faults,
    place(pack, at) {
      const path = parsePath(at)
      const found = places.get(pack) ?? places.get(`dictionaries:${path.slice(0, 2).join('.')}`)
      if (found === undefined) return { file: pack, line: 0, column: 0 }
      return { file: found.file, ...found.yaml.place(pack === 'dictionaries' ? path.slice(1) : path) }
    },
  }
}

/** A pack that was read and found right before: where its parts stand is looked up when somebody asks. */
function unchanged(file: string, source: string, value: PackSpec): YamlFile<PackSpec> {
  let yaml: YamlFile<PackSpec> | undefined
  return {
    value,
    place(path) {
      yaml ??= readYaml(file, source, packSpecSchema).yaml
      return yaml?.place(path) ?? { line: 1, column: 1 }
    },
  }
}

/** Dictionaries and weights, each file under its name, in the order of the names. */
const otherThanPacks = (sources: Sources): string =>
  JSON.stringify([...sources].filter(([file]) => !isPack(file)).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Nothing is weighed: only what frames read whole is found. */
const NEVER = 1e9
const NO_WEIGHTS: WeightsSpec = {
  made: {},
  thresholds: { certain: 0, read: 0, likely: NEVER, possible: NEVER, doubt: NEVER },
  hinges: { bias: [], signs: [] },
  weights: {},
}

function readWeights(file: string, source: string): { weights: WeightsSpec } | { fault: SourceFault } {
  const fault = (message: string) => ({ fault: { file, line: 1, column: 1, at: '', message } })
  let raw: unknown
  try {
    raw = JSON.parse(source)
  } catch {
    return fault('is not JSON; make it with npm run weigh')
  }
  const parsed = weightsSchema.safeParse(raw)
  if (parsed.success) return { weights: parsed.data }
  const issue = parsed.error.issues[0]!
  return fault(`${issue.path.join('.')}: ${issue.message}`)
}
