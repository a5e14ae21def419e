/** YAML with places: every fault names file, line and column, all at once. */
import { isMap, isNode, LineCounter, parseDocument, type Node as YamlNode } from 'yaml'
import type * as z from 'zod'
import { explainIssues } from './explain-issues.ts'

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
    const at = nodeAt(document.contents, path)?.range?.[0]
    return at === undefined ? { line: 1, column: 1 } : placeAt(at)
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
  const raw: unknown = document.toJS()
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { faults: [], yaml: { value: parsed.data, place } }
  return {
    faults: explainIssues(parsed.error, schema, raw).map(({ path, message }) => ({
      file,
      ...place(path),
      at: formatPath(path),
      message,
    })),
  }
}

/** The node at a path, or the nearest above it. A key may have dots in it (`contact.email`), and then be cut by them. */
function nodeAt(root: unknown, path: readonly PropertyKey[]): YamlNode | undefined {
  let node: unknown = root
  let found = isNode(root) ? root : undefined
  for (let index = 0; index < path.length; ) {
    const [next, used] = step(node, path.slice(index))
    if (!isNode(next)) break
    node = next
    found = next
    index += used
  }
  return found
}

function step(node: unknown, rest: readonly PropertyKey[]): readonly [unknown, number] {
  const [first] = rest
  if (!isMap(node)) {
    const child =
      isNode(node) && 'get' in node
        ? (node.get as (key: unknown, keep: true) => unknown)(first, true)
        : undefined
    return [child, 1]
  }
  for (let used = 1; used <= rest.length; used += 1) {
    const key = rest.slice(0, used).map(String).join('.')
    const pair = node.items.find((item) => String((item.key as { value?: unknown } | null)?.value) === key)
    // A key without a value has its own place.
    if (pair !== undefined) return [isNode(pair.value) ? pair.value : pair.key, used]
  }
  // One thing alone in the place of a list is its first.
  return [typeof first === 'number' ? node : undefined, 1]
}
