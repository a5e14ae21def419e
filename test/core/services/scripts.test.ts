/** Names whose letters changed places or stand on their heads, and words of contact in kana, with what they look like. */
import { describe, expect, it } from 'vitest'
import { createApart } from '../../../src/core/services/apart.ts'
import { createServiceRecognizer } from '../../../src/core/services/service-mentions.ts'
import { createSwapped } from '../../../src/core/services/swapped.ts'
import { type Step, TextBuilder } from '../../../src/core/text/text-builder.ts'
import { names, services, serviceTables } from '../../support/dictionaries.ts'

const undoneBy =
  (step: Step) =>
  (text: string): string => {
    const builder = new TextBuilder(text)
    builder.apply(step)
    return builder.text
  }

describe('letters that changed places', () => {
  const undone = undoneBy(createSwapped(services))
  it.each([
    ['LIENで話しませんか', 'LINEで話しませんか'],
    ['急ぎの修正はLIENをいただければ', '急ぎの修正はLINEをいただければ'],
    ['Zomoの画面で', 'Zoomの画面で'],
    ['Ozomで会いましょう', 'Zoomで会いましょう'],
    ['Instagarmに来て', 'Instagramに来て'],
    ['ディスコドーへどうぞ', 'ディスコードへどうぞ'],
  ])('%s', (text, expected) => {
    expect(undone(text)).toBe(expected)
  })
  it.each([
    'LIENという店のロゴです',
    'le lien の意味',
    'LIENS で話す',
    'Salon で話す',
    'https://lien.example/LIEN で',
    'LIEN は仏語です',
    'シンガルで話す',
  ])('%s stays', (text) => {
    expect(undone(text)).toBe(text)
  })
})

describe('letters on their heads, apart, or twice each', () => {
  const undone = undoneBy(createApart(createServiceRecognizer(names, serviceTables), []))
  it.each([
    ['ǝuᴉlで話しませんか', 'LINEで話しませんか'],
    ['pɹoɔsᴉpで', 'DISCORDで'],
    ['お 礼 は ぺ い ぺ い で 送る', 'お 礼 は ぺいぺい で 送る'],
    ['Ins〇ag\nramでDM', 'Ins〇agramでDM'],
    ['メニューは ライ\nスとスープ', 'メニューは ライ\nスとスープ'],
    ['リストは Ins\nTeams\nZoom', 'リストは Ins\nTeams\nZoom'],
    ['noon と dood', 'noon と dood'],
    ['L L I I N N E Eで話す', 'LINEで話す'],
    ['D-D-r-r-o-o-p-p-b-b-o-o-x-xに入れます', 'Dropboxに入れます'],
    ['A A B B C C D Dの順', 'A A B B C C D Dの順'],
    ['発音は ɔː と ʌ です', '発音は ɔː と ʌ です'],
    ['ǝuo', 'ǝuo'],
  ])('%s', (text, expected) => {
    expect(undone(text)).toBe(expected)
  })
})
