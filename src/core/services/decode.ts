/**
 * Reads words that stand in a code (entities, escapes, percent, Base64, hex, …) where what comes out is meant for a
 * reader: Japanese, or a name that people are asked to move to.
 */
import type { CodeReader } from '../text/code-reader.ts'
import { findEncoded } from '../text/encoded.ts'
import type { Edit, Step } from '../text/text-builder.ts'
import type { Recognizer } from './service-mentions.ts'

const JAPANESE = /[ぁ-ゖァ-ヺ一-龠ｦ-ﾝ]{2}/
/** Codes that nobody's machine leaves in a message outside of an address. */
const TYPED = new Set(['percent', 'entity', 'escape'])
/** A block that holds more (line:taro) is one thing to who looks for names, and stays whole. */
const JUST_A_NAME = /^[^:@\n]{1,60}$/u
const IN_ADDRESS = /:\/\/[!-~]*$/
/** How far an address is looked for before an encoded block, UTF-16 code units. */
const REACH = 200

/** @param plain undoes what any text is undone of, for a name may be disguised before it is encoded. */
export function createDecode(
  { names: namesService }: Recognizer,
  plain: (text: string) => string,
  codes?: CodeReader,
): Step {
  const isMeantFor = (text: string, decoded: string): boolean =>
    JAPANESE.test(text) || (JUST_A_NAME.test(decoded) && namesService(text))
  return {
    name: 'decoded',
    edits(text) {
      const edits: Edit[] = []
      for (const { span, codec, decoded } of findEncoded(text)) {
        if (span.start < (edits.at(-1)?.end ?? 0) || isInAddress(text, span.start)) continue
        const isMeant = TYPED.has(codec) || JAPANESE.test(decoded) || isMeantFor(plain(decoded), decoded)
        if (!isMeant) continue
        edits.push({ ...span, to: decoded, disguise: true, as: codec })
      }
      // A book's symbols spell a name and nothing more: リチウム・ネオン.
      for (const { span, code, decoded } of codes?.runs(text) ?? []) {
        const isFree = edits.every(({ start, end }) => end <= span.start || span.end <= start)
        if (isFree && /^[a-z]{4,}$|^[ァ-ヺー]{3,}$/.test(decoded) && namesService(inCapitals(decoded)))
          edits.push({ ...span, to: inCapitals(decoded), disguise: true, as: code })
      }
      return edits.sort((a, b) => a.start - b.start)
    },
  }
}

/** A name of which only the capitals are sure: LINE. */
const inCapitals = (name: string): string => name.toUpperCase()

const isInAddress = (text: string, at: number): boolean =>
  /[/?=&#.@\w]/.test(text[at - 1] ?? ' ') || IN_ADDRESS.test(text.slice(Math.max(0, at - REACH), at))
