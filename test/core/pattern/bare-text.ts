/** A text for tests of patterns: one sentence, no tokens, no classes. */
import { Annotations } from '../../../src/core/pattern/annotations.ts'
import type { Matchable } from '../../../src/core/pattern/matchable.ts'
import { TextIndex } from '../../../src/core/pattern/text-index.ts'
import type { Vocabulary } from '../../../src/core/pattern/vocabulary.ts'

export function bareText(folded: string, vocabulary: Vocabulary): Matchable {
  const annotations = () => Annotations.NONE
  return {
    folded,
    annotations,
    index: new TextIndex({ folded, annotations, eachPresentClass: () => undefined, tokens: [] }, vocabulary),
    tokens: [],
    tokenAt: () => undefined,
    sentenceStart: () => 0,
    sentenceEnd: () => folded.length,
  }
}
