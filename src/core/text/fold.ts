/**
 * One spelling for words that are compared: katakana becomes hiragana, ASCII capitals become small. The length stays,
 * so a position in the folded text is the same position in the text.
 */
export const fold = (text: string): string =>
  text.replace(/[A-Z]+|[ァ-ヶ]+/g, (run) => (run >= 'ァ' ? toHiragana(run) : run.toLowerCase()))

const toHiragana = (katakana: string): string => {
  let hiragana = ''
  for (let i = 0; i < katakana.length; i++) hiragana += String.fromCharCode(katakana.charCodeAt(i) - 0x60)
  return hiragana
}
