/** The words that endings are made of: who gives and receives, what asks, what turns a clause into a noun. */
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

export const isReceiving = (word: string): boolean => RECEIVE.has(word)
export const isGiving = (word: string): boolean => GIVE.has(word)
/** もらう, くれる: said of a third person rather than to the reader's face. */
export const isFamiliar = (word: string): boolean => /^(?:もら|貰|くれ|呉れ)/u.test(word)
/** 〜てあげる: done for the other. */
export const isFavour = (word: string): boolean => FAVOUR.has(word)
/** 〜てください, the form that asks. */
export const isAsking = (surface: string): boolean => REQUEST.test(surface)
export const isProgressive = (word: string): boolean => PROGRESSIVE.has(word)
/** Carries a noun as its predicate: 連絡*する*, ご確認*いたす*. */
export const isLightVerb = (word: string): boolean => LIGHT_VERB.has(word)
/** Turns the clause before it into a noun: 送る*こと*, 話す*ほう*. */
export const isNominal = (word: string): boolean => NOMINAL.has(word)
