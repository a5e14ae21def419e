/** The particles behind a noun, and the words that stand for one: 〜を使って, 〜経由で. */
import type { Words } from './words.ts'

const CASE = new Set([
  'が',
  'を',
  'に',
  'へ',
  'で',
  'と',
  'から',
  'より',
  'まで',
  'の',
  'は',
  'も',
  'や',
  'か',
  'って',
  'だけ',
  'のみ',
  'なら',
  'でも',
  'など',
  'とか',
  'しか',
  'さえ',
  'ばかり',
  'にて',
  'として',
  'について',
  'に関して',
  'によって',
  'による',
  'を通して',
  'を通じて',
  'をつかって',
  'という',
  'といった',
  'において',
  'における',
  'に対して',
  'こそ',
  'くらい',
  'ほど',
  'ずつ',
  'やら',
  'なんか',
  'なんて',
  'ごと',
  'に対する',
  'に関する',
  'につき',
  'とともに',
  'といっしょに',
  'をめぐる',
  'に際して',
  'だの',
])

/** The particles behind a noun, joined: で+は, に+も, に+て. */
export function readParticles(words: Words, from: number, limit: number): { particle: string; to: number } {
  let particle = ''
  let i = from
  while (i < limit && words.pos[i] === '助詞') {
    const s = words.surface[i]!
    const d = words.detail[i]!
    if (d === '終助詞' || (s === 'か' && (i + 1 >= limit || words.isPause(i + 1)))) break
    if (d === '接続助詞' && particle === '' && s !== 'と' && s !== 'って' && s !== 'で') break
    if (!CASE.has(s) && particle === '') break
    particle = particle === '' ? s : `${particle}${s}`
    i++
  }
  return { particle, to: i }
}

/** 〜の後ろ, 〜を使って: words behind a noun that stand for a particle. */
export function readWay(
  words: Words,
  i: number,
  limit: number,
  particle: string,
): { particle: string; to: number } {
  if (i >= limit) return { particle, to: i }
  const { surface, base } = words
  if (particle === 'を' && i + 1 < limit) {
    if (/^(?:使う|通す|通じる|介す|介する|用いる|利用|使用|経由)$/.test(base[i]!)) {
      let to = i + 1
      if (base[i] === '利用' || base[i] === '使用' || base[i] === '経由') {
        if (base[to] !== 'する' || !/^(?:て|、)$/.test(surface[to + 1] ?? '')) return { particle, to: i }
        return { particle: '経由', to: surface[to + 1] === 'て' ? to + 2 : to + 1 }
      }
      if (
        /^[てで]$/.test(surface[to] ?? '') &&
        !/^(?:いる|おる|ください|下さい|いただく|もらう|いただける|もらえる|くださる|くれる|も|は)$/.test(
          base[to + 1] ?? '',
        )
      ) {
        to++
        return { particle: '経由', to }
      }
    }
    return { particle, to: i }
  }
  if (particle === '' && /^(?:経由|越し|宛|宛て|あて|上|内|限定|のみ|オンリー)$/.test(surface[i] ?? '')) {
    const next = readParticles(words, i + 1, limit)
    return {
      particle: surface[i] === '経由' || surface[i] === '越し' ? '経由' : `${surface[i]}${next.particle}`,
      to: next.to,
    }
  }
  return { particle, to: i }
}
