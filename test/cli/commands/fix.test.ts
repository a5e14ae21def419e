import { describe, expect, it } from 'vitest'
import type { Linter } from '../../../src/core/lint/linter.ts'
import { fakeLinter, runWith } from '../memory-io.ts'

/** Every 了解しました can be edited; the rest of the fake linter is as ever. */
const fixing = (): Linter => {
  const plain = fakeLinter()
  return {
    ...plain,
    lint(submission) {
      const report = plain.lint(submission)
      return {
        ...report,
        findings: report.findings.map((finding) =>
          finding.excerpt === '了解しました'
            ? { ...finding, fix: { span: finding.span, replacement: '承知いたしました' } }
            : finding,
        ),
      }
    },
  }
}
const run = (argv: string[], files: Record<string, string | Uint8Array>) =>
  runWith(['lint', '-m', 'coconala', '--fix', ...argv], files, {
    loadEngine: async () => ({ linter: fixing(), threadFacts: () => [] }),
  })
const textOf = (content: string | Uint8Array | undefined) =>
  typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)

describe('sekisho lint --fix', () => {
  it('edits a text and leaves its line breaks and byte order mark as they are', async () => {
    const { files, stderr, stdout, code } = await run(['x.txt'], {
      'x.txt': '\uFEFF了解しました。\r\nたぶん了解しました\r\n\r\n',
    })
    expect(textOf(files['x.txt'])).toBe('\uFEFF承知いたしました。\r\nたぶん承知いたしました\r\n\r\n')
    expect(stderr).toBe('2か所を直しました。\n')
    expect(stdout).toContain('たぶん')
    expect(stdout).not.toContain('了解')
    expect(code).toBe(0)
  })

  it('edits the text of a line of JSONL and nothing else', async () => {
    const lines = [
      '{ "id":"a" ,"text": "了解しました\\u3002" , "history":[{"role":"buyer","text":"了解しました"}], "x": 1.0 }\r',
      '{"text":"こんにちは"}',
      'broken 了解しました',
      '',
    ]
    const { files, stderr } = await run(['x.jsonl'], { 'x.jsonl': lines.join('\n') })
    expect(textOf(files['x.jsonl'])).toBe(
      [lines[0]!.replace('了解しました\\u3002', '承知いたしました。'), ...lines.slice(1)].join('\n'),
    )
    expect(stderr).toContain('1か所を直しました。')
  })

  it('shows the edits of a dry run and changes nothing', async () => {
    const given = { '下書き.txt': 'あ\n了解しました\n', 'x.jsonl': '{"text":"了解しました"}\n' }
    const { files, stdout, stderr, code } = await run(['--dry-run', '下書き.txt', 'x.jsonl'], given)
    expect(files).toEqual(given)
    expect(stdout).toBe(
      [
        '--- 下書き.txt',
        '+++ 下書き.txt',
        '@@ -1,2 +1,2 @@',
        ' あ',
        '-了解しました',
        '+承知いたしました',
        '@@ x.jsonl:1 @@',
        '-{"text":"了解しました"}',
        '+{"text":"承知いたしました"}',
        '',
      ].join('\n'),
    )
    expect(stderr).toBe('2か所を直せます。\n')
    expect(code).toBe(0)
  })

  it('leaves alone what it cannot write back', async () => {
    const sjis = Uint8Array.from([0x97, 0xb9, 0x89, 0xf0])
    const { files, stderr } = await run(['a.json', 'x.txt'], {
      'a.json': '{"profile":{"bio":"了解しました"}}',
      'x.txt': sjis,
    })
    expect(files['x.txt']).toBe(sjis)
    expect(stderr).toContain('a.json: 自動で直せるのは')
    expect(stderr).toContain('x.txt: UTF-8ではないため')
  })
})
