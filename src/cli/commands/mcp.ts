/** `sekisho mcp`: tools for agents that draft, over standard input and output (docs/marketplaces/agents.md). */
import type { Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'

export const addMcpCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  program
    .command('mcp')
    .description('tools for agents that draft (Model Context Protocol, over standard input and output)')
    .option('--rules <dir>', 'rules (and dictionaries) to use instead of the built-in ones')
    .action(async ({ rules }: { rules?: string }) => {
      done(await io.serveMcp(rules))
    })
}
