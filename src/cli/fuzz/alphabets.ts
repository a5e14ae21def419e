/** Letters and digits in other dress, by where Unicode has them. */
export type Dress = (character: string) => string | undefined

const A = 0x41
const SMALL_A = 0x61
const ZERO = 0x30

const at = (point: number): string => String.fromCodePoint(point)

/** @param digits where 0 stands; `one` where the set begins with 1 and has its 0 elsewhere. */
const ranges =
  (sets: { upper?: number; lower?: number; digits?: number; one?: number; zero?: number }): Dress =>
  (character) => {
    const point = character.charCodeAt(0)
    if (/^[A-Z]$/.test(character) && sets.upper !== undefined) return at(sets.upper + point - A)
    if (/^[A-Z]$/.test(character) && sets.lower !== undefined) return at(sets.lower + point - A)
    if (/^[a-z]$/.test(character) && sets.lower !== undefined) return at(sets.lower + point - SMALL_A)
    if (/^[a-z]$/.test(character) && sets.upper !== undefined) return at(sets.upper + point - SMALL_A)
    if (character === '0' && sets.zero !== undefined) return at(sets.zero)
    if (/^[1-9]$/.test(character) && sets.one !== undefined) return at(sets.one + point - ZERO - 1)
    if (/^[0-9]$/.test(character) && sets.digits !== undefined) return at(sets.digits + point - ZERO)
    return undefined
  }

const pairs = (from: string, to: string): Dress => {
  const map = new Map([...from].map((character, index) => [character, [...to][index]]))
  return (character) => map.get(character)
}

export const fullWidth: Dress = (character) =>
  /^[!-~]$/.test(character) ? at(character.charCodeAt(0) + 0xfee0) : undefined
export const circled = ranges({ upper: 0x24b6, lower: 0x24d0, one: 0x2460, zero: 0x24ea })
export const negativeCircled = ranges({ upper: 0x1f150, one: 0x2776, zero: 0x24ff })
export const negativeSquared = ranges({ upper: 0x1f170 })
export const squared = ranges({ upper: 0x1f130 })
export const parenthesised = ranges({ upper: 0x1f110, lower: 0x249c })
export const regional = ranges({ upper: 0x1f1e6 })
export const boldSans = ranges({ upper: 0x1d5d4, lower: 0x1d5ee, digits: 0x1d7ec })
export const monospace = ranges({ upper: 0x1d670, lower: 0x1d68a, digits: 0x1d7f6 })
export const boldScript = ranges({ upper: 0x1d4d0, lower: 0x1d4ea })
export const arabicIndic = ranges({ digits: 0x660 })
export const devanagari = ranges({ digits: 0x966 })
export const superscript = pairs('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹')
export const subscript = pairs('0123456789', '₀₁₂₃₄₅₆₇₈₉')
export const keycap: Dress = (character) =>
  /^[0-9]$/.test(character) ? `${character}\ufe0f\u20e3` : undefined
export const smallCapital = pairs(
  'abcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOPQRSTUVWYZ',
  'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ',
)
export const greek = pairs('ABEZHIKMNOPTYXovu', 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυ')
export const cyrillic = pairs('ABCEHIJKMOPSTXYaceijopsxy', 'АВСЕНІЈКМОРЅТХҮасеіјорѕху')
export const leet = pairs('aeilostzAEIOSTZ', '@31l0$723!05$7'.slice(0, 8).concat('@310572'))
export const kanjiForKana = pairs('カロエニトハタ一ーチオ', '力口工二卜八夕ー一千才')
export const smallKana = pairs('アイウエオヤユヨツあいうえおやゆよつ', 'ァィゥェォャュョッぁぃぅぇぉゃゅょっ')
export const kanjiDigit = pairs('0123456789', '〇一二三四五六七八九')
export const daijiDigit = pairs('0123456789', '零壱弐参四五六七八九')

export const hiragana: Dress = (character) =>
  /^[ァ-ヶ]$/.test(character) ? at(character.charCodeAt(0) - 0x60) : undefined

/** カ → ｶ, ガ → ｶﾞ. */
const HALF = 'ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ'
const HALF_OF = new Map(
  ['', 'ﾞ', 'ﾟ']
    .flatMap((mark) => [...HALF].map((half) => [(half + mark).normalize('NFKC'), half + mark] as const))
    .reverse(),
)
export const halfWidthKana: Dress = (character) => HALF_OF.get(character)

const LETTER_NAMES =
  'エー ビー シー ディー イー エフ ジー エイチ アイ ジェイ ケイ エル エム エヌ オー ピー キュー アール エス ティー ユー ブイ ダブリュー エックス ワイ ゼット'.split(
    ' ',
  )
/** L → エル. */
export const letterName: Dress = (character) =>
  /^[A-Za-z]$/.test(character) ? LETTER_NAMES[character.toLowerCase().charCodeAt(0) - SMALL_A] : undefined

const letterBy =
  (signs: readonly string[]): Dress =>
  (character) =>
    /^[A-Za-z]$/.test(character) ? signs[character.toLowerCase().charCodeAt(0) - SMALL_A] : undefined

export const nato = letterBy(
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu'.split(
    ' ',
  ),
)
export const braille = letterBy([...'⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵'])
export const runes = letterBy([...'ᚨᛒᚳᛞᛖᚠᚷᚺᛁᛃᚲᛚᛗᚾᛟᛈᚲᚱᛊᛏᚢᚢᚹᛪᚣᛉ'])

/** Every character that can be is dressed; `undefined` where none can. */
export function dressed(words: string, dress: Dress, join = ''): string | undefined {
  let count = 0
  const characters = [...words].map((character) => {
    const other = dress(character)
    if (other === undefined || other === character) return character
    count++
    return other
  })
  return count === 0 ? undefined : characters.join(join)
}
