/** What the arguments of a command stand for: files as they are, folders and globs file by file. */
import { isFileError, UsageError } from '../fault.ts'
import type { Io } from '../io.ts'
import { kindOfName } from './read-input.ts'
import { STDIN } from './stdin.ts'

/**
 * In the order of the arguments, each file once. Of a folder or glob only what has a known name is taken: pictures lie
 * beside texts. A file named by itself is taken whatever its name. An argument that stands for nothing is an input that
 * cannot be read: the reading names it, and the others are still read.
 * @param output where the results go: never an input, though it may lie in a folder that is one.
 * @throws {UsageError} where all of them stand for nothing, or an input would be overwritten.
 */
export const listInputs = async (
  args: readonly string[],
  { files }: Pick<Io, 'files'>,
  output?: string,
): Promise<readonly string[]> => {
  const isOutput = async (file: string) => output !== undefined && (await files.same(file, output))
  const inputs = new Set<string>()
  const nothing: string[] = []
  const standsForNothing = (arg: string, says: string) => {
    nothing.push(`${arg}: ${says}`)
    inputs.add(arg)
  }
  for (const arg of args) {
    if (arg === STDIN) {
      inputs.add(arg)
      continue
    }
    const kind = await kindOf(arg, files)
    if (kind === 'refused') {
      inputs.add(arg)
      continue
    }
    if (kind === 'file' || kind === 'other') {
      if (kind === 'file' && (await isOutput(arg))) {
        throw new UsageError(`${arg}: the results would overwrite this input`)
      }
      inputs.add(arg)
      continue
    }
    if (kind === undefined && !/[*?[\]{}]/.test(arg)) {
      standsForNothing(arg, 'no such file')
      continue
    }
    const listed = await files.list(arg)
    const found = listed.files.filter((file) => kindOfName(file) !== undefined)
    // What is in them nobody knows: each is named where it cannot be read.
    for (const folder of listed.refused) inputs.add(folder)
    if (found.length === 0 && listed.refused.length === 0) {
      standsForNothing(
        arg,
        'no file in it that can be read (txt, md, json, jsonl, csv, tsv, xlsx, html, each with .gz)',
      )
    }
    for (const file of found) if (!(await isOutput(file))) inputs.add(file)
  }
  if (nothing.length === inputs.size) throw new UsageError(nothing.join('\nsekisho: '))
  return [...inputs]
}

/** `refused`: the system does not say. The reading names it, and the others are still read. */
const kindOf = async (arg: string, files: Io['files']) => {
  try {
    return await files.kind(arg)
  } catch (error) {
    if (isFileError(error)) return 'refused'
    throw error
  }
}
