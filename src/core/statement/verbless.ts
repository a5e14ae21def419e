/** Lines without a verb: 「連絡ツール：Chatwork」, 「ご依頼はDMまで」, 「LINE→」, 「対面不可」. */
import type { NounChunk } from './chunk.ts'
import { actsOf, slotOf } from './draft.ts'
import type { Linked } from './link.ts'
import type { Frame, Statement } from './statement.ts'
import { NO_CLASSES, union, type Words } from './words.ts'

interface Place {
  readonly to: number
  readonly frame: Frame
  readonly sentence: number
}

const REFUSAL = /(?:不可|禁止|厳禁|お断り|(?<![a-z])ng|なし|無し|不要|対象外|×|✕|✖|❌)$/u

export function* readVerbless({ rest, drafts }: Linked, piece: Place, words: Words): Iterable<Statement> {
  if (rest.length === 0) return
  const last = rest.at(-1)!
  // Words behind the last predicate that are no more than its afterthought: 送ってください、LINEで。
  const governor = drafts.at(-1)
  let acts: ReadonlySet<string> = NO_CLASSES
  for (const chunk of rest)
    acts = union(acts, union(actsOf(chunk.classes), chunk === last ? NO_CLASSES : actsOf(chunk.inside)))
  if (governor !== undefined && last.particle !== '' && acts.size === 0) acts = governor.acts
  const end = endOf(words, last)
  const refused =
    rest.some((chunk) => chunk.classes.has('refuse') || REFUSAL.test(chunk.head)) || last.inside.has('refuse')
  const isAsked = words.surface[piece.to - 1] === '?' || words.surface[piece.to - 1] === 'か'
  yield {
    predicate: last.head,
    classes: NO_CLASSES,
    acts,
    slots: rest.map(slotOf),
    who: 'unsaid',
    with: 'unsaid',
    force: 'announce',
    positive: !refused,
    time: 'now',
    frame: piece.frame === 'own' && isAsked ? 'asked' : piece.frame,
    conditional: false,
    praised: false,
    modifies: NO_CLASSES,
    verbless: true,
    head: { start: last.start, end },
    span: { start: rest[0]!.start, end },
    sentence: piece.sentence,
  }
}

/** With the particle that makes the line a pointer: DMまで. */
function endOf(words: Words, chunk: NounChunk): number {
  let { end } = chunk
  if (chunk.particle === '') return end
  for (let i = chunk.from; i < words.count && words.start[i]! < chunk.end + chunk.particle.length; i++)
    end = Math.max(end, words.end[i]!)
  return end
}
