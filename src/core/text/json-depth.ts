/**
 * How deep a JSON text nests, told before it is parsed: parsers and everybody after them recurse, and where they give up
 * depends on the machine.
 */

/** Objects and lists inside one another; people's data need a dozen. */
export const MAX_JSON_DEPTH = 64

/** Whether the text nests deeper than `limit`. It need not be right JSON. */
export const nestsDeeperThan = (text: string, limit: number = MAX_JSON_DEPTH): boolean => {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = endOfString(text, at)
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1
      if (depth > limit) return true
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1
  }
  return false
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** The closing quote of the string that opens at `start`; the text's end where it does not close. */
export const endOfString = (text: string, start: number): number => {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1
    if (slashes % 2 === 0) return at
  }
  return text.length
}
