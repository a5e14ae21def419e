/** Kinds that look at what was found before them: services, contact data, and the thread that a text stands in. */
import { describe, expect, test } from 'vitest'
import { datumKind } from '../../../../src/core/judge/kinds/datum.ts'
import { genericProposalKind } from '../../../../src/core/judge/kinds/generic-proposal.ts'
import { mentionKind } from '../../../../src/core/judge/kinds/mention.ts'
import { wholeTextKind } from '../../../../src/core/judge/kinds/whole-text.ts'
import { wrongJobKind } from '../../../../src/core/judge/kinds/wrong-job.ts'
import { wrongRecipientKind } from '../../../../src/core/judge/kinds/wrong-recipient.ts'
import { runOf } from '../../../support/reading.ts'

describe('mention', () => {
  test('only of the capability, and only in the way that is evidence', () => {
    const down = 'ラーメン好き\nイカも好き\nンドゥールも好き'
    const run = runOf(mentionKind, { capability: ['messenger'], step: ['acrostic'] })
    expect(run.words('LINEです')).toEqual([])
    expect(runOf(mentionKind, { capability: ['meeting'], step: ['acrostic'] }).words(down)).toEqual([])
    for (const { trail } of run.detections(down)) expect(trail.map(({ step }) => step)).toContain('acrostic')
  })
})

describe('datum', () => {
  test('of the kinds that are asked for', () => {
    const mail = runOf(datumKind, { of: ['email'] })
    expect(mail.words('tanaka.taro@gmail.com か 090-1234-5678 へ')).toEqual(['tanaka.taro@gmail.com'])
    expect(runOf(datumKind, { of: ['phone'] }).words('tanaka.taro@gmail.com か 090-1234-5678 へ')).toEqual([
      '090-1234-5678',
    ])
  })

  test('samples only where they are asked for', () => {
    const text = 'user@example.com と書きます'
    expect(runOf(datumKind, { of: ['email'] }).words(text)).toEqual([])
    expect(runOf(datumKind, { of: ['email'], sample: true }).words(text)).toEqual(['user@example.com'])
  })

  test('links by what their service can do, and only elsewhere', () => {
    const links = 'https://lancers.jp/work/1 https://coconala.com/services/1'
    const run = runOf(datumKind, { of: ['url'], elsewhere: true })
    expect(run.words(links, { marketplace: 'coconala' })).toEqual(['https://lancers.jp/work/1'])
    expect(run.words(links, { marketplace: 'lancers' })).toEqual(['https://coconala.com/services/1'])
    const video = runOf(datumKind, { of: ['url'], capability: ['none'] })
    expect(video.words('https://unknown-shop.jp/a https://line.me/ti/p/abc')).toEqual([
      'https://unknown-shop.jp/a',
    ])
  })

  test('what a message completes of the writer’s earlier ones', () => {
    const history = [{ role: 'seller' as const, text: '番号は090-1234-' }]
    const run = runOf(datumKind, { of: ['phone'] })
    expect(run.words('5678です', { role: 'seller', history })).toEqual(['5678'])
    expect(run.words('5678です', { role: 'seller' })).toEqual([])
  })
})

const JOB = { jobTitle: '歯科医院のロゴ制作', jobText: '歯科医院のロゴを募集します。' }
const WORDS = {
  general: ['制作', '募集', 'デザイン'],
  manners: ['誠実', '納期', '対応'],
  acts: ['制作', '編集'],
  kinds: ['ロゴ', '動画'],
  trades: ['歯科', '飲食店'],
}

describe('generic-proposal', () => {
  const run = runOf(
    genericProposalKind,
    { general: 'general', manners: 'manners', subjects: 3, most: 200, lacks: ['貴院'] },
    { words: WORDS },
  )
  test('all of a proposal that names nothing of the job', () => {
    expect(run.words(' 誠実に対応します。\n', JOB)).toEqual(['誠実に対応します。'])
  })

  test.each([
    ['names the job', 'ロゴを誠実に作ります。', JOB],
    ['speaks of it in other words', '貴院のために誠実に対応します。', JOB],
    ['is long', 'はい。'.repeat(100), JOB],
    ['has no job', '誠実に対応します。', {}],
  ])('nothing where it %s', (_, text, submission) => {
    expect(run.words(text, submission)).toEqual([])
  })
})

describe('wrong-job', () => {
  const run = runOf(
    wrongJobKind,
    { any: ['「<..40>」(の|に)応募'], general: 'general', acts: 'acts', kinds: 'kinds', trades: 'trades' },
    { words: WORDS },
  )
  test('another kind of work, another trade', () => {
    expect(run.words('動画編集の募集を拝見しました。', JOB)).toEqual(['動画編集'])
    expect(run.words('飲食店のロゴの件です。', JOB)).toEqual(['飲食店のロゴ'])
  })

  test.each([
    ['the thread’s own', 'ロゴ制作の募集を拝見しました。', JOB],
    ['nothing without a job', '動画編集の募集を拝見しました。', {}],
  ])('%s', (_, text, submission) => {
    expect(run.words(text, submission)).toEqual([])
  })
})

describe('whole-text', () => {
  const run = runOf(wholeTextKind, {
    has: ['ありがとう'],
    only: ['^(ありがとう|よろしく)'],
    lacks: ['\\?'],
    most: 40,
    first: true,
  })
  test('has what it must have, and nothing else', () => {
    expect(run.words(' ありがとうございます。よろしくお願いします。 ')).toEqual([
      'ありがとうございます。よろしくお願いします。',
    ])
  })

  test.each([
    ['lacks what it must have', 'よろしくお願いします。', {}],
    ['says something else', 'ありがとうございます。明日送ります。', {}],
    ['has what it must lack', 'ありがとうございます。よろしくですか?', {}],
    ['is long', 'ありがとうございます。'.repeat(4), {}],
    [
      'is not the first of its writer',
      'ありがとう。',
      { role: 'seller' as const, history: [{ role: 'seller' as const, text: 'はい' }] },
    ],
  ])('nothing where it %s', (_, text, submission) => {
    expect(run.words(text, submission)).toEqual([])
  })
})

describe('wrong-recipient', () => {
  const names = { honorifics: 'h', companies: 'c', titles: 't', roles: 'r', variants: 'v', greetings: 'g' }
  const words = {
    h: ['様', 'さん'],
    c: ['株式会社'],
    t: ['部長'],
    r: ['お客', '担当者'],
    v: ['斉/斎'],
    g: ['お世話'],
  }
  const run = runOf(wrongRecipientKind, names, { words })

  test('somebody else than the one it is sent to', () => {
    expect(run.words('田中様\nお世話になっております。', { recipientName: '佐藤花子' })).toEqual(['田中様'])
  })

  test.each([
    ['the right one', '佐藤様\nお世話になっております。', { recipientName: '佐藤花子' }],
    ['nobody by name', 'お客様\nお世話になっております。', { recipientName: '佐藤花子' }],
    ['anybody, where nobody knows to whom it goes', '田中様\nお世話になっております。', {}],
    [
      'whom the other side has named',
      '田中様\nお世話になっております。',
      {
        recipientName: '佐藤花子',
        role: 'seller' as const,
        history: [{ role: 'buyer' as const, text: '担当の田中です。' }],
      },
    ],
  ])('not %s', (_, text, submission) => {
    expect(run.words(text, submission)).toEqual([])
  })
})
