import { describe, expect, it } from 'vitest'
import { accountNames } from '../../../../src/core/contact-data/account/account-names.ts'

describe('words shaped like the name of an account', () => {
  it.each([
    ['stand in Japanese', 'mofumofu_kinako です。', ['mofumofu_kinako']],
    ['have digits or not', 'kurage88か、hoshizora', ['kurage88', 'hoshizora']],
    ['end before a full stop', 'id: aoi.needle.', ['aoi.needle']],
    ['are no files', 'rough_v2.psd です', []],
    ['are no addresses', 'https://example.jp/kurage88 と a@example.jp', []],
    ['are not digits alone', '12345678', []],
  ])('%s', (_, text, expected) => {
    expect(accountNames(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })
})
