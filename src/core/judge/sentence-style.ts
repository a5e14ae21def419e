/** Whether a sentence speaks politely (です・ます) or plainly (だ・である), by its last predicate. */
import type { Token } from '../morph/token.ts'
import type { Span } from '../text/span.ts'
import type { Document } from './document.ts'

/** `none`: it ends in a noun, an interjection, a quotation …, or is a fragment. */
export type SentenceStyle = 'polite' | 'plain' | 'none'

const POLITE_BASES: ReadonlySet<string> = new Set(['です', 'ます', 'くださる', 'ござる', 'なさる', 'っす'])
const POLITE_FORMS = /^(?:ください|下さい|ませ|ましょう|でしょう|なさい)$/
const PLAIN_FORMS = /^(?:基本形|命令|未然ウ|仮定|体言接続|音便基本形)/

/** The last token that says something: marks, brackets and sentence-final particles left out. */
function lastPredicate(tokens: readonly Token[]): { token: Token; particles: string } | undefined {
  let particles = ''
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]!
    if (token.pos[0] === '記号') {
      if (/[」』)]/.test(token.surface)) return undefined
      continue
    }
    if (token.pos[1] === '終助詞' || token.pos[1] === '副助詞／並立助詞／終助詞') {
      particles = token.surface + particles
      continue
    }
    return { token, particles }
  }
  return undefined
}

export function styleOf(document: Document, span: Span): SentenceStyle {
  const from = document.tokenIndexFrom(span.start)
  const tokens = document.tokens.slice(from, document.tokenIndexFrom(span.end))
  const last = lastPredicate(tokens)
  if (last === undefined) return 'none'
  const { token, particles } = last
  if (POLITE_BASES.has(token.baseForm) || POLITE_FORMS.test(token.surface)) return 'polite'
  const index = tokens.indexOf(token)
  // ました, でした, ません, ませんでした: politeness stands before the last auxiliary.
  if (token.pos[0] === '助動詞' && tokens.slice(Math.max(0, index - 3), index).some(isPoliteAuxiliary))
    return 'polite'
  if (!/^(?:動詞|形容詞|助動詞)$/.test(token.pos[0])) return 'none'
  if (!PLAIN_FORMS.test(token.conjugationForm)) return 'none'
  // A question to oneself (〜か。) belongs to either style.
  return particles === '' ? 'plain' : 'none'
}

const isPoliteAuxiliary = (token: Token): boolean =>
  token.pos[0] === '助動詞' && (token.baseForm === 'ます' || token.baseForm === 'です')
