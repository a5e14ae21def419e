/** YAML with places: every fault names file, line and column, all at once. */
import { isNode, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'

/** A fault in an authored file. `line` and `column` count from 1; 0 where the fault is of the whole file. */
export interface SourceFault {
  readonly file: string
  readonly line: number
  readonly column: number
  /** The place inside: `rules[3].detect[0].any`. */
  readonly at: string
  readonly message: string
}

export interface YamlFile<T> {
  readonly value: T
  /** The place in the file of a path inside it. */
  place(path: readonly PropertyKey[]): { line: number; column: number }
}

/** Characters that a person cannot see and a review would miss. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

export const formatPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  )

/** `rules[3].detect[0]` → `['rules', 3, 'detect', 0]` */
export const parsePath = (at: string): (string | number)[] =>
  at
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))

/** Reads and validates one YAML file. Faults are values; `yaml` is there only where there are none. */
export function readYaml<T extends z.ZodType>(
  file: string,
  source: string,
  schema: T,
): { faults: SourceFault[]; yaml?: YamlFile<z.output<T>> } {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true })
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const place = (path: readonly PropertyKey[]) => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return placeAt(node.range[0])
    }
    return { line: 1, column: 1 }
  }
  const control = CONTROL.exec(source)
  if (control !== null) {
    return {
      faults: [{ file, ...placeAt(control.index), at: '', message: 'a control character stands here' }],
    }
  }
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => ({
        file,
        ...placeAt(error.pos[0]),
        at: '',
        message: error.message.split('\n')[0] ?? error.message,
      })),
    }
  }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { faults: [], yaml: { value: parsed.data, place } }
  return {
    faults: parsed.error.issues.map((issue) => {
      // An unknown key has its own place, not its parent's.
      const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path
      return { file, ...place(path), at: formatPath(path), message: issue.message }
    }),
  }
}
