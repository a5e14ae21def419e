/** `sekisho rules new FILE`: a pack with one rule that passes `rules check`, to be filled in. */
import { type Command, Option } from 'commander'
import { CATEGORIES, type Category } from '../../core/contract/category.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { UsageError } from '../fault.ts'
import type { Io } from '../io.ts'

interface NewOptions {
  readonly category: Category
}

export const addRulesNewCommand = (rules: Command, io: Io, done: (code: ExitCode) => void): void => {
  rules
    .command('new')
    .description('write a pack with one rule that passes `rules check`, to be filled in')
    .argument('<file>', 'rules/NAME.yaml; NAME is the pack’s id')
    .addOption(
      new Option('--category <category>', 'what the rule is about')
        .choices(CATEGORIES)
        .default('deal.direct' satisfies Category),
    )
    .action(async (file: string, { category }: NewOptions) => {
      done(await write(file, category, io))
    })
}

const NAME = /^(?:.*[/\\])?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.yaml$/

const write = async (file: string, category: Category, io: Io): Promise<ExitCode> => {
  const id = NAME.exec(file)?.[1]
  if (id === undefined) {
    throw new UsageError(`${file}: name the file NAME.yaml, NAME in kebab-case letters and digits`)
  }
  if ((await io.files.kind(file)) !== undefined) throw new UsageError(`${file}: is there already`)
  const day = new Date(io.today()).toISOString().slice(0, 10)
  await io.files.replace(file, skeleton({ id, category, day, schema: io.schemaFor(file, 'pack') }))
  await io.stdout.write(
    `${file}: a rule on trial, which finds and holds nothing up.
Then: sekisho rules check FOLDER (its examples run), sekisho rules try TEXT --rules FOLDER,
name '${id}' under 'uses' of the marketplaces that take it, and make its stage 'stable'.
`,
  )
  return EXIT.clean
}

const skeleton = (pack: { id: string; category: Category; day: string; schema: string }): string =>
  `# yaml-language-server: $schema=${pack.schema}
# What this pack recognises, in a line. The language of rules: rules/README.md.
kind: common
id: ${pack.id}
version: ${pack.day.replaceAll('-', '.')}
title: 見本
rules:
  # no-… forbids, require-… demands; the name stays for ever.
  - id: no-example
    category: ${pack.category}
    # trial: a note that raises no verdict. Make it stable once what it finds is right.
    stage: trial
    # What the writer is told first; why and what to write instead stand in each marketplace's wording.
    says: 見本の言葉が書かれています。
    detect:
      # Or statement (who proposes what), speech, datum, mention: rules/README.md.
      kind: phrase
      any: [みほんのことば]
    # Contexts in which it is no finding (dictionaries/contexts): report, refusal, past …
    unless: [report]
    examples:
      # [[ ]] has the exact words that are underlined.
      flags: ['こちらは[[みほんのことば]]です。']
      # What a keyword would wrongly stop.
      allows: ['こちらは見本です。']
`
