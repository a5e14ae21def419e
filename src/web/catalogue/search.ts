/** Finds rules by words: the same on the server and, as one types, in the browser. Pure. */

/** Width, case and kana's two alphabets do not matter to who searches. */
export const searchable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))

/** What people call by two names, one of them in Latin letters; each line is one thing. */
const OTHER_NAMES = [
  ['line', 'ライン'],
  ['zoom', 'ズーム'],
  ['discord', 'ディスコード'],
  ['slack', 'スラック'],
  ['skype', 'スカイプ'],
  ['teams', 'チームズ'],
  ['telegram', 'テレグラム'],
  ['chatwork', 'チャットワーク'],
  ['instagram', 'インスタグラム', 'インスタ'],
  ['twitter', 'ツイッター'],
  ['facebook', 'フェイスブック'],
  ['youtube', 'ユーチューブ'],
  ['google', 'グーグル'],
  ['drive', 'ドライブ'],
  ['paypay', 'ペイペイ'],
  ['mail', 'メール'],
  ['url', 'リンク'],
].map((names) => names.map(searchable))

const namesOf = (word: string): readonly string[] =>
  OTHER_NAMES.find((names) => names.includes(word)) ?? [word]

const LATIN = /^[a-z0-9]/

/** Latin words from their beginning: LINE is no part of a deadline. Japanese has no spaces to say where one begins. */
function has(text: string, name: string): boolean {
  if (!LATIN.test(name)) return text.includes(name)
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!LATIN.test(text.slice(at - 1, at))) return true
  return false
}

/** Whether a searchable text has every word of the query, by whichever name. */
export const matches = (query: string, text: string): boolean =>
  searchable(query)
    .split(/\s+/)
    .every((word) => namesOf(word).some((name) => has(text, name)))
