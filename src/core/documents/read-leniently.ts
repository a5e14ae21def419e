/**
 * Reads an object that somebody else wrote: what fits the schema is kept, what does not is named and left out, keys
 * that nobody knows are noted. One wrong field never hides the others.
 */
import type * as z from 'zod'
import type { DocumentFault, Path } from './document.ts'

export interface LenientlyRead<T> {
  readonly value: T
  readonly faults: readonly DocumentFault[]
  /** Paths of keys that the schema does not know. */
  readonly unknown: readonly Path[]
}

/** The schema's objects are strict, and every key and element may be missing. */
export const readLeniently = <T>(
  schema: z.ZodType<T>,
  raw: unknown,
): LenientlyRead<T> | { faults: readonly DocumentFault[] } => {
  const faults: DocumentFault[] = []
  const unknown: Path[] = []
  let value = raw
  // A second reading is needed where something was left out; a third where that brought up more.
  for (let reading = 0; reading < 5; reading += 1) {
    const read = schema.safeParse(value)
    if (read.success) return { value: read.data, faults, unknown }
    if (reading === 0) value = JSON.parse(JSON.stringify(raw))
    for (const issue of read.error.issues) {
      const path = issue.path.filter((key) => typeof key !== 'symbol')
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          unknown.push([...path, key])
          leaveOut(value, [...path, key])
        }
        continue
      }
      faults.push({ path, says: saysOf(issue) })
      if (path.length === 0) return { faults }
      leaveOut(value, path)
    }
  }
  return { faults }
}

const leaveOut = (root: unknown, path: Path): void => {
  let at: unknown = root
  for (const key of path.slice(0, -1)) at = (at as Record<string | number, unknown> | undefined)?.[key]
  const last = path.at(-1)!
  if (at === null || typeof at !== 'object') return
  // An element leaves a hole, so that the others keep their places.
  if (Array.isArray(at)) at[last as number] = undefined
  else delete (at as Record<string, unknown>)[last]
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
