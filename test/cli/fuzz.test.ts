/** What the command line did not read does not pass, whatever it is given: files of any bytes, documents of any shape. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expandAccount } from '../../src/core/documents/expand-account.ts'
import { expandThread } from '../../src/core/documents/expand-thread.ts'
import { runWith } from './memory-io.ts'

const HIDDEN = '詳しくはLINEで話しませんか'
const RUNS = { numRuns: 150, seed: 18 }
const NAMES = [
  'a.txt',
  'a.md',
  'a.csv',
  'a.tsv',
  'a.jsonl',
  'a.json',
  'a.txt.gz',
  'a.jsonl.gz',
  'a',
  '-',
] as const

const run = async (name: string, bytes: Uint8Array) => {
  const { code, stdout, stderr } = await runWith(['lint', '-m', 'coconala', '-f', 'jsonl', name], {
    [name]: bytes,
  })
  return { code, stdout, stderr, found: stdout.includes('"verdict":"block"') }
}

const VALID: readonly Uint8Array[] = [
  `タイトル,説明\nあ,い\nう,${HIDDEN}\n`,
  `{"text":"あ"}\n{"text":"${HIDDEN}"}\n`,
  JSON.stringify({ profile: { bio: 'あ' }, services: [{ title: HIDDEN }] }),
  `あいう\n${HIDDEN}\n`,
].map((text) => new TextEncoder().encode(text))

describe('files', () => {
  test('of random bytes are read or named under every name, and never clean where nothing was read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), fc.uint8Array({ maxLength: 400 }), async (name, bytes) => {
        const { code, stdout, stderr } = await run(name, bytes)
        expect([0, 1, 2]).toContain(code)
        expect(stderr).not.toContain('internal fault')
        if (stdout === '') expect(code).toBe(2)
      }),
      RUNS,
    )
  })

  test('of which a few bytes are others than they were hide nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.constantFrom(...VALID),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        async (name, valid, changes) => {
          const bytes = Uint8Array.from(valid)
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte
          const whole = new TextDecoder().decode(bytes).includes(HIDDEN)
          const { code, found, stderr } = await run(name, bytes)
          expect([0, 1, 2]).toContain(code)
          expect(stderr).not.toContain('internal fault')
          // The words are still there: they are found, or the file is named.
          if (whole) expect(found || code === 2).toBe(true)
        },
      ),
      RUNS,
    )
  })
})

const KEYS = [
  ...[
    'profile',
    'bio',
    'displayName',
    'skills',
    'services',
    'title',
    'body',
    'faq',
    'q',
    'a',
    'portfolio',
    'images',
  ],
  ...[
    'file',
    'alt',
    'links',
    'url',
    'label',
    'blog',
    'figures',
    'messages',
    'text',
    'attachments',
    'name',
    'role',
  ],
  ...[
    'プロフィール',
    '自己紹介',
    '作品',
    'タイトル',
    '画像',
    'メッセージ',
    '本文',
    'portofolio',
    'bodyText',
    'x',
    '__proto__',
  ],
]

/** Documents of known, nearly known and unknown keys, as deep as it comes; each text in them is another. */
const documents = fc
  .letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 6, depthSize: 'medium' },
      fc.constant('TEXT'),
      fc.constantFrom(null, 7, true, ''),
      fc.array(tie('value'), { maxLength: 3 }),
      fc
        .array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 5 })
        .map((entries) => Object.fromEntries(entries)),
    ),
  }))
  .value.filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  .map((value) => {
    let count = 0
    const numbered = (): string => {
      count += 1
      return `文${count}。`
    }
    return JSON.parse(JSON.stringify(value), (_, one) => (one === 'TEXT' ? numbered() : one)) as object
  })

/** Context that is no text of the page, and the metadata of videos, which counts where a page links them. */
const CONTEXT = new Set(['role', 'name'])

const textsIn = (value: unknown, key = ''): string[] => {
  if (typeof value === 'string') return value.startsWith('文') && !CONTEXT.has(key) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([inner, one]) => textsIn(one, Array.isArray(value) ? key : inner))
}

describe('documents of any keys and depths', () => {
  test.each([
    ['an account', (raw: unknown) => expandAccount(raw, { marketplace: 'coconala' })],
    ['a talkroom', (raw: unknown) => expandThread(raw, { marketplace: 'coconala' })],
  ])('%s: every text is linted, or the document has faults', (_, expand) => {
    let linted = 0
    fc.assert(
      fc.property(documents, (raw) => {
        const { passages, faults } = expand(raw)
        const read = [...passages].map(({ submission }) => submission.text).join('\n')
        const missed = textsIn(raw).filter((text) => !read.includes(text))
        linted += textsIn(raw).length - missed.length
        expect(missed.length > 0 && faults.length === 0).toBe(false)
        if (textsIn(raw).length === 0) expect(faults.length + read.length).toBeGreaterThan(0)
      }),
      { numRuns: 500, seed: 18 },
    )
    expect(linted).toBeGreaterThan(200)
  })
})
