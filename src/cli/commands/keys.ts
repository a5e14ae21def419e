/** `sekisho keys new`: makes an API key for the service. */
import { type Command, InvalidArgumentError } from 'commander'
import { EXIT, type ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'

export const addKeysCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  const keys = program.command('keys').description('API keys of the service')
  keys
    .command('new')
    .description('make a key: the key itself is shown once, the configuration takes only its hash')
    .argument('<name>', 'stands in logs and metrics: lower-case letters, digits and -', parseName)
    .action(async (name: string) => {
      const { key, entry } = await io.newApiKey(name)
      await io.stdout.write(
        `鍵 / key (この画面にだけ表示されます / shown only here)\n  ${key}\n\n` +
          `設定 / configuration (SEKISHO_KEYS)\n  ${JSON.stringify([entry])}\n\n` +
          '任意の項目 / optional: "marketplaces": ["coconala"], "rate": {"requests": 6000, "seconds": 60}\n',
      )
      done(EXIT.clean)
    })
}

const parseName = (name: string): string => {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) return name
  throw new InvalidArgumentError('Use lower-case letters, digits and -.')
}
