/**
 * `lint --fix`: applies the safe edits to text files and JSONL. Nothing else in a file changes: line breaks, byte order
 * mark and the other lines stay as they are, byte for byte.
 */
import { createTwoFilesPatch, OMIT_HEADERS } from 'diff'
import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import type { Submission } from '../core/contract/submission.ts'
import { contextOf } from '../core/documents/passage.ts'
import { applyFixes } from '../core/lint/apply-fixes.ts'
import type { Linter } from '../core/lint/linter.ts'
import { isFileError } from './fault.ts'
import type { Io } from './io.ts'
import { byteLines, concat } from './readers/byte-lines.ts'
import { kindOfName } from './readers/read-input.ts'
import type { ReadOptions } from './readers/read-options.ts'
import { given, readRecord } from './readers/read-record.ts'
import { MAX_TEXT_BYTES } from './readers/read-text.ts'
import { STDIN } from './readers/stdin.ts'

export interface FixedInput {
  readonly file: string
  /** Edits made, or that would be made. */
  readonly edits: number
  /** Why the file was left alone, for a person. */
  readonly skipped?: string
}

/** More than one round, because an edit may make room for another. */
const ROUNDS = 3

/** With the name as it is: the library writes 下書き.md in octal. */
const differences = (file: string, before: string, after: string): string => {
  const options = { context: 1, headerOptions: OMIT_HEADERS } as const
  return `--- ${file}\n+++ ${file}\n${createTwoFilesPatch(file, file, before, after, '', '', options)}`
}

export class InputFixer {
  readonly #io: Io
  readonly #linter: Linter
  readonly #options: ReadOptions
  /** Where a dry run shows its differences; files are left alone then. */
  readonly #show: ((diff: string) => Promise<void>) | undefined

  constructor(io: Io, linter: Linter, options: ReadOptions, show?: (diff: string) => Promise<void>) {
    this.#io = io
    this.#linter = linter
    this.#options = options
    this.#show = show
  }

  async fix(file: string): Promise<FixedInput> {
    const kind = this.#options.as ?? kindOfName(file)
    if (file === STDIN || file.toLowerCase().endsWith('.gz') || (kind !== 'text' && kind !== 'jsonl')) {
      return { file, edits: 0, skipped: '自動で直せるのは、テキスト、Markdown、JSONLのファイルだけです。' }
    }
    try {
      return await (kind === 'text' ? this.#fixText(file) : this.#fixJsonl(file))
    } catch (error) {
      // What cannot be read is named when it is linted; what cannot be written ends the command.
      if (
        isFileError(error) &&
        (error.syscall === 'open' || error.syscall === 'read') &&
        error.path === file
      ) {
        return { file, edits: 0 }
      }
      throw error
    }
  }

  async #fixText(file: string): Promise<FixedInput> {
    const { marketplace } = this.#options
    const bytes = await this.#whole(file)
    const text = decode(bytes)
    if (text === undefined || marketplace === undefined || bytes.length > MAX_TEXT_BYTES) {
      return { file, edits: 0, ...(text === undefined ? { skipped: NOT_UTF8 } : {}) }
    }
    const bom = text.startsWith('\uFEFF') ? '\uFEFF' : ''
    const own = text.slice(bom.length)
    const context = { ...contextOf(marketplace, 'message'), ...given(this.#options), marketplace }
    const { text: fixed, edits } = this.#fixed({ ...context, text: own })
    if (edits === 0) return { file, edits }
    if (this.#show) await this.#show(differences(file, own, fixed))
    else await this.#io.files.replace(file, bom + fixed)
    return { file, edits }
  }

  async #fixJsonl(file: string): Promise<FixedInput> {
    const half = `${file}.part`
    const sink = this.#show ? undefined : await this.#io.files.write(half)
    let edits = 0
    const bytes = this.#io.files.read(file)
    for await (const lines of byteLines(bytes, { maxBytes: Number.POSITIVE_INFINITY })) {
      let out = ''
      for (const { bytes: line, ending, line: number } of lines) {
        const text = line && decode(line)
        if (text === undefined) {
          await sink?.close()
          if (sink) await this.#io.files.remove(half)
          return { file, edits: 0, skipped: NOT_UTF8 }
        }
        const fixed = this.#fixedLine(text)
        edits += fixed.edits
        if (fixed.edits > 0 && this.#show) {
          const at = `@@ ${file}:${number} @@\n`
          await this.#show(`${at}-${text}\n+${fixed.text}\n`)
        }
        out += fixed.text + ending
      }
      await sink?.write(out)
    }
    await sink?.close()
    if (sink) await (edits > 0 ? this.#io.files.move(half, file) : this.#io.files.remove(half))
    return { file, edits }
  }

  /** The line with its submission's text edited in place: keys, spaces and escapes around it stay. */
  #fixedLine(line: string): { text: string; edits: number } {
    const same = { text: line, edits: 0 }
    const bom = line.startsWith('\uFEFF') ? '\uFEFF' : ''
    let raw: unknown
    try {
      raw = JSON.parse(line.slice(bom.length))
    } catch {
      return same
    }
    const [event] = readRecord(raw, { file: '', place: {} }, this.#options)
    if (event?.type !== 'lint' || event.shape !== 'submission') return same
    const { text, edits } = this.#fixed(event.passage.submission)
    const node = edits > 0 ? findNodeAtLocation(parseTree(line.slice(bom.length))!, ['text']) : undefined
    if (!node) return same
    const start = bom.length + node.offset
    return { text: line.slice(0, start) + JSON.stringify(text) + line.slice(start + node.length), edits }
  }

  #fixed(submission: Submission): { text: string; edits: number } {
    let { text } = submission
    let edits = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const fixed = applyFixes(text, this.#linter.lint({ ...submission, text }).findings)
      if (fixed.applied.length === 0) break
      text = fixed.text
      edits += fixed.applied.length
    }
    return { text, edits }
  }

  async #whole(file: string): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    for await (const part of this.#io.files.read(file)) parts.push(part)
    return concat(
      parts,
      parts.reduce((sum, part) => sum + part.length, 0),
    )
  }
}

const NOT_UTF8 = 'UTF-8ではないため直していません。UTF-8で保存し直してください。'

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
