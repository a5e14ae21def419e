/**
 * The authored files (rules/ and dictionaries/) → what a linter is made of. Runs in the build, and on Node for
 * `--rules DIR`; knows no file system: it is given names and contents.
 */
import * as z from 'zod'
import {
  contextsFileSchema,
  type LanguageSpec,
  phrasesFileSchema,
  templatesFileSchema,
  wordsFileSchema,
} from '../core/rules/language.ts'
import { packSpecSchema } from '../core/rules/rule-spec.ts'
import { parsePath, readYaml, type SourceFault, type YamlFile } from './read-yaml.ts'

/** File name (with `/`, relative to the project: `rules/coconala.yaml`) → content. */
export type Sources = ReadonlyMap<string, string>

/** What the build writes and every runtime reads: plain JSON, validated when it was made. */
export interface LinterData {
  readonly packs: readonly { readonly raw: unknown; readonly file: string; readonly digest: string }[]
  readonly language: LanguageSpec
  /** dictionaries/NAME.yaml → its content. */
  readonly tables: Readonly<Record<string, unknown>>
}

export interface LoadedSources {
  readonly data: LinterData
  readonly faults: readonly SourceFault[]
  /** The place in a file of a fault found later (`pack`, `at`). */
  place(pack: string, at: string): { file: string; line: number; column: number }
}

const LANGUAGE_FILES = {
  acts: wordsFileSchema,
  nouns: wordsFileSchema,
  words: wordsFileSchema,
  phrases: phrasesFileSchema,
  templates: templatesFileSchema,
  contexts: contextsFileSchema,
} as const

/** @param digest SHA-256 of a text, hex. */
export function loadSources(sources: Sources, digest: (text: string) => string): LoadedSources {
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
  const packs: LinterData['packs'][number][] = []
  const places = new Map<string, { file: string; yaml: YamlFile<unknown> }>()

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
    } else if (/^dictionaries\/[^/]+\.ya?ml$/.test(file)) {
      const yaml = read(file, source, z.unknown())
      if (yaml !== undefined) tables[file.replace(/^dictionaries\/|\.ya?ml$/g, '')] = yaml.value
    } else if (/^rules\/[^/]+\.ya?ml$/.test(file)) {
      const yaml = read(file, source, packSpecSchema)
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
      packs.push({ raw: yaml.value, file, digest: digest(source) })
    }
  }

  return {
    data: { packs, language: language as LanguageSpec, tables },
    faults,
    place(pack, at) {
      const path = parsePath(at)
      const found = places.get(pack) ?? places.get(`dictionaries:${path.slice(0, 2).join('.')}`)
      if (found === undefined) return { file: pack, line: 0, column: 0 }
      return { file: found.file, ...found.yaml.place(pack === 'dictionaries' ? path.slice(1) : path) }
    },
  }
}
