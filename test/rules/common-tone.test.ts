/** Sentences of each category of tone and their neighbours; and what becomes of the safe edits. */
import { describe, expect, it } from 'vitest'
import type { RawSubmission } from '../../src/core/contract/submission.ts'
import { submissionSchema } from '../../src/core/contract/submission.ts'
import { applyFixes } from '../../src/core/lint/apply-fixes.ts'
import { overlaps } from '../../src/core/text/span.ts'
import { testLinter } from '../support/linter.ts'
import { toneSentences } from '../support/tone-sentences.ts'

const findingsOf = (text: string, context: Partial<RawSubmission>) =>
  testLinter().lint(submissionSchema.parse({ marketplace: 'coconala', ...context, text })).findings

describe('the categories', () => {
  const rows = toneSentences().map((row) => ({ ...row, does: row.isMarked ? 'has' : 'has no' }))
  it.each(rows)('$text $does $category', ({ text, category, context, isMarked }) => {
    const found = findingsOf(text, context).filter((finding) => finding.category === category)
    if (isMarked) expect(found.length).toBeGreaterThan(0)
    else expect(found.map(({ excerpt }) => excerpt)).toEqual([])
  })
})

describe('levels', () => {
  it.each([
    ['応じないなら、名前を出してSNSで晒します。', 'review'],
    ['あなたは本当に無能ですね。', 'review'],
    ['〇〇様、はじめまして。', 'warn'],
    ['早く送れ。', 'warn'],
    ['ありがとうございます!!', 'allow'],
    ['先日おっしゃられた件です。', 'allow'],
    ['なるはやでお送りください。', 'allow'],
  ])('%s → %s', (text, verdict) => {
    const submission = submissionSchema.parse({
      marketplace: 'coconala',
      channel: 'talkroom',
      role: 'buyer',
      text,
    })
    expect(testLinter().lint(submission).verdict).toBe(verdict)
  })
})

const SELLER = {
  channel: 'talkroom',
  role: 'seller',
  history: [{ role: 'seller', text: 'はい。' }],
} as const satisfies Partial<RawSubmission>

describe('safe edits', () => {
  it.each([
    ['募集要項を拝見させていただきました。', '募集要項を拝見しました。'],
    ['先日おっしゃられた件です。', '先日おっしゃった件です。'],
    ['資料はご覧になられましたか。', '資料はご覧になりましたか。'],
    ['了解しました。明日お送りします。', '承知いたしました。明日お送りします。'],
    ['ご苦労様です。', 'お疲れさまです。'],
    ['ありがとうございます！！！', 'ありがとうございます！'],
    ['本当ですか?? すぐ直します。', '本当ですか? すぐ直します。'],
    ['盛り上げます🎉🎉✨✨', '盛り上げます🎉'],
    ['修正は7か所でした(笑) 見落としはありません。', '修正は7か所でした。 見落としはありません。'],
    ['トークルームからご連絡してください。', 'トークルームからご連絡ください。'],
    ['2ページ目から拝見してください。', '2ページ目からご覧ください。'],
  ])('%s → %s', (text, expected) => {
    expect(applyFixes(text, findingsOf(text, SELLER)).text).toBe(expected)
  })

  const edited = toneSentences().filter(({ text, context }) =>
    findingsOf(text, context).some(({ fix }) => fix !== undefined),
  )

  it('are there to be tried', () => {
    expect(edited.length).toBeGreaterThan(10)
  })

  it.each(edited)('of $text are gone when it is linted again', ({ text, context }) => {
    const { text: fixed, applied } = applyFixes(text, findingsOf(text, context))
    expect(applied.length).toBeGreaterThan(0)
    const again = findingsOf(fixed, context).filter(({ fix }) => fix !== undefined)
    expect(again.map(({ rule, excerpt }) => `${rule} ${excerpt}`)).toEqual([])
  })

  it('never overlap, stay in their finding, and leave the words of a redirect alone', () => {
    const lines = edited.map(({ text }) => text).join('\n')
    const text = `了解しました！！LINEで話しましょう！！！ IDは sora_2288 です。\n${lines}`
    const findings = findingsOf(text, SELLER)
    const { applied } = applyFixes(text, findings)
    const redirects = findings.filter(({ category }) => !category.startsWith('tone.'))
    expect(redirects.length).toBeGreaterThan(0)
    expect(applied.length).toBeGreaterThan(10)
    for (const [index, { fix, span: own }] of applied.entries()) {
      expect(fix!.span.start).toBeGreaterThanOrEqual(own.start)
      expect(fix!.span.end).toBeLessThanOrEqual(own.end)
      const next = applied[index + 1]
      if (next !== undefined) expect(fix!.span.end).toBeLessThanOrEqual(next.fix!.span.start)
      expect(redirects.filter(({ span }) => overlaps(span, fix!.span))).toEqual([])
    }
    const fixed = applyFixes(text, findings).text
    for (const { excerpt } of redirects) expect(fixed).toContain(excerpt)
  })
})
