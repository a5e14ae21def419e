/** A sentence's words with a lexicon small enough to foresee. */
import { Lexicon } from '../../../src/core/statement/lexicon.ts'
import { Words } from '../../../src/core/statement/words.ts'
import { testLinter } from '../../support/linter.ts'

const lexicon = new Lexicon(
  {
    talk: ['話す', '相談', '電話相談', '打ち合わせ', '連絡を取る'],
    send: ['送る'],
    work: ['制作'],
    'third-person': ['友人'],
  },
  (text) => text.toLowerCase(),
)

export const wordsOf = (text: string): Words => {
  const { tokens, things } = testLinter().document(text)
  return new Words(tokens, things, lexicon)
}
