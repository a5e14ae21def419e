/** The labels of whole documents (test/fixtures/documents), and what a run of `lint` finds against them. */
import { readFileSync } from 'node:fs'

export const FOLDER = 'test/fixtures/documents'

export interface Label {
  /** Where it stands, as `lint` names the place. */
  readonly path: string
  readonly categories: readonly string[]
  readonly start: number
  readonly end: number
  readonly excerpt: string
  /** Right either way. */
  readonly optional: boolean
}

export interface LabelledDocument {
  readonly file: string
  readonly marketplace: string
  readonly labels: readonly Label[]
  /** `undefined`: none to reach. */
  readonly verdict: string | undefined
  /** Facts of a talkroom. */
  readonly thread: readonly string[] | undefined
}

interface RawFinding {
  readonly category: string
  readonly alt?: readonly string[]
  readonly excerpt: string
  readonly start: number
  readonly end: number
}

const label = (raw: RawFinding, path: string, optional: boolean): Label => ({
  path,
  categories: [raw.category, ...(raw.alt ?? [])],
  start: raw.start,
  end: raw.end,
  excerpt: raw.excerpt,
  optional,
})

const linesOf = <Line>(name: string): Line[] =>
  readFileSync(`${FOLDER}/${name}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

interface RawAccount {
  readonly file: string
  readonly marketplace: string
  readonly findings: readonly (RawFinding & { path: string })[]
  readonly optional?: readonly (RawFinding & { path: string })[]
  readonly verdict: string
  readonly undecided?: string
}

const accounts = (): LabelledDocument[] =>
  linesOf<RawAccount>('accounts.expect.jsonl').map((raw) => ({
    file: raw.file,
    marketplace: raw.marketplace,
    labels: [
      ...raw.findings.map((one) => label(one, one.path, false)),
      ...(raw.optional ?? []).map((one) => label(one, one.path, true)),
    ],
    verdict: raw.undecided === undefined ? raw.verdict : undefined,
    thread: undefined,
  }))

interface RawMessage {
  readonly id: string
  readonly findings?: readonly (RawFinding & { in: string })[]
  readonly optional?: readonly (RawFinding & { in: string })[]
}

interface RawTalkroom {
  readonly file: string
  readonly marketplace: string
  readonly messages: readonly RawMessage[]
  readonly optionalMessages?: readonly RawMessage[]
  readonly thread: readonly string[]
}

const talkrooms = (): LabelledDocument[] =>
  linesOf<RawTalkroom>('talkrooms.expect.jsonl').map((raw) => ({
    file: raw.file,
    marketplace: raw.marketplace,
    labels: [...raw.messages, ...(raw.optionalMessages ?? [])].flatMap(
      ({ id, findings = [], optional = [] }) => [
        ...findings.map((one) => label(one, `${id}.${one.in}`, false)),
        ...optional.map((one) => label(one, `${id}.${one.in}`, true)),
      ],
    ),
    verdict: undefined,
    thread: raw.thread,
  }))

interface RawTable {
  readonly file: string
  readonly marketplace: string
  readonly findings: readonly (RawFinding & { row: number; column: string })[]
  readonly verdict: string
}

const tables = (): LabelledDocument[] =>
  (
    JSON.parse(readFileSync(`${FOLDER}/tables.expect.json`, 'utf8')) as { tables: readonly RawTable[] }
  ).tables.map((raw) => ({
    file: raw.file,
    marketplace: raw.marketplace,
    labels: raw.findings.map((one) => label(one, `${one.row}.${one.column}`, false)),
    verdict: raw.verdict,
    thread: undefined,
  }))

export const KINDS = { accounts, talkrooms, tables }

interface LintedField {
  readonly path: string
  readonly summary?: true
  readonly verdict: string
  readonly via?: string
  readonly id?: string
  readonly row?: number
  readonly column?: string
  readonly findings: readonly {
    readonly category: string
    readonly action: string
    readonly excerpt: string
    readonly span: { readonly start: number; readonly end: number }
    readonly messages?: readonly string[]
  }[]
}

/** The place as the labels name it. */
function placeOf({ path, via, id, row, column }: LintedField): string {
  if (row !== undefined) return `${row}.${column}`
  if (via !== undefined)
    return `${via.replace(/\.url$/, '')} -> video ${/title$/.test(path) ? 'title' : 'description'}`
  return id === undefined ? path : `${id}.${path.replace(/^messages\[\d+\]\./, '')}`
}

const isRedirect = (category: string) => !category.startsWith('tone.')

export interface Score {
  readonly file: string
  readonly redirects: number
  readonly tones: number
  readonly missed: readonly string[]
  /** Held or blocked, and nothing is labelled there. */
  readonly alarms: readonly string[]
  /** Tone above a note where none is labelled, and tone that is labelled and not found. */
  readonly tone: readonly string[]
  readonly verdict: { readonly wanted: string | undefined; readonly got: string }
  readonly facts: readonly string[] | undefined
}

/** @param output what `lint -f jsonl` wrote of the file */
export function scoreDocument(document: LabelledDocument, output: string): Score {
  const lines = output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LintedField)
  const fields = lines.filter(({ summary, path }) => !summary && path !== 'thread')
  const found = fields.flatMap((field) =>
    field.findings
      .filter(({ action }) => action !== 'note')
      .map(({ category, action, excerpt, span }) => ({
        path: placeOf(field),
        category,
        action,
        excerpt,
        ...span,
      })),
  )
  const overlaps = (one: (typeof found)[number], { path, start, end }: Label) =>
    one.path === path && one.start < end && start < one.end
  const inPlace = (wanted: Label) =>
    found.some((one) => overlaps(one, wanted) && wanted.categories.includes(one.category))
  const wanted = document.labels.filter(({ optional }) => !optional)
  const missed = wanted.filter((one) => !inPlace(one))
  const surplus = found.filter((one) => !document.labels.some((other) => overlaps(one, other)))
  const missedIn = (redirect: boolean) =>
    missed
      .filter(({ categories }) => isRedirect(categories[0]!) === redirect)
      .map(({ path, categories, excerpt }) => `${path} ${categories[0]}: ${excerpt}`)
  const surplusIn = (redirect: boolean) =>
    surplus
      .filter(({ category, action }) => isRedirect(category) === redirect && (!redirect || action !== 'warn'))
      .map(({ path, category, action, excerpt }) => `${path} ${action} ${category}: ${excerpt}`)
  const redirects = wanted.filter(({ categories }) => isRedirect(categories[0]!)).length
  return {
    file: document.file,
    redirects,
    tones: wanted.length - redirects,
    missed: missedIn(true),
    alarms: surplusIn(true),
    tone: [...missedIn(false).map((one) => `missed ${one}`), ...surplusIn(false)],
    verdict: { wanted: document.verdict, got: lines.at(-1)!.verdict },
    facts: lines
      .find(({ path, summary }) => !summary && path === 'thread')
      ?.findings.map(({ category }) => category.replace(/^thread\./, '')),
  }
}
