/** The options that every command has that reads submissions, and what they come to. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { CHANNELS, type Channel, PHASES, type Phase, ROLES, type Role } from '../core/contract/submission.ts'
import { TABLE_FIELDS } from '../core/documents/table-headers.ts'
import type { Engine, Io } from './io.ts'
import { marketplaceNamed } from './marketplace-option.ts'
import type { InputKind, ReadOptions } from './readers/read-options.ts'

export interface InputOptions {
  readonly marketplace?: string
  readonly channel?: Channel
  readonly phase?: Phase
  readonly role?: Role
  readonly category?: string
  readonly recipient?: string
  readonly me?: string
  readonly as?: InputKind
  readonly map?: ReadonlyMap<string, string>
  readonly rules?: string
  readonly jobs?: number
}

export const addInputOptions = (command: Command, { rules = true } = {}): Command => {
  command
    .option(
      '-m, --marketplace <name>',
      'marketplace of inputs that do not say it: coconala (or ココナラ), crowdworks, lancers, …',
    )
    .addOption(new Option('-c, --channel <channel>', 'where the text is written').choices(CHANNELS))
    .addOption(new Option('--phase <phase>', 'phase of the deal').choices(PHASES))
    .addOption(new Option('--role <role>', 'who writes').choices(ROLES))
    .option('--category <text>', 'the service’s category (LINEスタンプ, Webサイト制作, …)')
    .option('--recipient <name>', 'name of the person written to')
    .option('--me <name>', 'the name under which you write, in conversations that do not say who sells')
    .addOption(
      new Option('--as <kind>', 'read every input as this, whatever its name').choices([
        'text',
        'json',
        'jsonl',
        'csv',
        'tsv',
        'xlsx',
        'html',
      ]),
    )
    .option('--map <field=header,…>', 'headers of a table that are not known by themselves', parseMap)
    .option('-j, --jobs <count>', 'threads that lint (default: as many as there are cores)', parseJobs)
  if (rules) command.option('--rules <dir>', 'rules (and dictionaries) to use instead of the built-in ones')
  return command
}

export const parseMap = (value: string): ReadonlyMap<string, string> => {
  const map = new Map<string, string>()
  for (const pair of value.split(',')) {
    const [field, ...header] = pair.split('=')
    if (!field || header.length === 0 || !(TABLE_FIELDS as readonly string[]).includes(field.trim())) {
      throw new InvalidArgumentError(`Write FIELD=HEADER, where FIELD is one of ${TABLE_FIELDS.join(', ')}.`)
    }
    map.set(header.join('=').trim(), field.trim())
  }
  return map
}

export const parseJobs = (value: string): number => {
  const jobs = Number(value)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) {
    throw new InvalidArgumentError('Give a whole number from 1 to 256.')
  }
  return jobs
}

/** @throws {UsageError} where the marketplace is none that the rules know. */
export const readOptionsOf = (
  options: InputOptions,
  { linter, threadFacts }: Engine,
  { today }: Pick<Io, 'today'>,
): ReadOptions => {
  const { marketplace, channel, phase, role, category, recipient, as, map, me } = options
  return {
    marketplace: marketplace === undefined ? undefined : marketplaceNamed(marketplace, linter),
    channel,
    phase,
    role,
    category,
    recipientName: recipient,
    as,
    map,
    me,
    today: today(),
    marketplaces: linter.marketplaces,
    threadFacts,
  }
}

export const jobsOf = ({ jobs }: { jobs?: number }, io: Pick<Io, 'cores'>): number =>
  jobs ?? Math.max(1, io.cores)
