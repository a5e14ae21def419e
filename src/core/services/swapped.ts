/**
 * Puts two letters of a service's name that changed places back: LIENで, イスンタを. A slip of the finger hides a name as
 * well as intent does. Only where such a word stands as a name would, for some of them are words of other languages.
 */
import type { Edit, Step } from '../text/text-builder.ts'
import { CARRIES_CONTACT } from './evidence.ts'
import type { Service } from './service.ts'

/** Shorter names come about by chance. */
const SHORTEST = 4
const LONGEST = 10
const WORD = /(?<![A-Za-z0-9ァ-ヺー_@./-])(?:[A-Za-z]{4,10}|[ァ-ヺー]{4,10})(?![A-Za-z0-9ァ-ヺー_@./-])/g
const NAME = /^(?:[A-Za-z]+|[ァ-ヺー]+)$/
/** What follows a name that one is asked to come to. */
const GOES_ON = /^ ?(?:(?:で|の|を|に|へ|から|なら|経由|宛)(?!いう|は)|ID|交換|追加|グループ|通話|アカ)/

export function createSwapped(services: readonly Service[]): Step {
  const names = new Map<string, string>()
  const known = new Set(services.flatMap(({ aliases, weak }) => [...aliases, ...weak]))
  for (const { capability, aliases } of services) {
    if (!CARRIES_CONTACT.has(capability)) continue
    for (const alias of aliases) {
      if (alias.length < SHORTEST || alias.length > LONGEST || !NAME.test(alias)) continue
      for (const swapped of swapsOf(alias)) if (!known.has(swapped)) names.set(swapped, alias)
    }
  }
  return {
    name: 'letters-swapped',
    edits(text) {
      const edits: Edit[] = []
      for (const { 0: word, index } of text.matchAll(WORD)) {
        const to = names.get(word)
        const end = index + word.length
        if (to !== undefined && GOES_ON.test(text.slice(end, end + 5)))
          edits.push({ start: index, end, to, disguise: true })
      }
      return edits
    },
  }
}

/** The word with each two neighbouring letters exchanged, in the case that stands in its place. */
function* swapsOf(word: string): Iterable<string> {
  for (let at = 0; at + 1 < word.length; at++) {
    const [left, right] = [word[at]!, word[at + 1]!]
    if (left.toLowerCase() === right.toLowerCase()) continue
    // Zoom typed oZom is oZom or Ozom; nobody cares, and the second is what a keyboard that capitalises makes of it.
    const pair = at === 0 && left !== left.toLowerCase() && right === right.toLowerCase()
    const swapped = pair ? right.toUpperCase() + left.toLowerCase() : right + left
    yield word.slice(0, at) + swapped + word.slice(at + 2)
  }
}
