/**
 * Sekisho for agents that draft listings and replies: the service's answers as tools of the Model Context Protocol, and
 * the packs as resources. The linter runs in this process; a draft goes nowhere.
 */
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import * as z from 'zod'
import { submissionSchema } from '../core/contract/submission.ts'
import { applyFixes } from '../core/lint/apply-fixes.ts'
import { createClient, SekishoProblem } from '../http/client.ts'
import { VERSION } from '../http/version.ts'
import { tellDocument, tellReport } from './tell.ts'

export interface McpDeps {
  /** The service's own requests (`/v1/lint`, …). */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly marketplaces: readonly string[]
}

const INSTRUCTIONS = `Sekisho checks Japanese drafts for skill marketplaces (ココナラ, クラウドワークス, ランサーズ) before a
person sends them. Check every message, proposal, listing and profile that you draft. On "block" or "review" rewrite it
and check again; never advise a way around a rule. On "warn" improve the wording. The person decides what is sent.`

const TIMEOUT_MS = 60_000
const readOnly = { readOnlyHint: true, idempotentHint: true, openWorldHint: false }

export async function createMcpServer({ fetch, marketplaces }: McpDeps): Promise<McpServer> {
  // Only who serves agents waits for it to load.
  const [{ McpServer, ResourceTemplate }, { ErrorCode, McpError }] = await Promise.all([
    import('@modelcontextprotocol/sdk/server/mcp.js'),
    import('@modelcontextprotocol/sdk/types.js'),
  ])
  const client = createClient({
    baseUrl: '',
    fetch,
    retries: 0,
    timeoutMs: TIMEOUT_MS,
    whenUnavailable: 'throw',
  })
  const server = new McpServer({ name: 'sekisho', version: VERSION }, { instructions: INSTRUCTIONS })
  const marketplace = z.enum(marketplaces as [string, ...string[]])

  server.registerTool(
    'check_text',
    {
      title: 'Check one text before it is sent',
      description:
        'Whether a marketplace allows this message, proposal, listing or profile text: a verdict (allow, warn, review, ' +
        'block), and for each trouble its words, the reason and what to write instead. Give the earlier messages as history.',
      inputSchema: { ...submissionSchema.shape, marketplace },
      annotations: readOnly,
    },
    (submission) => answer(async () => told(await client.lint(submission), tellReport)),
  )
  server.registerTool(
    'check_account',
    {
      title: 'Check a whole account',
      description:
        'Everything that a seller’s pages say: profile { displayName, catchphrase, bio, skills, career }, services [ { ' +
        'title, catchphrase, body, faq: [ { q, a } ] } ], portfolio [ { title, description, images, links } ], blog. ' +
        'Findings have paths such as portfolio[2].images[0].alt.',
      inputSchema: { marketplace, account: z.record(z.string(), z.unknown()) },
      annotations: readOnly,
    },
    ({ marketplace, account }) =>
      answer(async () => told(await client.lintDocument({ marketplace, document: account }), tellDocument)),
  )
  server.registerTool(
    'check_thread',
    {
      title: 'Check a whole talkroom',
      description:
        'Each message with those before it, and what only the whole shows. thread: { purchasedAt?, category?, seller: { ' +
        'name }, buyer: { name }, messages: [ { id, role: "seller" | "buyer", sentAt, text, attachments: [ { name } ] } ] }',
      inputSchema: { marketplace, thread: z.record(z.string(), z.unknown()) },
      annotations: readOnly,
    },
    ({ marketplace, thread }) =>
      answer(async () => told(await client.lintThread({ marketplace, thread }), tellDocument)),
  )
  server.registerTool(
    'explain_rule',
    {
      title: 'Explain a rule',
      description: 'What a rule says, why, its source, and examples of what it flags and allows.',
      inputSchema: { rule: z.string().describe('pack/rule, as in a finding') },
      annotations: readOnly,
    },
    ({ rule }) =>
      answer(async () => told(await client.rule(rule), (found) => JSON.stringify(found, null, 2))),
  )
  server.registerTool(
    'apply_fixes',
    {
      title: 'Apply the safe edits',
      description:
        'The text with the edits that are safe to make by themselves (left-over templates, honorifics, ！！！), and the ' +
        'report of what is left. Words that lead off the marketplace are never edited: rewrite those.',
      inputSchema: { ...submissionSchema.shape, marketplace },
      annotations: readOnly,
    },
    (submission) =>
      answer(async () => {
        const before = await client.lint(submission)
        const { text, applied } = applyFixes(submission.text, before.findings)
        const report = await client.lint({ ...submission, text })
        return told({ text, applied: applied.length, report }, () => `${text}\n\n${tellReport(report)}`)
      }),
  )
  server.registerResource(
    'pack',
    new ResourceTemplate('sekisho://packs/{id}', {
      list: async () => ({
        resources: (await client.packs()).map(({ id, title }) => ({
          uri: `sekisho://packs/${id}`,
          name: id,
          title,
          mimeType: 'application/json',
        })),
      }),
    }),
    {
      title: 'A pack of rules',
      description: 'Its rules, and what the marketplace makes of each category where',
    },
    async (uri, { id }) => {
      const pack = await client.pack(String(id)).catch((fault: unknown) => {
        if (!(fault instanceof SekishoProblem)) throw fault
        throw new McpError(ErrorCode.InvalidParams, fault.problem.title)
      })
      return { contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify(pack) }] }
    },
  )
  return server
}

const told = <T extends object>(value: T, tell: (value: T) => string): CallToolResult => ({
  content: [{ type: 'text', text: tell(value) }],
  structuredContent: { ...value } as Record<string, unknown>,
})

/** The caller's faults are told to the agent, which can mend them; ours go up. */
async function answer(work: () => Promise<CallToolResult>): Promise<CallToolResult> {
  try {
    return await work()
  } catch (fault) {
    if (!(fault instanceof SekishoProblem)) throw fault
    const { code, title, errors = [] } = fault.problem
    const places = errors.map(({ pointer, detail }) => `${pointer}: ${detail}`)
    return { isError: true, content: [{ type: 'text', text: [`${code}: ${title}`, ...places].join('\n') }] }
  }
}
