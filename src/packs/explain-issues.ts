/** What a schema has against an authored file, as an author can use it: each fault at its own place, with what was meant. */
import { closest, distance } from 'fastest-levenshtein'
import * as z from 'zod'

export interface ExplainedIssue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

export function explainIssues(error: z.core.$ZodError, schema: z.ZodType, raw: unknown): ExplainedIssue[] {
  const keys = new Set<string>()
  /** The places of keys that are there under a name that is none: they are not missing as well. */
  const misnamed = new Set<string>()
  const explained = error.issues.flatMap((issue) => explain(issue, issue.path))
  return explained.filter(({ path }) => !misnamed.has(z.core.toDotPath(path)))

  function explain(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): ExplainedIssue[] {
    switch (issue.code) {
      case 'unrecognized_keys':
        if (keys.size === 0) collectKeys(schema, keys)
        return issue.keys.map((key) => {
          // One of this name stands elsewhere.
          const known = [...keys].filter((one) => one !== key)
          const near = nearest(key, known)
          const place = near === undefined ? [] : [...path, near]
          if (near !== undefined && valueAt(raw, place) === undefined) misnamed.add(z.core.toDotPath(place))
          return { path: [...path, key], message: `there is no key '${key}' here${meant(key, known)}` }
        })
      case 'invalid_value': {
        const value = valueAt(raw, path)
        const options = issue.values.map(String)
        if (typeof value !== 'string') {
          const is = value === undefined ? 'is missing: it is' : 'has to be'
          return [{ path, message: `${is} one of ${options.join(', ')}` }]
        }
        const near = meant(value, options)
        return [
          {
            path,
            message:
              near === '' ? `'${value}' is none of ${options.join(', ')}` : `there is no '${value}'${near}`,
          },
        ]
      }
      case 'invalid_key': {
        const [inner] = issue.issues
        return [{ path, message: `this key cannot stand here: ${inner?.message ?? issue.message}` }]
      }
      case 'invalid_union':
        return explainUnion(issue, path)
      case 'invalid_type':
        return [
          valueAt(raw, path) === undefined
            ? { path, message: 'is missing' }
            : { path, message: `has to be: ${issue.expected}` },
        ]
      default:
        return [{ path, message: issue.message }]
    }
  }

  /** Of several shapes the one that comes nearest to what was written: its faults lie deepest. */
  function explainUnion(issue: z.core.$ZodIssueInvalidUnion, path: readonly PropertyKey[]): ExplainedIssue[] {
    const depth = (issues: readonly z.core.$ZodIssue[]) =>
      Math.max(...issues.map((one) => one.path.length + (one.code === 'unrecognized_keys' ? 1 : 0)))
    const value = valueAt(raw, path)
    const kindFits = (issues: readonly z.core.$ZodIssue[]) =>
      !issues.some((one) => one.code === 'invalid_type' && one.path.length === 0)
    const shapes = issue.errors.filter(kindFits)
    const candidates = shapes.length > 0 ? shapes : issue.errors
    const [deepest] = [...candidates].sort((a, b) => depth(b) - depth(a))
    if (deepest === undefined) {
      const kind = (value as { kind?: unknown } | undefined)?.kind
      return [{ path: [...path, 'kind'], message: `there is no kind '${String(kind)}'` }]
    }
    return deepest.flatMap((one) => explain(one, [...path, ...one.path]))
  }
}

/** `; did you mean 'version'?` */
export function meant(written: string, options: readonly string[]): string {
  const near = nearest(written, options)
  return near === undefined ? '' : `; did you mean '${near}'?`
}

/** The option that somebody who wrote this may have had in mind. */
function nearest(written: string, options: readonly string[]): string | undefined {
  if (options.length === 0) return undefined
  const near = closest(written, options)
  const few = near.length < 4 ? 1 : Math.max(2, Math.floor(near.length / 3))
  return distance(written, near) <= few ? near : undefined
}

/** Every key that the schema knows, wherever. */
function collectKeys(schema: z.ZodType, keys: Set<string>): void {
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { properties } = value as { properties?: object }
    for (const key of Object.keys(properties ?? {})) keys.add(key)
    for (const inner of Object.values(value)) walk(inner)
  }
  walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}
