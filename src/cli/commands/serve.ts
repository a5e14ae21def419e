/** `sekisho serve`: the same service as `npm start`. */
import { type Command, InvalidArgumentError } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'

export const addServeCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  program
    .command('serve')
    .description('answer over HTTP')
    .option('-p, --port <port>', 'port to listen on (default: 8787)', parsePort)
    .option('--host <host>', 'address to listen on')
    .option('--rules <dir>', 'rules to use instead of the built-in ones; read again when they change')
    .action(async (options: { port?: number; host?: string; rules?: string }) => {
      done(await io.serve(options))
    })
}

const parsePort = (value: string): number => {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('Give a whole number from 0 to 65535.')
  }
  return port
}
