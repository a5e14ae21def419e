/**
 * The files of `--accept` and `--baseline`. Neither holds any text: fields, words and links are known by their SHA-256.
 * An accept file is written by people, or by the page; a baseline by `--update-baseline`.
 */
import * as z from 'zod'
import type { Finding } from '../../core/contract/report.ts'
import { UsageError } from '../fault.ts'
import type { Io } from '../io.ts'
import { readWhole } from '../readers/read-whole.ts'
import { type AcceptedLookup, digestOf, type Ground } from './acceptance.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal digits')
const ground = {
  by: z.string().max(200).optional(),
  at: z.string().max(64).optional(),
  why: z.string().max(1000).optional(),
}

const acceptFileSchema = z.strictObject({
  accepted: z.array(
    z.union([
      /** A rule's findings in a field: `text` is the digest of all of the field's text. */
      z.strictObject({ text: digest, rule: z.string(), ...ground }),
      /** A link that nobody could look behind: the digest of its address as the report shows it. */
      z.strictObject({ link: digest, ...ground }),
    ]),
  ),
})

const baselineSchema = z.strictObject({
  baseline: z.array(
    z.strictObject({ file: z.string(), rule: z.string(), words: digest, count: z.int().min(1) }),
  ),
})

const MAX_BYTES = 64 * 1_048_576

/** @throws {UsageError} where it is no such file */
export const openAcceptFile = async (file: string, io: Pick<Io, 'files'>): Promise<AcceptedLookup> => {
  const { accepted } = await readFile(file, acceptFileSchema, io)
  const findings = new Map<string, Ground>()
  const links = new Map<string, Ground>()
  for (const entry of accepted) {
    const { by, at, why } = entry
    const said: Ground = {
      ...(by === undefined ? {} : { by }),
      ...(at === undefined ? {} : { at }),
      ...(why === undefined ? {} : { why }),
    }
    if ('link' in entry) links.set(entry.link, said)
    else findings.set(`${entry.text} ${entry.rule}`, said)
  }
  return {
    finding: (_, text, { rule }) => findings.get(`${digestOf(text)} ${rule}`),
    link: (url) => links.get(digestOf(url)),
  }
}

/** Findings by file, rule and words: a text that is edited elsewhere keeps what it had. */
export class Baseline implements AcceptedLookup {
  /** How many of each are still free. */
  readonly #left: Map<string, number>
  readonly #seen = new Map<string, { file: string; rule: string; words: string; count: number }>()

  constructor(known: z.output<typeof baselineSchema>['baseline'] = []) {
    this.#left = new Map(known.map(({ file, rule, words, count }) => [`${file} ${rule} ${words}`, count]))
  }

  /** @throws {UsageError} where it is no such file */
  static async open(file: string, io: Pick<Io, 'files'>): Promise<Baseline> {
    return new Baseline((await readFile(file, baselineSchema, io)).baseline)
  }

  finding(file: string, _: string, { rule, excerpt }: Finding): Ground | undefined {
    const words = digestOf(excerpt)
    const key = `${slashed(file)} ${rule} ${words}`
    const seen = this.#seen.get(key) ?? { file: slashed(file), rule, words, count: 0 }
    this.#seen.set(key, { ...seen, count: seen.count + 1 })
    const left = this.#left.get(key) ?? 0
    if (left === 0) return undefined
    this.#left.set(key, left - 1)
    return { why: 'baseline' }
  }

  link(): undefined {
    return undefined
  }

  /** All that has come by, as the next baseline. */
  toString(): string {
    const baseline = [...this.#seen.values()].sort((a, b) =>
      `${a.file} ${a.rule} ${a.words}` < `${b.file} ${b.rule} ${b.words}` ? -1 : 1,
    )
    return `${JSON.stringify({ baseline }, null, 2)}\n`
  }
}

/** The same on every system. */
const slashed = (file: string): string => file.replaceAll('\\', '/').replace(/^\.\//, '')

const readFile = async <T extends z.ZodType>(
  file: string,
  schema: T,
  { files }: Pick<Io, 'files'>,
): Promise<z.output<T>> => {
  if ((await files.kind(file)) !== 'file') throw new UsageError(`${file}: no such file`)
  let raw: unknown
  try {
    raw = JSON.parse(new TextDecoder().decode(await readWhole(files.read(file), MAX_BYTES)))
  } catch {
    throw new UsageError(`${file}: is no JSON`)
  }
  const read = schema.safeParse(raw)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UsageError(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be read'}`)
}
