/** An `Io` made of strings, and a linter simple enough to foresee, for the command line's tests. */
import type { Io } from '../../src/cli/io.ts'
import { run } from '../../src/cli/run.ts'
import type { Action, Confidence, Doubt, Finding, Verdict } from '../../src/core/contract/report.ts'
import type { Linter } from '../../src/core/lint/linter.ts'

/** Words that the fake linter takes for a finding, wherever they stand. */
export interface FakeWord {
  readonly words: string
  readonly category: string
  readonly action: Action
  readonly confidence?: Confidence
  /** In doubt, and no finding. */
  readonly doubt?: true
}

export const FAKE_WORDS: readonly FakeWord[] = [
  { words: 'LINEで話しませんか', category: 'contact.messenger', action: 'block' },
  { words: 'a@example.org', category: 'contact.email', action: 'review' },
  { words: 'たぶん', category: 'tone.unsure', action: 'warn' },
  { words: '了解しました', category: 'tone.business_misuse', action: 'note' },
]

const verdictOf = (actions: readonly Action[]): Verdict =>
  (['block', 'review', 'warn'] as const).find((action) => actions.includes(action)) ?? 'allow'

export const fakeLinter = (words = FAKE_WORDS): Linter => ({
  marketplaces: ['coconala', 'crowdworks', 'lancers'],
  packs: [],
  partsOf: () => [],
  lint: ({ id, text }) => {
    const doubts = words
      .filter(({ doubt, words }) => doubt && text.includes(words))
      .map(({ words, category }): Doubt => {
        const start = text.indexOf(words)
        return {
          category,
          span: { start, end: start + words.length },
          excerpt: words,
          reason: '読めません。',
        }
      })
    const findings = words
      .filter(({ doubt }) => !doubt)
      .flatMap(({ words, category, action, confidence = 'certain' }): Finding[] => {
        const found: Finding[] = []
        for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
          found.push({
            category,
            action,
            confidence,
            rule: `fake/no-${category.replaceAll(/[._]/g, '-')}`,
            span: { start, end: start + words.length },
            excerpt: words,
            says: `${category}です。`,
            why: '理由です。',
            instead: '言い換えです。',
          })
        }
        return found
      })
      .sort((a, b) => a.span.start - b.span.start)
    return {
      ...(id === undefined ? {} : { id }),
      verdict: verdictOf(findings.map(({ action }) => action)),
      findings,
      doubts,
      incomplete: [],
      pack: { id: 'fake', version: '1', digest: '00' },
    }
  },
})

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** As the run left them. */
  readonly files: Readonly<Record<string, string | Uint8Array>>
}

/** A machine with these files; one given as an error cannot be read. `files` is as whatever runs leaves them. */
export const ioOver = (
  given: Readonly<Record<string, string | Uint8Array | Error>> = {},
  more: Partial<Io> = {},
): { io: Io; files: Record<string, string | Uint8Array>; out: string[]; err: string[] } => {
  const files: Record<string, string | Uint8Array> = {}
  const refused: Record<string, Error> = {}
  for (const [name, content] of Object.entries(given)) {
    if (content instanceof Error) [refused[name], files[name]] = [content, '']
    else files[name] = content
  }
  const out: string[] = []
  const err: string[] = []
  const bytes = (name: string): Uint8Array => {
    const content = files[name]
    if (content === undefined) {
      throw Object.assign(new Error('missing'), { code: 'ENOENT', syscall: 'open', path: name })
    }
    return typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  const io: Io = {
    stdout: { isTerminal: false, columns: 80, write: async (text) => void out.push(text) },
    stderr: { isTerminal: false, columns: 80, write: async (text) => void err.push(text) },
    stdin: () => inChunks(bytes('-')),
    files: {
      read: (path, start = 0) =>
        refused[path] ? refuse(refused[path]) : inChunks(bytes(path).subarray(start)),
      kind: async (path) =>
        path in files
          ? 'file'
          : Object.keys(files).some((file) => file.startsWith(`${path}/`))
            ? 'folder'
            : undefined,
      size: async (path) => (path in files ? bytes(path).length : 0),
      version: async (path) => (path in files ? new TextDecoder('latin1').decode(bytes(path)) : ''),
      same: async (path, other) => path === other && path in files,
      list: async (folder) => {
        const below = Object.keys(files).filter((file) => file.startsWith(`${folder}/`))
        const isFolder = (file: string) => file.endsWith('/')
        return { files: below.filter((file) => !isFolder(file)).sort(), refused: below.filter(isFolder) }
      },
      write: async (path, keep) => {
        let content = keep === undefined ? '' : new TextDecoder().decode(bytes(path).subarray(0, keep))
        return {
          write: async (text) => {
            content += text
            files[path] = content
          },
          close: async () => {
            files[path] = content
          },
        }
      },
      replace: async (path, text) => {
        files[path] = text
      },
      move: async (from, to) => {
        files[to] = bytes(from)
        delete files[from]
      },
      remove: async (path) => {
        delete files[path]
      },
    },
    loadEngine: async () => ({ linter: fakeLinter(), threadFacts: () => [] }),
    checkRules: async () => ({ faults: [], packs: [], dead: [], needless: [], patterns: undefined }),
    schemaFor: (_, schema) => `../dist/schemas/${schema}.json`,
    serve: async () => 0,
    serveMcp: async () => 0,
    openReader: () => {
      throw new Error('no reader in tests')
    },
    newApiKey: (name) => ({ key: 'sekisho_key', entry: { name, hash: 'hash' } }),
    fetch: async () => {
      throw new Error('no network in tests')
    },
    sleep: async () => {},
    cacheFolder: 'cache',
    version: '0.0.0',
    cores: 1,
    now: () => 0,
    today: () => Date.parse('2026-11-30T00:00:00Z'),
    extract: async () => ({ code: 'unreadable', says: 'no files in tests' }),
    interrupted: new AbortController().signal,
    locale: 'en',
    env: () => undefined,
    ...more,
  }
  return { io, files, out, err }
}

/** Runs a command line over files given as strings or bytes. */
export const runWith = async (
  argv: readonly string[],
  given: Readonly<Record<string, string | Uint8Array | Error>> = {},
  more: Partial<Io> = {},
): Promise<Ran> => {
  const { io, files, out, err } = ioOver(given, more)
  const code = await run(argv, io)
  return { code, stdout: out.join(''), stderr: err.join(''), files }
}

// biome-ignore lint/correctness/useYield: a stream that fails before its first chunk
async function* refuse(error: Error): AsyncGenerator<Uint8Array> {
  throw error
}

/** Small chunks of an odd size, so that characters and line breaks fall apart between them. */
async function* inChunks(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const step = bytes.length > 100_000 ? 65_537 : size
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
}
