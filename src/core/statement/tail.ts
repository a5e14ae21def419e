/** What follows a predicate's stem: 〜ていただけませんか, 〜たくないので. Folded into flags, with where it ends. */
import { isNominal } from './auxiliary-words.ts'
import { Ending, type Step, type Tail } from './ending.ts'
import { readAuxiliary, readAuxiliaryAdjective, readAuxiliaryVerb } from './ending-auxiliary.ts'
import { readParticle } from './ending-particle.ts'
import type { Words } from './words.ts'

/**
 * @param from the first token behind the stem.
 * @param limit the first token that is not the sentence's.
 * @param stem the token that ends the stem: its form may be the whole ending (送れ).
 */
export function readTail(words: Words, from: number, limit: number, stem: number): Tail {
  const ending = new Ending(words, from, limit, stem)
  const { tail } = ending
  if (words.pos[stem] === '動詞' && /^命令/.test(words.form[stem]!)) tail.request = true
  while (ending.i < limit) {
    const step =
      readAuxiliary(ending) ??
      readAuxiliaryVerb(ending) ??
      readAuxiliaryAdjective(ending) ??
      readParticle(ending) ??
      readNoun(ending) ??
      readWhatFollows(ending)
    if (step === 'stop') break
    ending.i++
    if (step === 'over') break
  }
  tail.to = Math.max(ending.i, from)
  if (tail.joint === 'end' && tail.to < limit && isStem(ending) && !tail.past) tail.joint = 'te'
  return tail
}

/** 連用中止: a form that another predicate must carry. */
const isStem = ({ words, last }: Ending): boolean =>
  (words.pos[last] === '動詞' || words.pos[last] === '助動詞') && /連用/.test(words.form[last] ?? '')

/** 〜の, 〜こと: a noun that takes the clause for its own, or the ending 〜のです, 〜んですが. */
function readNoun(ending: Ending): Step {
  const { words, i, limit } = ending
  if (words.pos[i] !== '名詞') return undefined
  const s = words.surface[i]!
  const isDependent = words.detail[i] === '非自立'
  if (isDependent && (s === 'の' || s === 'ん') && i + 1 < limit) {
    const base = words.base[i + 1]!
    const surface = words.surface[i + 1]!
    if (base === 'です' || base === 'だ' || base === 'か' || surface === 'でしょ') return ending.pass()
    if (base === 'で' || surface === 'で' || surface === 'に') {
      ending.i++
      return ending.join('and')
    }
    if (words.isPause(i + 1) && /^[?？]/u.test(surface)) return ending.pass()
  }
  if (!isDependent && !isNominal(s)) return undefined
  ending.nominal(s)
  return 'stop'
}

/** The mark that makes a question of it, or the noun that it modifies. */
function readWhatFollows({ words, tail, i, last }: Ending): Step {
  if (words.isPause(i)) {
    if (!/^[?？]/u.test(words.surface[i]!)) return 'stop'
    tail.question = true
    return 'on'
  }
  if (words.isNoun(i) || words.pos[i] === '接頭詞' || words.pos[i] === '連体詞') {
    const isModifying = /基本形|連体/.test(words.form[last] ?? '') || words.base[last] === 'た'
    if (isModifying && tail.joint === 'end') tail.joint = 'noun'
  }
  return 'stop'
}
