/** What the arguments of a command stand for: files as they are, folders and globs file by file. */
import { UsageError } from '../fault.ts'
import type { Io } from '../io.ts'
import { kindOfName } from './read-input.ts'
import { STDIN } from './stdin.ts'

/**
 * In the order of the arguments, each file once. Of a folder or glob only what has a known name is taken: pictures lie
 * beside texts. A file named by itself is taken whatever its name.
 * @throws {UsageError} where an argument stands for nothing.
 */
export const listInputs = async (
  args: readonly string[],
  { files }: Pick<Io, 'files'>,
): Promise<readonly string[]> => {
  const inputs = new Set<string>()
  for (const arg of args) {
    if (arg === STDIN) {
      inputs.add(arg)
      continue
    }
    const kind = await files.kind(arg)
    if (kind === 'file' || kind === 'other') {
      inputs.add(arg)
      continue
    }
    if (kind === undefined && !/[*?[\]{}]/.test(arg)) throw new UsageError(`${arg}: no such file`)
    const found = (await files.list(arg)).filter((file) => kindOfName(file) !== undefined)
    if (found.length === 0) {
      throw new UsageError(
        `${arg}: no file in it that can be read (txt, md, json, jsonl, csv, tsv, each with .gz)`,
      )
    }
    for (const file of found) inputs.add(file)
  }
  return [...inputs]
}
