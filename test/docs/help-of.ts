/** Every command and option that the command line has, as its help says. */
import { runWith } from '../cli/memory-io.ts'

const help = async (...command: string[]): Promise<string> => (await runWith([...command, '--help'])).stdout

const subcommandsOf = (text: string): string[] =>
  [...(text.split(/^Commands:$/m)[1] ?? '').matchAll(/^ {2}([a-z]+)\b/gm)]
    .map(([, name]) => name!)
    .filter((name) => name !== 'help')

export const helpOf = async (): Promise<{ commands: string[]; options: string[] }> => {
  const commands = subcommandsOf(await help())
  const options = new Set<string>()
  for (const command of commands) {
    const text = await help(command)
    const all = [text, ...(await Promise.all(subcommandsOf(text).map((sub) => help(command, sub))))]
    for (const [name] of all.join('\n').matchAll(/--[a-z][a-z-]*/g)) options.add(name)
  }
  return { commands, options: [...options] }
}
