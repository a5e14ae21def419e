/** What the build prepares says nothing of its own: without it the linter is the same. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { submissionSchema } from '../../src/core/contract/submission.ts'
import { DETECTOR_KINDS } from '../../src/core/judge/kinds/index.ts'
import { loadDictionary } from '../../src/core/morph/dictionary.ts'
import { createTokenizer } from '../../src/core/morph/tokenizer.ts'
import type { PackSpec } from '../../src/core/rules/rule-spec.ts'
import { assembleLinter } from '../../src/packs/assemble.ts'
import type { LinterData } from '../../src/packs/linter-data.ts'
import { submissions } from '../conformance/submissions.ts'

const built = JSON.parse(readFileSync('build/data.json', 'utf8')) as LinterData
const tokenizer = createTokenizer(loadDictionary(readFileSync('build/dictionary.bin')))

/** As loadSources() gives it. */
const { prepared: _, ...rest } = built
const plain: LinterData = { ...rest, packs: rest.packs.map(({ settings: _, ...pack }) => pack) }

test('reports are the same with it and without', () => {
  const [fast, slow] = [assembleLinter(built, tokenizer), assembleLinter(plain, tokenizer)]
  for (const submission of submissions) {
    const asked = submissionSchema.parse(submission)
    expect(JSON.stringify(fast.lint(asked))).toBe(JSON.stringify(slow.lint(asked)))
  }
})

test('settings are what validation makes of those that are authored', () => {
  for (const { raw, settings } of built.packs) {
    for (const [rule, { detect }] of (raw as PackSpec).rules.entries()) {
      for (const [index, authored] of detect.entries()) {
        const kind = DETECTOR_KINDS.get(authored.kind)!
        expect({ ...authored, ...settings![rule]![index] }).toEqual(kind.schema.parse(authored))
      }
    }
  }
})
