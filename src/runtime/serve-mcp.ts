/** `sekisho mcp` on Node: the tools over standard input and output, until the other side hangs up. */
import { createLocalApp } from '../http/local-app.ts'
import { createMcpServer } from '../mcp/create-mcp-server.ts'
import { openLinterLoader } from './load-linter.ts'

/** @throws {RulesError} where the packs of `rules` have faults. */
export async function serveMcp(rules?: string): Promise<void> {
  const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js')
  const loader = openLinterLoader()
  const { linter, threadFacts } = loader.fromRules(rules)
  const app = createLocalApp({
    linter: () => linter,
    threadFacts,
    // Standard output belongs to the protocol.
    fault: (line) => process.stderr.write(`${line}\n`),
  })
  const server = await createMcpServer({
    fetch: async (url, init) => app.request(url, init),
    marketplaces: linter.marketplaces,
  })
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve
    process.stdin.once('end', () => void server.close())
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void server.close())
  })
  await server.connect(new StdioServerTransport())
  await closed
}
