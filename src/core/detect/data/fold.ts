/**
 * One spelling for words that are compared: katakana becomes hiragana, ASCII capitals become small. The length stays,
 * so a position in the folded text is the same position in the text.
 */
export const fold = (text: string): string =>
  text.replace(/[A-Z]|[ァ-ヶ]/g, (char) =>
    char >= 'ァ' ? String.fromCharCode(char.charCodeAt(0) - 0x60) : char.toLowerCase(),
  )
