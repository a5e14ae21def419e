/**
 * Repairs what is no text: lone surrogates (kuromoji throws on them, JSON and logs garble them) become U+FFFD, U+0000
 * goes, for it is nothing to a reader; the many line ends of the world become `\n`, so that nothing above has to know
 * them.
 */
import type { Edit, Step } from '../text-builder.ts'

const FAULTY =
  /\r\n?|[\v\f\u0085\u2028\u2029]|\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export const wellFormed: Step = {
  name: 'well-formed',
  touches: (character) => /^[\r\v\f\u0085\u2028\u2029\u0000\ud800-\udfff]$/.test(character),
  edits(text) {
    const edits: Edit[] = []
    for (const { 0: found, index } of text.matchAll(FAULTY)) {
      const unit = found.charCodeAt(0)
      const isLineEnd = unit !== 0 && (unit < 0xd800 || unit > 0xdfff)
      edits.push({
        start: index,
        end: index + found.length,
        to: unit === 0 ? '' : isLineEnd ? '\n' : '\ufffd',
        disguise: unit === 0,
      })
    }
    return edits
  },
}
