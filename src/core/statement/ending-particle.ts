/** The particles of an ending: 〜て, 〜ば, 〜と; 〜か, 〜よ; 〜だけ. */
import { isGiving, isReceiving } from './auxiliary-words.ts'
import type { Ending, Step } from './ending.ts'

const BOUND = /^(?:だけ|くらい|ほど|まで|のみ|より|など)$/
const TE = /^(?:て|で|って|ちゃ|じゃ)$/
/** Behind 〜と: what was before is said or thought, not a condition. */
const QUOTING = /^(?:思う|存じる|言う|おっしゃる|聞く|考える|の|いう|いった|する)$/
const ASKED_FOR = /^(?:ちょうだい|頂戴)$/

export function readParticle(ending: Ending): Step {
  const { words, tail, i, last } = ending
  if (words.pos[i] !== '助詞') return undefined
  const s = words.surface[i]!
  const d = words.detail[i]!
  if (d === '接続助詞' || ((s === 'て' || s === 'で') && d !== '格助詞')) {
    return TE.test(s) ? readTe(ending) : ending.join(jointOf(ending))
  }
  if ((d === '格助詞' && s === 'と') || s === 'って' || s === 'との' || s === 'という')
    return ending.join('quote')
  if (s === 'か' || s === 'かな' || s === 'かしら' || s === 'かも') {
    tail.question = true
    return tail.inked === words.end[last]! ? ending.take(i) : ending.pass()
  }
  if (d === '終助詞' || s === 'ね' || s === 'よ' || s === 'な' || s === 'わ') {
    // 来るな
    if (s === 'な' && !tail.request && words.pos[last] === '動詞' && /基本形/.test(words.form[last]!)) {
      tail.negative = true
      tail.request = true
    }
    return ending.pass()
  }
  if (BOUND.test(s)) {
    ending.nominal(s)
    return 'over'
  }
  // 〜ては, 〜でも; anything else behind a stem: it was a noun after all.
  return s === 'は' || s === 'も' ? 'on' : 'stop'
}

function jointOf({ words, i }: Ending) {
  const s = words.surface[i]!
  if (s === 'と' && QUOTING.test(words.base[i + 1] ?? '')) return 'quote'
  if (s === 'ば' || s === 'と') return 'condition'
  if (s === 'ながら' || s === 'つつ') return 'te'
  if (s === 'ても' || s === 'でも' || s === 'とも') return 'concession'
  return 'and'
}

function readTe(ending: Ending): Step {
  const { words, tail, i, limit, last } = ending
  const { surface, base, pos, detail } = words
  const s = surface[i]!
  const hasNext = i + 1 < limit
  const next = hasNext ? base[i + 1]! : ''
  if (ASKED_FOR.test(next)) {
    tail.request = true
    ending.take(i + 1)
    ending.i++
    return 'on'
  }
  const isAuxiliary =
    (hasNext &&
      pos[i + 1] === '動詞' &&
      (detail[i + 1] === '非自立' || isReceiving(next) || isGiving(next) || next === 'いらっしゃる')) ||
    next === 'ほしい' ||
    next === '欲しい'
  if (isAuxiliary) return ending.pass()
  if (s === 'って') return ending.join('quote')
  if (surface[i + 1] === 'も') {
    ending.i++
    return ending.join('concession')
  }
  if (surface[i + 1] === 'は' || s === 'ちゃ' || s === 'じゃ') {
    ending.i++
    return ending.join('condition')
  }
  const isLast =
    !hasNext || /^[なねやよ]$/.test(surface[i + 1]!) || (words.isPause(i + 1) && surface[i + 1] !== '、')
  if (!isLast) return ending.join('te')
  // 送って。 送ってな: asked among friends.
  tail.joint = 'te'
  if (!tail.past && pos[last] === '動詞') tail.request = true
  ending.take(i)
  ending.i++
  while (ending.i < limit && detail[ending.i] === '終助詞') ending.i++
  return 'stop'
}
