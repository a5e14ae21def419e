/** `--accept`, `--baseline`, `--update-baseline`, for the commands that lint. */
import type { Command } from 'commander'
import { UsageError } from '../fault.ts'
import type { Io } from '../io.ts'
import type { ResultEvent } from '../read-event.ts'
import { Baseline, openAcceptFile } from './accept-file.ts'
import { type AcceptedLookup, applyAcceptance } from './acceptance.ts'

export interface AcceptOptions {
  readonly accept?: string
  readonly baseline?: string
  readonly updateBaseline?: true
}

export const addAcceptOption = (command: Command): Command =>
  command.option(
    '--accept <file>',
    'findings and links that a person has looked at: listed, and no longer held',
  )

export const addBaselineOptions = (command: Command): Command =>
  command
    .option('--baseline <file>', 'findings that were there when the file was written count no more')
    .option('--update-baseline', 'write the file anew with what is there now')

export interface Acceptance {
  apply(events: readonly ResultEvent[]): readonly ResultEvent[]
  /** Once everything has come by. */
  close(): Promise<void>
}

/** `undefined` where nothing is accepted. @throws {UsageError} where a file cannot be used. */
export const openAcceptance = async (
  { accept, baseline, updateBaseline }: AcceptOptions,
  io: Pick<Io, 'files'>,
): Promise<Acceptance | undefined> => {
  if (updateBaseline && baseline === undefined) throw new UsageError('--update-baseline goes with --baseline')
  const lookups: AcceptedLookup[] = []
  if (accept !== undefined) lookups.push(await openAcceptFile(accept, io))
  const known =
    baseline === undefined ? undefined : updateBaseline ? new Baseline() : await Baseline.open(baseline, io)
  if (known !== undefined) lookups.push(known)
  if (lookups.length === 0) return undefined
  return {
    apply: (events) => lookups.reduce<readonly ResultEvent[]>(applyAcceptance, events),
    async close() {
      if (updateBaseline) await io.files.replace(baseline!, String(known))
    },
  }
}
