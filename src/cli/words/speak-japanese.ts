/** Help and faults of the command line in the reader's language: Japanese where the system's is, English elsewhere. */
import type { Command } from 'commander'
import type { Io } from '../io.ts'
import { HELP_IN_JAPANESE, TITLES_IN_JAPANESE } from './help-in-japanese.ts'

/** As every program on the machine is told; `SEKISHO_LANG` is for this one. */
const VARIABLES = ['SEKISHO_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'] as const

export const speaksJapanese = (io: Pick<Io, 'env' | 'locale'>): boolean => {
  const told = VARIABLES.map((name) => io.env(name)).find((value) => value !== undefined && value !== '')
  return /^ja\b|^ja_/i.test(told ?? io.locale)
}

const inJapanese = (english: string): string => HELP_IN_JAPANESE[english] ?? english

/** Puts the words of a command and of all below it into Japanese. */
export const speakJapanese = (command: Command): void => {
  command.description(inJapanese(command.description()))
  for (const argument of command.registeredArguments) argument.description = inJapanese(argument.description)
  for (const option of command.options) option.description = inJapanese(option.description)
  command.helpOption('-h, --help', inJapanese('display help for command'))
  command.configureHelp({
    styleTitle: (title) => TITLES_IN_JAPANESE[title] ?? title,
    optionDescription: (option) => {
      const choices = option.argChoices === undefined ? [] : [`${option.argChoices.join('、')}のどれか`]
      const isSaid = option.defaultValue !== undefined && option.defaultValue !== false
      const unless = isSaid ? [`指定がなければ${option.defaultValueDescription ?? option.defaultValue}`] : []
      const more = [...choices, ...unless]
      return more.length === 0 ? option.description : `${option.description}(${more.join('。')})`
    },
  })
  if (command.commands.length > 0)
    command.helpCommand('help [command]', inJapanese('display help for command'))
  for (const below of command.commands) speakJapanese(below)
}
