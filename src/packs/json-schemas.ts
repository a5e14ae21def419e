/**
 * JSON Schemas of the authored files, from the schemas that validate them: for editors, which complete keys and mark what
 * is wrong while one writes. What only a whole says (a rule without a row, a pattern that cannot be read) `rules check`
 * says.
 */
import * as z from 'zod'
import { DETECTOR_KINDS } from '../core/judge/kinds/index.ts'
import { detectSchema, packSpecSchema } from '../core/rules/rule-spec.ts'
import { LANGUAGE_FILES, TABLES } from './authored-files.ts'
import { codesSchema } from './dictionary-schemas.ts'

const { words, phrases, templates, contexts } = LANGUAGE_FILES
const SCHEMAS = {
  pack: packSpecSchema,
  words,
  phrases,
  templates,
  contexts,
  codes: codesSchema,
  ...TABLES,
} as const satisfies Record<string, z.ZodType>

export type SchemaName = keyof typeof SCHEMAS

/** The schema that an authored file is held to: `rules/coconala.yaml` → `pack`; undefined for one that has none. */
export const schemaNameOf = (file: string): SchemaName | undefined => {
  if (/^rules\/[^/]+\.yaml$/.test(file)) return 'pack'
  const [, folder, name = ''] = /^dictionaries\/(?:([a-z]+)\/)?([a-z-]+)\.yaml$/.exec(file) ?? []
  const wanted = folder === 'acts' || folder === 'nouns' ? 'words' : (folder ?? name)
  return wanted in SCHEMAS ? (wanted as SchemaName) : undefined
}

const AS_AUTHORED = { io: 'input', unrepresentable: 'any' } as const

const settingsOf = (schema: z.ZodType) => {
  const { $schema: _, ...settings } = z.toJSONSchema(schema, AS_AUTHORED)
  return settings
}

/** Name → JSON Schema (draft 2020-12). */
export const jsonSchemas = (): ReadonlyMap<SchemaName, object> =>
  new Map(
    (Object.keys(SCHEMAS) as SchemaName[]).map((name) => [
      name,
      z.toJSONSchema(SCHEMAS[name], {
        ...AS_AUTHORED,
        reused: 'ref',
        override: ({ zodSchema, jsonSchema }) => {
          // A rule's settings are validated by the kind that it names.
          if (zodSchema !== detectSchema) return
          for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
          jsonSchema.oneOf = [...DETECTOR_KINDS.values()].map(({ schema }) => settingsOf(schema))
        },
      }),
    ]),
  )
