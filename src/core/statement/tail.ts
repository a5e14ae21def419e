/** What follows a predicate's stem: 〜ていただけませんか, 〜たくないので. Folded into flags, with where it ends. */
import type { Words } from './words.ts'

/** How a predicate is joined to what follows. */
export type Joint =
  | 'end' // nothing follows in the sentence
  | 'te' // 〜て、〜で、連用中止: the next predicate carries it
  | 'condition' // 〜ば, 〜と, 〜たら, 〜なら
  | 'concession' // 〜ても, 〜でも
  | 'and' // 〜が, 〜けど, 〜ので, 〜から, 〜し
  | 'noun' // before a noun that it modifies
  | 'nominal' // before こと, の, ほう, 形, …
  | 'quote' // before と, って

export interface Tail {
  /** The first token behind it. */
  to: number
  /** Where the underline of the predicate ends (UTF-16 code units): 〜ませんか, but not 〜ていただく. */
  inked: number
  joint: Joint
  negative: boolean
  past: boolean
  desire: boolean
  volition: boolean
  question: boolean
  request: boolean
  receive: boolean
  give: boolean
  favour: boolean
  potential: boolean
  passive: boolean
  causative: boolean
  progressive: boolean
  copula: boolean
  polite: boolean
  humble: boolean
  honorific: boolean
  conjecture: boolean
  /** こと, の, ほう, 形, … where the joint is `nominal`. */
  nominal: string
}

const RECEIVE = new Set([
  'いただく',
  '頂く',
  'もらう',
  '貰う',
  'いただける',
  '頂ける',
  'もらえる',
  '貰える',
  '賜る',
])
const GIVE = new Set(['くださる', '下さる', 'くれる', '呉れる'])
const FAVOUR = new Set(['あげる', '差し上げる', 'さしあげる', 'やる'])
const REQUEST = /^(?:ください|下さい|くださいませ|下さいませ|頂戴|ちょうだい|くれ|なさい|給え|くださーい)$/u
const PROGRESSIVE = new Set(['いる', 'おる', 'てる', 'とる', 'でる', 'どる', 'いらっしゃる', 'おらはる'])
const PASSING = new Set([
  'おく',
  'とく',
  'みる',
  'しまう',
  'ちゃう',
  'じゃう',
  'いく',
  'くる',
  'ゆく',
  'ある',
  '始める',
  '続ける',
  '合う',
  'すぎる',
  '過ぎる',
  '終わる',
  '直す',
  '切る',
  '出す',
  '込む',
  '参る',
  'まいる',
  'なる',
  'がる',
  '得る',
  'うる',
  'やすい',
  'にくい',
  'づらい',
  '易い',
  '難い',
  'よい',
  '頂戴',
])
const LIGHT_VERB = new Set([
  'する',
  'いたす',
  '致す',
  'なさる',
  'できる',
  '出来る',
  '申し上げる',
  '申す',
  '願う',
  '為さる',
])
const NOMINAL = new Set([
  'こと',
  'の',
  'ん',
  'ほう',
  '方',
  '形',
  'かたち',
  'よう',
  '様',
  '予定',
  'つもり',
  '流れ',
  '場合',
  '際',
  '時',
  'とき',
  'ため',
  'ところ',
  '運び',
  '方法',
  'ほか',
  '他',
  'うえ',
  '上',
  'まで',
  'よし',
  '旨',
  '方向',
  '前提',
  '約束',
  '決まり',
  'かたちで',
  '感じ',
  '分',
  'なか',
  '中',
  '後',
  'あと',
  '前',
  'まえ',
  'たび',
  '度',
  '間',
  '件',
  '必要',
  '可能性',
])

const fresh = (to: number, inked: number): Tail => ({
  to,
  inked,
  joint: 'end',
  negative: false,
  past: false,
  desire: false,
  volition: false,
  question: false,
  request: false,
  receive: false,
  give: false,
  favour: false,
  potential: false,
  passive: false,
  causative: false,
  progressive: false,
  copula: false,
  polite: false,
  humble: false,
  honorific: false,
  conjecture: false,
  nominal: '',
})

/**
 * @param from the first token behind the stem.
 * @param limit the first token that is not the sentence's.
 * @param stem the token that ends the stem: its form may be the whole ending (送れ).
 */
