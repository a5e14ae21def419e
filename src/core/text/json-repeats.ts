/**
 * Whether an object of a JSON text has a key twice: parsers keep the last and pass over the others in silence, so what
 * stands there would be read by nobody.
 */
import { endOfString } from './json-depth.ts'

/** It need not be right JSON; keys count as they are read, `"a"` and `"\u0061"` alike. */
export const repeatsKey = (text: string): boolean => {
  // The keys of each object that is open; none for a list.
  const open: (Set<string> | undefined)[] = []
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!
    if (character === '{') open.push(new Set())
    else if (character === '[') open.push(undefined)
    else if (character === '}' || character === ']') open.pop()
    if (character !== '"') continue
    const end = endOfString(text, at)
    const keys = open.at(-1)
    if (keys !== undefined && isBeforeColon(text, end + 1)) {
      const key = readKey(text.slice(at, end + 1))
      if (keys.has(key)) return true
      keys.add(key)
    }
    at = end
  }
  return false
}

const isBeforeColon = (text: string, from: number): boolean => {
  let at = from
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\t' || text[at] === '\r') at += 1
  return text[at] === ':'
}

const readKey = (literal: string): string => {
  if (!literal.includes('\\')) return literal
  try {
    return `"${String(JSON.parse(literal))}"`
  } catch {
    return literal
  }
}
