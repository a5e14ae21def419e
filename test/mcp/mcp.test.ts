/** `sekisho mcp` as an agent's program starts it, asked by the SDK's own client. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { LintReport } from '../../src/core/contract/report.ts'
import type { DocumentReport, ThreadReport } from '../../src/http/client.ts'
import { tellReport } from '../../src/mcp/tell.ts'
import { submissions } from '../conformance/submissions.ts'

const client = new Client({ name: 'test', version: '1' })
const errors: string[] = []

beforeAll(async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['dist/cli.js', 'mcp'],
    stderr: 'pipe',
  })
  transport.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  await client.connect(transport)
})
afterAll(async () => {
  await client.close()
  expect(errors).toEqual([])
})

const call = async (name: string, args: Record<string, unknown>) => {
  const result = (await client.callTool({ name, arguments: args })) as CallToolResult
  const [first] = result.content
  return { ...result, says: first?.type === 'text' ? first.text : '' }
}

test('says what it is for, and which tools it has', async () => {
  expect(client.getServerVersion()?.name).toBe('sekisho')
  expect(client.getInstructions()).toContain('before a\nperson sends them')
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual([
    'check_text',
    'check_account',
    'check_thread',
    'explain_rule',
    'apply_fixes',
  ])
  for (const { annotations } of tools)
    expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
  expect(tools[0]!.inputSchema.properties).toHaveProperty('history')
  expect(tools[0]!.inputSchema.required).toEqual(expect.arrayContaining(['marketplace', 'text']))
})

describe('check_text', () => {
  test('gives the reports of the command line', async () => {
    const expected = inject('commandLineReports').trimEnd().split('\n')
    for (const [index, submission] of submissions.entries()) {
      const { structuredContent } = await call('check_text', { ...submission })
      expect(structuredContent).toEqual(JSON.parse(expected[index]!))
    }
  })

  test('tells an agent that reads words what to do', async () => {
    const { says } = await call('check_text', { marketplace: 'coconala', text: '詳しくはLINEで話しませんか' })
    expect(says).toMatch(
      /^block: .*\n- \[block\] 「LINEで話しませんか」\(4–15\) .*理由: .*代わりに: .*no-messenger-proposal/,
    )
    const clean = await call('check_text', { marketplace: 'coconala', text: 'LINEスタンプを制作しています' })
    expect(clean.says).toBe('allow: このまま送れます。')
  })

  test('says what the rules could not decide', () => {
    const doubt = { category: 'contact.messenger', span: { start: 0, end: 4 }, excerpt: 'LINE' } as const
    const report = { verdict: 'allow', findings: [], doubts: [doubt], incomplete: [] } as const
    expect(tellReport(report as never as LintReport)).toMatch(
      /^allow: .*\n- 規則では判断できなかった: 「LINE」\(contact\.messenger\)/,
    )
  })

  test.each([
    ['a marketplace that nobody knows', { marketplace: 'nowhere', text: 'あ' }],
    ['no text', { marketplace: 'coconala' }],
    ['a channel that is none', { marketplace: 'coconala', channel: 'tv', text: 'あ' }],
    ['a text that is too long', { marketplace: 'coconala', text: 'あ'.repeat(20_001) }],
  ])('%s is an error that can be mended', async (_, args) => {
    const { isError, says } = await call('check_text', args)
    expect(isError).toBe(true)
    expect(says).toMatch(/marketplace|text|channel/)
    expect(says).not.toContain('ああ')
  })
})

test('check_account finds what stands behind a link, by its path', async () => {
  const { structuredContent, says } = await call('check_account', {
    marketplace: 'coconala',
    account: {
      profile: { bio: '動画編集を承ります。' },
      portfolio: [{ title: 'PR動画', links: [{ url: 'https://youtu.be/dQw4w9WgXcQ' }] }],
      links: [{ id: 'dQw4w9WgXcQ', title: 'PR', description: 'ご依頼はLINEでご連絡ください' }],
    },
  })
  const report = structuredContent as DocumentReport
  expect(report.verdict).toBe('block')
  expect(report.findings).toContainEqual(
    expect.objectContaining({
      path: 'links[0].description',
      via: 'portfolio[0].links[0].url',
      category: 'contact.messenger',
    }),
  )
  expect(says).toContain('links[0].description')
})

test('check_account names the keys that it does not know', async () => {
  const { says } = await call('check_account', {
    marketplace: 'coconala',
    account: { profile: { bio: '動画編集を承ります。', food: 'LINE' } },
  })
  expect(says).toContain('知らない項目のため確かめていない: profile.food')
})

test('check_thread sees a number in pieces, and a late first message', async () => {
  const { structuredContent, says } = await call('check_thread', {
    marketplace: 'coconala',
    thread: {
      purchasedAt: '2026-11-01T10:00:00+09:00',
      messages: [
        { id: 'a', role: 'seller', sentAt: '2026-11-04T10:00:00+09:00', text: '090-1234' },
        { id: 'b', role: 'seller', sentAt: '2026-11-04T10:01:00+09:00', text: '5678です' },
      ],
    },
  })
  const report = structuredContent as ThreadReport
  expect(report.findings.map(({ path, category }) => [path, category])).toContainEqual([
    'messages[1].text',
    'contact.phone',
  ])
  expect(report.facts.map(({ rule }) => rule)).toContain('thread/late-first-contact')
  expect(says).toContain('48時間')
})

test('explain_rule tells source and examples, and an unknown rule is said', async () => {
  const { says } = await call('explain_rule', { rule: 'common-contact/no-messenger-proposal' })
  expect(JSON.parse(says)).toMatchObject({
    category: 'contact.messenger',
    examples: { flags: expect.any(Array) },
  })
  expect(await call('explain_rule', { rule: 'no/such' })).toMatchObject({
    isError: true,
    says: expect.stringMatching(/^unknown-rule/),
  })
})

test('apply_fixes edits what is safe and leaves what is not', async () => {
  const { structuredContent } = await call('apply_fixes', {
    marketplace: 'coconala',
    channel: 'talkroom',
    text: '了解しました！！！LINEで話しませんか。',
  })
  const { text, applied, report } = structuredContent as { text: string; applied: number; report: LintReport }
  expect(applied).toBeGreaterThan(0)
  expect(text).toContain('承知いたしました')
  expect(text).toContain('LINEで話しませんか')
  expect(report.verdict).toBe('block')
})

test('the packs are resources', async () => {
  const { resources } = await client.listResources()
  expect(resources.map(({ uri }) => uri)).toContain('sekisho://packs/coconala')
  const { contents } = await client.readResource({ uri: 'sekisho://packs/coconala' })
  const [pack] = contents as { text: string }[]
  expect(JSON.parse(pack!.text)).toMatchObject({ id: 'coconala', actions: expect.any(Object) })
  // An agent's fault, not ours.
  await expect(client.readResource({ uri: 'sekisho://packs/nowhere' })).rejects.toMatchObject({
    code: -32602,
  })
})
