/** Messages of about 120 characters as sellers write them, no two alike, one in ten with something to find. */

const OPENINGS = [
  'お世話になっております。',
  'ご連絡ありがとうございます。',
  'はじめまして。',
  'こんにちは、ご購入ありがとうございます。',
]
const MIDDLES = [
  'ロゴの修正案を2点お送りいたしますので、ご確認いただけますでしょうか。ご希望の色味がございましたら、遠慮なくお申し付けください。',
  'バナーのラフが出来上がりました。文字の大きさと配置について、気になるところがありましたらお知らせいただけると助かります。',
  'いただいた原稿をもとに、トップページの構成を考えてみました。掲載したいお写真がありましたら、トークルームでお送りください。',
  '動画の編集は本日中に終わる見込みです。BGMの候補を3曲選びましたので、お好みのものを番号で教えていただけますと幸いです。',
  'LINEスタンプの下書きを8点ご用意しました。表情やポーズの変更は2回まで承りますので、まとめてお伝えいただけますと助かります。',
]
const CLOSINGS = [
  '納品は来週の水曜日を予定しております。',
  'どうぞよろしくお願いいたします。',
  'ご不明な点はいつでもどうぞ。',
]
const FOUND = [
  '詳しくはLINEで話しませんか。',
  '続きは090-1234-5678までお電話ください。',
  'tanaka.taro@gmail.comへお送りください。',
]

const pick = (list: readonly string[], index: number): string => list[index % list.length]!

export const messages: readonly string[] = Array.from({ length: 300 }, (_, index) => {
  const middle = pick(MIDDLES, index)
  const closing = index % 10 === 0 ? pick(FOUND, index / 10) : pick(CLOSINGS, index >> 2)
  return `${pick(OPENINGS, index >> 1)}${index}番の件です。${middle}${closing}`
})

export const bodyOf = (text: string): string =>
  JSON.stringify({ marketplace: 'coconala', channel: 'message', text })

/** A talkroom in which both write in turns. */
export const bodyOfThread = (texts: readonly string[]): string =>
  JSON.stringify({
    marketplace: 'coconala',
    thread: {
      messages: texts.map((text, index) => ({
        id: `m${index}`,
        role: index % 3 === 0 ? 'buyer' : 'seller',
        sentAt: new Date(Date.UTC(2026, 0, 1, 9, index)).toISOString(),
        text,
      })),
    },
  })

/** As long as a text may be. */
export const longest = (): string => messages.join('\n').repeat(2).slice(0, 20_000)
