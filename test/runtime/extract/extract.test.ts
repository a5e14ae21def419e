/** Files that people attach: their words come out, and no file takes more than its share of time and memory. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { boundedZip } from '../../../src/runtime/extract/bounded-zip.ts'
import { extract } from '../../../src/runtime/extract/extract.ts'
import { docx, pdf, qrPng, xlsx } from '../../support/office-files.ts'

const bytes = (text: string) => strToU8(text)

describe('what a file says', () => {
  test.each([
    [
      'Word: paragraphs, and where a link leads',
      'a.docx',
      docx(['ご提案書', 'ご連絡はLINEで'], 'https://lin.ee/abc'),
      [{ where: '本文', text: 'ご提案書\n\nご連絡はLINEで\nhttps://lin.ee/abc' }],
    ],
    [
      'Excel: each sheet',
      'a.XLSX',
      xlsx({
        作品: [
          ['タイトル', '年'],
          ['猫の時計', 2026],
        ],
        メモ: [['連絡先: a@b.jp']],
      }),
      [
        { where: '作品', text: 'タイトル\t年\n猫の時計\t2026' },
        { where: 'メモ', text: '連絡先: a@b.jp' },
      ],
    ],
    [
      'PDF: a Japanese font that is only named, and where a link leads',
      'a.pdf',
      pdf('お見積書 LINEでどうぞ', 'https://lin.ee/abc'),
      [{ where: '1ページ', text: 'お見積書 LINEでどうぞ\nhttps://lin.ee/abc' }],
    ],
    [
      'plain text in Shift_JIS',
      'a.txt',
      Uint8Array.of(0x93, 0xfa, 0x96, 0x7b),
      [{ where: '本文', text: '日本' }],
    ],
  ])('%s', async (_, file, content, texts) => {
    expect(await extract(file, new Uint8Array(content))).toMatchObject({ texts })
  })

  test('a picture: what its QR code says', async () => {
    const picture = await qrPng('https://lin.ee/abcdefg')
    expect(await extract('flyer.png', picture)).toEqual({
      texts: [{ where: 'QRコード', text: 'https://lin.ee/abcdefg' }],
    })
  })

  test('a picture without a code says nothing', async () => {
    const dot = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
      'base64',
    )
    expect(await extract('dot.png', new Uint8Array(dot))).toEqual({ texts: [] })
  })
})

describe('what cannot be looked into is said', () => {
  const large = 'あ'.repeat(600_000)
  test.each([
    ['a file that is none of its kind', 'a.docx', bytes('no zip'), 'unreadable'],
    ['a zip that is no document', 'a.docx', zipSync({ 'x.xml': bytes('<x/>') }), 'unreadable'],
    ['half a file', 'a.pdf', pdf('あ').slice(0, 300), 'unreadable'],
    ['a kind that nobody reads', 'a.psd', bytes('8BPS'), 'unreadable'],
    ['more text than anybody writes', 'a.docx', docx([large]), 'too-large'],
    [
      'a small file that would unpack to a large one',
      'a.xlsx',
      zipSync({ 'xl/workbook.xml': new Uint8Array(130 * 1_048_576) }, { level: 9 }),
      'too-large',
    ],
  ])('%s', async (_, file, content, code) => {
    expect(await extract(file, new Uint8Array(content))).toEqual({ code, says: expect.any(String) })
  })

  test('a zip that lies about its size holds no more than it claims', () => {
    const honest = zipSync({ 'a.xml': bytes('x'.repeat(10_000)) }, { level: 9 })
    const lying = new Uint8Array(honest)
    const view = new DataView(lying.buffer)
    // The size in the table of contents, behind its signature.
    for (let at = 0; at < lying.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
    }
    expect(boundedZip(lying).length).toBeLessThan(1000)
  })
})
