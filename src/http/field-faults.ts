/** zod's issues as faults with JSON pointers and stable codes. Values are never repeated, and names only in short. */
import type * as z from 'zod'
import type { FieldFault } from './problem.ts'

/** More than these help nobody and would let a small body ask for a large answer. */
const MAX_FAULTS = 50
const MAX_NAME = 60

/** A JSON pointer as a URI fragment (RFC 6901 §6). */
export function pointer(path: readonly PropertyKey[]): string {
  const parts = path.map((part) =>
    encodeURIComponent(shortName(part).replaceAll('~', '~0').replaceAll('/', '~1')),
  )
  return `#${parts.map((part) => `/${part}`).join('')}`
}

/** The faults of `body`, which did not parse. */
export function fieldFaults(error: z.core.$ZodError, body: unknown): FieldFault[] {
  const faults: FieldFault[] = []
  for (const issue of error.issues) collect(issue, body, faults)
  return faults.slice(0, MAX_FAULTS)
}

function collect(issue: z.core.$ZodIssue, body: unknown, faults: FieldFault[]): void {
  const { path } = issue
  const fault = (code: FieldFault['code'], detail: string, at: readonly PropertyKey[] = path) =>
    faults.push({ pointer: pointer(at), code, detail })
  if (path.length > 0 && valueAt(body, path) === undefined) {
    fault('missing', 'Is required.')
    return
  }
  switch (issue.code) {
    case 'invalid_type':
      fault('wrong-type', `Has to be: ${issue.expected}.`)
      break
    case 'unrecognized_keys':
      for (const key of issue.keys.slice(0, MAX_FAULTS)) {
        fault('unknown-field', 'Is not a field of this request.', [...path, key])
      }
      break
    case 'invalid_value':
      fault('unknown-value', `Has to be one of: ${issue.values.map(String).join(', ')}.`)
      break
    case 'too_big':
      fault(issue.origin === 'array' ? 'too-many' : 'too-long', `At most ${issue.maximum}.`)
      break
    case 'too_small':
      fault(issue.origin === 'array' ? 'too-few' : 'too-short', `At least ${issue.minimum}.`)
      break
    default:
      fault('invalid', issue.message)
  }
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value = body
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<PropertyKey, unknown>)[part]
  }
  return value
}

function shortName(part: PropertyKey): string {
  const name = String(part).toWellFormed()
  return name.length > MAX_NAME ? `${name.slice(0, MAX_NAME).toWellFormed()}…` : name
}
