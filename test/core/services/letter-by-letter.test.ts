/** Names that are told a letter at a time. */
import { describe, expect, it } from 'vitest'
import { createLetterByLetter } from '../../../src/core/services/letter-by-letter.ts'
import { createServiceRecognizer } from '../../../src/core/services/service-mentions.ts'
import { createUndo } from '../../../src/core/services/undo.ts'
import { createSettle } from '../../../src/core/text/normalize.ts'
import { codes, names, normalizationTables, serviceTables } from '../../support/dictionaries.ts'

const undo = createUndo({
  settle: createSettle(normalizationTables),
  names,
  codes,
  scripts: [createLetterByLetter(createServiceRecognizer(names, serviceTables))],
})
const plain = (text: string): string => undo(text).plain.text

describe('letters told one by one are put together', () => {
  it.each([
    ['with a word for each', 'L…ライオン、I…いるか、N…ねこ、E…えび。ここで待つ', 'LINE。ここで待つ'],
    ['with a colon', '合図は L:らくだ・I:いぬ・N:ねこ・E:えび です', '合図は LINE です'],
    ['counted', 'Zを一つ、Oを二つ、Mを一つ並べた教室', 'ZOOM並べた教室'],
    ['counted in figures', 'Zが1個とOが2個とMが1個の教室', 'ZOOMの教室'],
  ])('%s', (_, text, expected) => {
    expect(plain(text)).toBe(expected)
  })

  it.each([
    'A…りんご、B…ばなな、C…さくらんぼ',
    'L:左、I:内側、N:なし',
    'Sを一つ、Mを二つ、Lを一つ注文します',
    'L…ライオンとLINEスタンプ',
  ])('%s stays', (text) => {
    expect(plain(text)).toBe(text)
  })
})
