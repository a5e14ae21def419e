/**
 * Reads an object that somebody else wrote: what fits the schema is kept, what does not is named. One wrong field never
 * hides the others, and no text is lost: what the schema has no place for is handed on, to be looked at all the same.
 */
import type * as z from 'zod'
import type { DocumentFault, Path, UnknownKey } from './document.ts'
import { type Keys, keysAt, nearestKey, withKnownKeys } from './known-keys.ts'

/** Text that the schema has no place for. */
export interface StrayText {
  readonly path: Path
  readonly text: string
}

export interface LenientlyRead<T> {
  readonly value: T
  readonly faults: readonly DocumentFault[]
  readonly unknown: readonly UnknownKey[]
  readonly stray: readonly StrayText[]
}

/**
 * The schema's objects are strict, and every key and element may be missing. Paths are of the schema's own keys:
 * `pathAsWritten` leads back.
 */
export const readLeniently = <T>(
  schema: z.ZodType<T>,
  raw: unknown,
  keys: Keys,
): LenientlyRead<T> | { faults: readonly DocumentFault[] } => {
  const faults: DocumentFault[] = []
  const unknown: UnknownKey[] = []
  const stray: StrayText[] = []
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
    return { faults: [{ path: [], says: `${KINDS.object}ではありません。書き出しの形を確かめてください。` }] }
  }
  const value = withKnownKeys(raw, keys)
  // A second reading is needed where something was left out; a third where that brought up more.
  for (let reading = 0; reading < 5; reading += 1) {
    const read = schema.safeParse(value)
    if (read.success) return { value: read.data, faults, unknown, stray }
    for (const issue of read.error.issues) {
      const path = issue.path.filter((key) => typeof key !== 'symbol')
      if (issue.code === 'unrecognized_keys') {
        const level = keysAt(keys, path)
        for (const key of issue.keys) {
          const meant = level && nearestKey(key, level)
          unknown.push({ path: [...path, key], ...(meant === undefined ? {} : { meant }) })
          stray.push(...textsOf(leaveOut(value, [...path, key]), [...path, key]))
        }
        continue
      }
      faults.push({ path, says: saysOf(issue) })
      if (path.length === 0) return { faults }
      const left = leaveOut(value, path)
      // One word out of a list of words is no text.
      if (issue.code !== 'invalid_value') stray.push(...textsOf(left, path))
    }
  }
  return { faults }
}

/** Every text below a value, with its place. */
export function* textsOf(value: unknown, path: Path): Generator<StrayText> {
  if (typeof value === 'string') yield { path, text: value }
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsOf(item, [...path, index])
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) yield* textsOf(item, [...path, key])
  }
}

/** Takes a value out, and gives it. */
const leaveOut = (root: unknown, path: Path): unknown => {
  let at: unknown = root
  for (const key of path.slice(0, -1)) at = (at as Record<string | number, unknown> | undefined)?.[key]
  const last = path.at(-1)!
  if (at === null || typeof at !== 'object') return undefined
  const taken = (at as Record<string | number, unknown>)[last]
  // An element leaves a hole, so that the others keep their places.
  if (Array.isArray(at)) at[last as number] = undefined
  else delete (at as Record<string, unknown>)[last]
  return taken
}

const KINDS: Readonly<Record<string, string>> = {
  string: '文字列',
  array: '配列([ ])',
  object: 'オブジェクト({ })',
}

const saysOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type') {
    return `${KINDS[issue.expected] ?? issue.expected}ではありません。書き出しの形を確かめてください。`
  }
  if (issue.code === 'invalid_value') return `${issue.values.join('、')} のどれかにしてください。`
  return '読める形ではありません。書き出しの形を確かめてください。'
}
