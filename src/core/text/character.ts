/** The character (code point) before or at a place; an empty string at the ends of the text. */
export function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1)
  const isPair = low >= 0xdc00 && low <= 0xdfff
  return text.slice(Math.max(0, at - (isPair ? 2 : 1)), at)
}

export function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}
