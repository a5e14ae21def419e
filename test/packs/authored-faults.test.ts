/** Whatever an author gets wrong, in whichever file: file, line, what is meant, all at once. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findDead, tellDead } from '../../src/packs/find-dead.ts'
import { loadSources } from '../../src/packs/load-sources.ts'
import { RulesError } from '../../src/runtime/load-linter.ts'
import { readSources } from '../../src/runtime/read-sources.ts'
import { testLoader } from '../support/linter.ts'

const loader = testLoader()
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sekisho-authored-'))
  for (const part of ['rules', 'dictionaries']) cpSync(part, join(folder, part), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Replaces the first match, and gives the line on which it stood. */
const edit = (file: string, from: string | RegExp, to: string): number => {
  const path = join(folder, file)
  const source = readFileSync(path, 'utf8')
  const at = typeof from === 'string' ? source.indexOf(from) : source.search(from)
  expect(at).toBeGreaterThanOrEqual(0)
  writeFileSync(path, source.replace(from, to))
  return source.slice(0, at).split('\n').length
}

const faultsOf = (): readonly string[] => {
  try {
    loader.fromRules(folder)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(RulesError)
    return (error as RulesError).faults
  }
}

const CASES: [string, string, string | RegExp, string, number, string][] = [
  [
    'a key of a pack',
    'rules/lancers.yaml',
    'version:',
    'versoin:',
    0,
    "versoin: there is no key 'versoin' here; did you mean 'version'?",
  ],
  [
    'a category',
    'rules/common-tone.yaml',
    /category: tone\.threat/,
    'category: tone.thraet',
    0,
    "there is no 'tone.thraet'; did you mean 'tone.threat'?",
  ],
  [
    'a stage',
    'rules/common-tone.yaml',
    /^ {4}category: tone\.threat/m,
    '    stage: stabel\n    category: tone.threat',
    0,
    "there is no 'stabel'; did you mean 'stable'?",
  ],
  [
    'a key of a service',
    'dictionaries/services.yaml',
    'capability:',
    'capabilty:',
    0,
    "did you mean 'capability'?",
  ],
  [
    'a capability',
    'dictionaries/services.yaml',
    'capability: messenger',
    'capability: mesenger',
    0,
    "there is no 'mesenger'; did you mean 'messenger'?",
  ],
  [
    'a key of the talkroom’s words',
    'dictionaries/talkroom.yaml',
    /^reminder:/m,
    'remindr:',
    0,
    "did you mean 'reminder'?",
  ],
  [
    'a key of the number words',
    'dictionaries/number-words.yaml',
    /^goro_cues:/m,
    'goro_cue:',
    0,
    "did you mean 'goro_cues'?",
  ],
  [
    'a key of the contact words',
    'dictionaries/contact-words.yaml',
    /^id_cues:/m,
    'id_cuse:',
    0,
    "did you mean 'id_cues'?",
  ],
  [
    'a key of the look-alikes',
    'dictionaries/confusables.yaml',
    /^flags:/m,
    'falgs:',
    0,
    "did you mean 'flags'?",
  ],
  [
    'a service in the disguises',
    'dictionaries/service-disguises.yaml',
    /^services:\n/m,
    'services:\n  lien: [x]\n',
    1,
    "there is no service 'lien'; did you mean 'line'?",
  ],
  ['YAML that is none', 'dictionaries/hidden-words.yaml', 'words:', 'words: [', 0, ''],
]

