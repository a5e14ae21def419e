/**
 * Reads words that stand in a code (entities, escapes, percent, Base64, hex, …) where what comes out is meant for a
 * reader: Japanese, or a name that people are asked to move to.
 */
import type { Span } from '../text/span.ts'
import { SpanSet } from '../text/span-set.ts'
import type { Edit } from '../text/text-builder.ts'
import type { Recognizer } from './service-mentions.ts'
import type { Encoded } from './undo.ts'

const JAPANESE = /[ぁ-ゖァ-ヺ一-龠ｦ-ﾝ]{2}/
/** Codes that nobody's machine leaves in a message outside of an address. */
const TYPED = new Set(['percent', 'entity', 'escape'])
/** A block that holds more (line:taro) is one thing to who looks for names, and stays whole. */
const JUST_A_NAME = /^[^:@\n]{1,60}$/u
const SCHEME = '://'
/** How far an address is looked for before an encoded block, UTF-16 code units. */
const REACH = 200

/** @param plain undoes what any text is undone of, for a name may be disguised before it is encoded. */
export function createDecode({ names: namesService }: Recognizer, plain: (text: string) => string) {
  const isMeantFor = (text: string, decoded: string): boolean =>
    JAPANESE.test(text) || (JUST_A_NAME.test(decoded) && namesService(text))
  return (text: string, { blocks, runs }: Encoded): readonly Edit[] => {
    const edits: Edit[] = []
    for (const { span, codec, decoded } of blocks) {
      if (span.start < (edits.at(-1)?.end ?? 0) || isInAddress(text, span.start)) continue
      const isMeant = TYPED.has(codec) || JAPANESE.test(decoded) || isMeantFor(plain(decoded), decoded)
      if (!isMeant) continue
      edits.push({ ...span, to: decoded, disguise: true, as: codec })
    }
    // A book's symbols spell a name and nothing more: リチウム・ネオン.
    const taken = new SpanSet<Span>(edits)
    for (const { span, code, decoded } of runs) {
      const isFree = !taken.hasOverlap(span)
      if (!isFree || !/^[a-z]{4,}$|^[ァ-ヺー]{3,}$/.test(decoded) || !namesService(inCapitals(decoded)))
        continue
      edits.push({ ...span, to: inCapitals(decoded), disguise: true, as: code })
      taken.add(span)
    }
    return edits.sort((a, b) => a.start - b.start)
  }
}

/** A name of which only the capitals are sure: LINE. */
const inCapitals = (name: string): string => name.toUpperCase()

const isInAddress = (text: string, at: number): boolean => {
  if (/[/?=&#.@\w]/.test(text[at - 1] ?? ' ')) return true
  let from = at
  while (from > 0 && at - from < REACH && /[!-~]/.test(text[from - 1]!)) from--
  return text.slice(from, at).includes(SCHEME)
}
