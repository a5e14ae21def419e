/** Turns of phrase of other languages inside of Japanese messages, and the same words about the work. */
import { describe, expect, it } from 'vitest'
import { submissionSchema } from '../../src/core/contract/submission.ts'
import { testLinter } from '../support/linter.ts'

const categories = (text: string): string[] =>
  testLinter()
    .lint(submissionSchema.parse({ marketplace: 'coconala', text }))
    .findings.filter(({ action }) => action === 'block' || action === 'review')
    .map(({ category }) => category)

describe('what other languages ask for is found', () => {
  it.each([
    ['加个wx吧 ID是 kyoto_li88 、日本語でOKです', 'contact.messenger'],
    ['我的微信号是 tanaka_ws2019,你搜一下吧', 'contact.messenger'],
    ['可以加我的微信吗', 'contact.messenger'],
    ['用微信联系吧', 'contact.messenger'],
    ['先生、혹시 라인 하세요? 아이디 알려주시면 바로 추가할게요.', 'contact.messenger'],
    ['앞으로는 카톡으로 얘기해요', 'contact.messenger'],
    ['add me on WhatsApp', 'contact.messenger'],
    ["let's chat on telegram", 'contact.messenger'],
    ['Please do not hesitate to add me on WhatsApp', 'contact.messenger'],
    ['DM me if you want the price list', 'contact.social'],
    ['find me on insta and say hi', 'contact.social'],
    ["let's meet on Zoom", 'contact.meeting'],
    ['ring me tonight around eight', 'contact.call'],
    ['message my phone after six', 'contact.call'],
  ])('%s: %s', (text, category) => {
    expect(categories(text)).toContain(category)
  })
})

describe('the same words about the work are not', () => {
  it.each([
    '请问可以做中文的设计吗',
    '在LINE上使用的贴纸设计',
    '参加LINEの画面のデザイン',
    '라인 드로잉 작업을 부탁드립니다',
    '안녕하세요. 견적 부탁드립니다',
    'please call me Ken',
    'I am sorry, but the rules of this site do not allow us to move to Messenger.',
    "We can't talk on WhatsApp, so please write here.",
    'The ring mechanism of the phone case',
    '「Text me on WhatsApp」というボタンの文言を訳してください',
  ])('%s', (text) => {
    expect(categories(text)).toEqual([])
  })
})