export function readTail(words: Words, from: number, limit: number, stem: number): Tail {
  const { surface, base, pos, detail, form, end } = words
  const tail = fresh(from, end[stem]!)
  const isVerb = pos[stem] === '動詞'
  if (isVerb && /^命令/.test(form[stem]!)) tail.request = true
  let last = stem
  let isOpen = true
  /** Whether an auxiliary verb has come behind て: what comes now is no more underlined. */
  let isCarried = false
  const take = (i: number) => {
    if (!isCarried) tail.inked = end[i]!
    last = i
  }
  let i = from
  for (; i < limit && isOpen; i++) {
    const s = surface[i]!
    const b = base[i]!
    const p = pos[i]!
    const d = detail[i]!
    if (p === '助動詞') {
      if (b === 'ます' || b === 'です' || b === 'だ' || b === 'やす' || b === 'じゃ' || b === 'や') {
        if (b !== 'ます') tail.copula = true
        // しましょ, しましょう
        else if (/^未然ウ/.test(form[i]!)) tail.volition = true
        tail.polite ||= b !== 'だ'
        if (s === 'なら') {
          tail.joint = 'condition'
          isOpen = false
        } else if (s === 'な') {
          // 便利なアプリ
          if (i + 1 < limit && pos[i + 1] === '名詞') {
            tail.joint = 'noun'
            isOpen = false
          }
        } else if (s === 'で' && b === 'だ') {
          if (base[i + 1] === 'ある' || surface[i + 1] === 'ない') {
            take(i)
            continue
          }
          tail.joint = surface[i + 1] === 'も' ? 'concession' : 'te'
          isOpen = false
        }
      } else if (b === 'ない' || b === 'ん' || b === 'ぬ' || b === 'まい' || b === 'へん' || b === 'ず') {
        tail.negative = true
        if (s === 'なけれ') {
          // 〜なければ: a condition, or なければならない
          tail.joint = 'condition'
        } else if (s === 'ず' || s === 'ずに') {
          tail.joint = 'te'
        }
      } else if (b === 'た' || (b === 'だ' && form[i] === '基本形' && pos[last] === '動詞')) {
        if (/^仮定/.test(form[i]!)) {
          tail.joint = 'condition'
          take(i)
          i++
          if (surface[i] === 'ば') i++
          isOpen = false
          break
        }
        tail.past = true
      } else if (b === 'たい') tail.desire = true
      else if (b === 'う' || b === 'よう') {
        if (base[last] === 'です' || base[last] === 'だ') tail.conjecture = true
        else tail.volition = true
      } else if (b === 'らしい' || b === 'そう') tail.conjecture = true
      take(i)
      continue
    }
    if (
      p === '動詞' &&
      (d === '非自立' || d === '接尾' || RECEIVE.has(b) || GIVE.has(b) || (b === 'なさる' && last === stem))
    ) {
      if (RECEIVE.has(b)) {
        tail.receive = true
        tail.potential ||= b.endsWith('ける') || b.endsWith('える')
        isCarried = true
      } else if (GIVE.has(b)) {
        if (REQUEST.test(s)) {
          tail.request = true
          take(i)
          continue
        }
        tail.give = true
        isCarried = true
      } else if (FAVOUR.has(b)) {
        tail.favour = true
        isCarried = true
      } else if (b === 'れる' || b === 'られる') tail.passive = true
      else if (b === 'せる' || b === 'させる') tail.causative = true
      else if (PROGRESSIVE.has(b)) {
        tail.progressive = true
        isCarried ||= false
      } else if (b === 'なさる') {
        if (REQUEST.test(s)) tail.request = true
        tail.honorific = true
      } else if (b === 'できる' || b === '出来る') tail.potential = true
      else if (b === 'かねる' || b === '兼ねる') tail.negative = true
      else if (!PASSING.has(b) && !LIGHT_VERB.has(b) && d !== '非自立' && d !== '接尾') break
      take(i)
      continue
    }
    if (LIGHT_VERB.has(b) && p === '動詞' && last === stem) {
      // お送りする, お願いいたします, ご確認できますか
      if (b === 'いたす' || b === '致す' || b === '申し上げる' || b === '申す') tail.humble = true
      if (b === 'なさる') tail.honorific = true
      if (b === 'できる' || b === '出来る') tail.potential = true
      take(i)
      continue
    }
    if (p === '形容詞' && (b === 'ほしい' || b === '欲しい') && /^[てで]$/.test(surface[last]!)) {
      tail.request = true
      take(i)
      continue
    }
    if (p === '形容詞' && d === '非自立') {
      if (b === 'ない' || b === '無い') tail.negative = true
      take(i)
      continue
    }
    if (p === '名詞' && (s === 'そう' || s === 'へん' || s === 'みたい') && i > from - 1 && d !== '一般') {
      if (s === 'へん') tail.negative = true
      else tail.conjecture = true
      take(i)
      continue
    }
    if (p === '形容詞' && b === 'ない' && /^(?:では|じゃ|は|も)$/.test(surface[i - 1] ?? '')) {
      tail.negative = true
      take(i)
      continue
    }
    if (p === '助詞') {
      if (d === '接続助詞' || ((s === 'て' || s === 'で') && d !== '格助詞')) {
        if (s === 'て' || s === 'で' || s === 'って' || s === 'ちゃ' || s === 'じゃ') {
          const next = i + 1 < limit ? base[i + 1]! : ''
          const nextPos = i + 1 < limit ? pos[i + 1]! : ''
          const isAuxiliary =
            (nextPos === '動詞' &&
              (detail[i + 1] === '非自立' ||
                RECEIVE.has(next) ||
                GIVE.has(next) ||
                next === 'いらっしゃる')) ||
            next === 'ほしい' ||
            next === '欲しい' ||
            /^(?:ちょうだい|頂戴)$/.test(next)
          if (isAuxiliary) {
            if (/^(?:ちょうだい|頂戴)$/.test(next)) {
              tail.request = true
              take(i + 1)
              i++
            } else last = i
            continue
          }
          if (s === 'って') {
            tail.joint = 'quote'
            isOpen = false
            continue
          }
          if (surface[i + 1] === 'も') {
            tail.joint = 'concession'
            i++
          } else if (surface[i + 1] === 'は' || s === 'ちゃ' || s === 'じゃ') {
            tail.joint = 'condition'
            i++
          } else if (
            i + 1 >= limit ||
            /^[なねやよ]$/.test(surface[i + 1]!) ||
            (words.isPause(i + 1) && surface[i + 1] !== '、')
          ) {
            // 送って。 送ってな: asked among friends.
            tail.joint = 'te'
            if (!tail.past && pos[last] === '動詞') tail.request = i + 1 >= limit || surface[i + 1] !== '、'
            take(i)
            i++
            while (i < limit && detail[i] === '終助詞') i++
            isOpen = false
            i--
            continue
          } else tail.joint = 'te'
          isOpen = false
          continue
        }
        if (s === 'ば' || s === 'と') {
          tail.joint = 'condition'
          if (
            s === 'と' &&
            /^(?:思う|存じる|言う|おっしゃる|聞く|考える|の|いう|いった|する)$/.test(base[i + 1] ?? '')
          )
            tail.joint = 'quote'
        } else if (s === 'ながら' || s === 'つつ') tail.joint = 'te'
        else if (s === 'ても' || s === 'でも' || s === 'とも') tail.joint = 'concession'
        else tail.joint = 'and'
        isOpen = false
        continue
      }
      if (d === '格助詞' && s === 'と') {
        tail.joint = 'quote'
        isOpen = false
        continue
      }
      if (s === 'って' || s === 'との' || s === 'という') {
        tail.joint = 'quote'
        isOpen = false
        continue
      }
      if (s === 'か' || s === 'かな' || s === 'かしら' || s === 'かも') {
        tail.question = true
        if (tail.inked === end[last]!) take(i)
        else last = i
        continue
      }
      if (d === '終助詞' || s === 'ね' || s === 'よ' || s === 'な' || s === 'わ') {
        if (s === 'な' && !tail.request && pos[last] === '動詞' && /基本形/.test(form[last]!)) {
          // 来るな
          tail.negative = true
          tail.request = true
        }
        last = i
        continue
      }
      if (
        s === 'だけ' ||
        s === 'くらい' ||
        s === 'ほど' ||
        s === 'まで' ||
        s === 'のみ' ||
        s === 'より' ||
        s === 'など'
      ) {
        tail.joint = 'nominal'
        tail.nominal = s
        isOpen = false
        continue
      }
      // は, も, が, を behind a stem: it was a noun after all.
      if (s === 'は' || s === 'も') {
        // 〜ては, 〜でも
        continue
      }
      break
    }
    if (p === '名詞' && d === '非自立') {
      if ((s === 'の' || s === 'ん') && i + 1 < limit) {
        const next = base[i + 1]!
        if (next === 'です' || next === 'だ' || next === 'か' || surface[i + 1] === 'でしょ') {
          last = i
          continue
        }
        if (next === 'で' || surface[i + 1] === 'で' || surface[i + 1] === 'に') {
          tail.joint = 'and'
          i++
          isOpen = false
          continue
        }
        if (words.isPause(i + 1) && /^[?？]/u.test(surface[i + 1]!)) {
          last = i
          continue
        }
      }
      tail.joint = 'nominal'
      tail.nominal = s
      isOpen = false
      break
    }
    if (p === '名詞' && NOMINAL.has(s)) {
      tail.joint = 'nominal'
      tail.nominal = s
      isOpen = false
      break
    }
    if (words.isPause(i)) {
      if (/^[?？]/u.test(s)) {
        tail.question = true
        if (!isCarried && tail.inked === end[last]) tail.inked = end[last]!
        continue
      }
      break
    }
    if (words.isNoun(i) || p === '接頭詞' || p === '連体詞') {
      const ends = /基本形|連体/.test(form[last] ?? '') || base[last] === 'た'
      if (ends && tail.joint === 'end') tail.joint = 'noun'
      break
    }
    break
  }
  tail.to = Math.max(i, from)
  if (
    tail.joint === 'end' &&
    tail.to < limit &&
    (pos[last] === '動詞' || pos[last] === '助動詞') &&
    /連用/.test(form[last] ?? '') &&
    !tail.past
  ) {
    tail.joint = 'te'
  }
  return tail
}

export const isNominal = (word: string): boolean => NOMINAL.has(word)
export const isLightVerb = (word: string): boolean => LIGHT_VERB.has(word)
export const isReceiving = (word: string): boolean => RECEIVE.has(word)
export const isGiving = (word: string): boolean => GIVE.has(word)
