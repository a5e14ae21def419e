/**
 * One spelling for words that are compared: katakana becomes hiragana, ASCII capitals become small. The length stays,
 * so a position in the folded text is the same position in the text.
 */
export function fold(text: string): string {
  if (text !== lastText) {
    lastFolded = folded(text)
    lastText = text
  }
  return lastFolded
}

// Who looks for one thing or another in a text asks for the same text again.
let lastText = ''
let lastFolded = ''

/** What stands for the code unit. */
const unitFor = (unit: number): number => {
  // ァ to ヶ, A to Z
  if (unit >= 0x30a1 && unit <= 0x30f6) return unit - 0x60
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit
}

/** Code units that are made a string at once. */
const AT_ONCE = 1024
const units = new Uint16Array(AT_ONCE)

function folded(text: string): string {
  let first = 0
  while (first < text.length && unitFor(text.charCodeAt(first)) === text.charCodeAt(first)) first++
  if (first === text.length) return text
  let made = text.slice(0, first)
  for (let from = first; from < text.length; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, text.length - from)
    for (let at = 0; at < count; at++) units[at] = unitFor(text.charCodeAt(from + at))
    made += String.fromCharCode(...units.subarray(0, count))
  }
  return made
}