describe('a slip of the pen', () => {
  test.each(CASES)('in %s is told at its own line, with what was meant', (_, file, from, to, below, says) => {
    const line = edit(file, from, to) + below
    const faults = faultsOf()
    expect(faults.filter((fault) => fault.startsWith(`${file}:`)).join('\n')).toContain(says)
    if (says !== '') {
      expect(faults.find((fault) => fault.includes(says))).toMatch(
        new RegExp(`^${file}:(?:${line}|${line + 1}):\\d+: `),
      )
    }
  })

  test('in every file at once', () => {
    for (const [, file, from, to] of CASES.slice(0, 1)) edit(file, from, to)
    for (const [, file, from, to] of CASES.slice(5, 9)) edit(file, from, to)
    const files = new Set(faultsOf().map((fault) => fault.split(':')[0]))
    expect([...files].sort()).toEqual([
      'dictionaries/confusables.yaml',
      'dictionaries/contact-words.yaml',
      'dictionaries/number-words.yaml',
      'dictionaries/talkroom.yaml',
      'rules/lancers.yaml',
    ])
  })

  test('two unknown keys beside one another are two faults', () => {
    edit('rules/lancers.yaml', 'version:', 'foo: 1\nbar: 2\nversion:')
    expect(faultsOf().filter((fault) => fault.includes('there is no key'))).toHaveLength(2)
  })

  test('in a key that has to be there is one fault, and not that the key is missing as well', () => {
    const line = edit('rules/common-tone.yaml', /^ {4}category:/m, '    catgory:')
    expect(faultsOf()).toEqual([
      expect.stringMatching(
        new RegExp(`^rules/common-tone\\.yaml:${line}:\\d+: .*'catgory' here; did you mean 'category'\\?$`),
      ),
    ])
  })

  test('in a pattern is told at the pattern, not at its rule', () => {
    const line = edit('rules/common-tone.yaml', /any:\n(\s+)- /, "any:\n$1- 'あ(い'\n$1- ") + 1
    expect(faultsOf()).toEqual([
      expect.stringMatching(new RegExp(`^rules/common-tone\\.yaml:${line}:\\d+: `)),
    ])
  })

  test('in the name of a context is told at the name', () => {
    const line = edit('rules/common-tone.yaml', /unless: \[/, 'unless: [quotaton, ')
    expect(faultsOf()).toEqual([
      expect.stringMatching(
        new RegExp(`^rules/common-tone\\.yaml:${line}:\\d+: .*unknown context 'quotaton'`),
      ),
    ])
  })

  test('in the name of a file is told', () => {
    writeFileSync(join(folder, 'dictionaries', 'servises.yaml'), 'a: 1\n')
    rmSync(join(folder, 'dictionaries', 'talkroom.yaml'))
    expect(faultsOf()).toEqual([
      "dictionaries/servises.yaml:1:1: nobody reads this table; did you mean 'services'?",
      'dictionaries/talkroom.yaml:1:1: is missing: a folder of dictionaries needs all of them',
    ])
  })
})

test('the words of a talkroom are those of the folder', () => {
  edit('dictionaries/talkroom.yaml', /^reminder:\n/m, 'reminder:\n  - ほげふがぴよ\n')
  const at = (hour: number) => ({
    index: hour,
    id: String(hour),
    role: 'buyer' as const,
    channel: 'talkroom' as const,
    phase: undefined,
    text: 'ほげふがぴよ',
    attachments: [],
    sentAt: undefined,
    time: hour * 3_600_000,
  })
  const thread = { marketplace: 'coconala', messages: [at(1), at(2)], purchasedAt: 0 }
  const rulesOf = (facts: typeof loader.threadFacts) => facts(thread).map(({ rule }) => rule)
  expect(rulesOf(loader.threadFacts)).not.toContain('thread/repeated-nagging')
  expect(rulesOf(loader.fromSources(readSources(folder), { examples: false }).threadFacts)).toContain(
    'thread/repeated-nagging',
  )
})

describe('what changes nothing', () => {
  test('is told with its place: packs, columns, classes', () => {
    edit('rules/lancers.yaml', /^columns:\n/m, 'columns:\n  - { name: all-of-them }\n')
    writeFileSync(
      join(folder, 'rules', 'common-spare.yaml'),
      readFileSync(join(folder, 'rules', 'common-tone.yaml'), 'utf8').replace(
        /^id: .*$/m,
        'id: common-spare',
      ),
    )
    edit('dictionaries/words/tone.yaml', /^/, 'nobodys-words: [あ]\n')
    const dead = tellDead(loadSources(readSources(folder), () => ''))
    expect(dead).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^rules\/lancers\.yaml:\d+:\d+: columns\[1\]\.name: no submission comes to the column/,
        ),
        expect.stringMatching(
          /^rules\/common-spare\.yaml:\d+:\d+: id: no marketplace uses the pack 'common-spare'$/,
        ),
        expect.stringMatching(/^dictionaries\/words\/tone\.yaml:1:\d+: words\.nobodys-words: nobody names/),
      ]),
    )
  })

  test('is not among what is shipped', () => {
    expect(findDead(loadSources(readSources('.'), () => '').data)).toEqual([])
  })
})
