/** Finds rules by words: the same on the server and, as one types, in the browser. Pure. */

/** Width, case and kana's two alphabets do not matter to who searches. */
export const searchable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))

/** Whether a searchable text has every word of the query. */
export const matches = (query: string, text: string): boolean =>
  searchable(query)
    .split(/\s+/)
    .every((word) => text.includes(word))
