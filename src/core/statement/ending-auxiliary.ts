/** The auxiliaries of an ending: 〜ます, 〜ない, 〜たい; 〜ていただく, 〜ている; 〜てほしい, 〜そう. */
import {
  isAsking,
  isFamiliar,
  isFavour,
  isGiving,
  isLightVerb,
  isProgressive,
  isReceiving,
} from './auxiliary-words.ts'
import type { Ending, Step } from './ending.ts'

const COPULA = /^(?:です|だ|やす|じゃ|や)$/
const NEGATION = /^(?:ない|ん|ぬ|まい|へん|ず)$/

export function readAuxiliary(ending: Ending): Step {
  const { words, tail, i, last } = ending
  if (words.pos[i] !== '助動詞') return undefined
  const s = words.surface[i]!
  const b = words.base[i]!
  const form = words.form[i]!
  if (b === 'ます') {
    tail.polite = true
    // しましょ, しましょう
    if (/^未然ウ/.test(form)) tail.volition = true
  } else if (COPULA.test(b)) return readCopula(ending)
  else if (NEGATION.test(b)) {
    tail.negative = true
    // 〜なければ: a condition, or なければならない
    if (s === 'なけれ') tail.joint = 'condition'
    else if (s === 'ず' || s === 'ずに') tail.joint = 'te'
  } else if (b === 'た') {
    if (/^仮定/.test(form)) {
      ending.take(i)
      ending.i += words.surface[i + 1] === 'ば' ? 2 : 1
      tail.joint = 'condition'
      return 'stop'
    }
    tail.past = true
  } else if (b === 'たい') tail.desire = true
  else if (b === 'う' || b === 'よう') {
    if (words.base[last] === 'です' || words.base[last] === 'だ') tail.conjecture = true
    else tail.volition = true
  } else if (b === 'らしい' || b === 'そう') tail.conjecture = true
  return ending.take(i)
}

function readCopula(ending: Ending): Step {
  const { words, tail, i, limit } = ending
  const s = words.surface[i]!
  const b = words.base[i]!
  tail.copula = true
  tail.polite ||= b !== 'だ'
  const isModifying = s === 'な' && i + 1 < limit && words.pos[i + 1] === '名詞'
  const isDe = s === 'で' && b === 'だ' && words.base[i + 1] !== 'ある' && words.surface[i + 1] !== 'ない'
  ending.take(i)
  if (s === 'なら') return ending.join('condition')
  // 便利なアプリ
  if (isModifying) return ending.join('noun')
  if (isDe) return ending.join(words.surface[i + 1] === 'も' ? 'concession' : 'te')
  return 'on'
}

/** 〜ていただく, 〜てくださる, 〜ている, 〜られる; お送りする, ご確認できる. */
export function readAuxiliaryVerb(ending: Ending): Step {
  const { words, tail, i, last, stem } = ending
  if (words.pos[i] !== '動詞') return undefined
  const s = words.surface[i]!
  const b = words.base[i]!
  const d = words.detail[i]!
  const isDependent = d === '非自立' || d === '接尾'
  if (isDependent || isReceiving(b) || isGiving(b) || (b === 'なさる' && last === stem)) {
    if (isReceiving(b)) {
      tail.receive = true
      tail.potential ||= b.endsWith('ける') || b.endsWith('える')
      tail.familiar ||= isFamiliar(b)
      ending.isCarried = true
    } else if (isGiving(b)) {
      if (isAsking(s)) {
        tail.request = true
        return ending.take(i)
      }
      tail.give = true
      tail.familiar ||= isFamiliar(b)
      ending.isCarried = true
    } else if (isFavour(b)) {
      tail.favour = true
      ending.isCarried = true
    } else if (b === 'れる' || b === 'られる') tail.passive = true
    else if (b === 'せる' || b === 'させる') tail.causative = true
    else if (isProgressive(b)) tail.progressive = true
    else if (b === 'なさる') {
      if (isAsking(s)) tail.request = true
      tail.honorific = true
    } else if (b === 'できる' || b === '出来る') tail.potential = true
    else if (b === 'かねる' || b === '兼ねる') tail.negative = true
    return ending.take(i)
  }
  if (isLightVerb(b) && last === stem) {
    if (b === 'いたす' || b === '致す' || b === '申し上げる' || b === '申す') tail.humble = true
    if (b === 'できる' || b === '出来る') tail.potential = true
    return ending.take(i)
  }
  return undefined
}

/** 〜てほしい, 〜くない, 〜ではない; 〜そう, 〜みたい. */
export function readAuxiliaryAdjective(ending: Ending): Step {
  const { words, tail, i, last } = ending
  const s = words.surface[i]!
  const b = words.base[i]!
  const d = words.detail[i]!
  if (words.pos[i] === '形容詞') {
    if ((b === 'ほしい' || b === '欲しい') && /^[てで]$/.test(words.surface[last]!)) {
      tail.request = true
      return ending.take(i)
    }
    if (d === '非自立') {
      if (b === 'ない' || b === '無い') tail.negative = true
      return ending.take(i)
    }
    if (b === 'ない' && /^(?:では|じゃ|は|も)$/.test(words.surface[i - 1] ?? '')) {
      tail.negative = true
      return ending.take(i)
    }
    return undefined
  }
  if (words.pos[i] === '名詞' && (s === 'そう' || s === 'へん' || s === 'みたい') && d !== '一般') {
    if (s === 'へん') tail.negative = true
    else tail.conjecture = true
    return ending.take(i)
  }
  return undefined
}
