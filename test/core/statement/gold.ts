/** The gold data, and how what was read is compared with it. */
import { readFileSync } from 'node:fs'
import type { Document } from '../../../src/core/judge/document.ts'
import type { Statement } from '../../../src/core/statement/statement.ts'
import { overlaps, type Span } from '../../../src/core/text/span.ts'

interface GoldStatement {
  readonly predicate: string
  readonly act: string
  readonly slots: Readonly<Record<string, string>>
  readonly who: string
  readonly with: string
  readonly force: string
  readonly polarity: '+' | '-'
  readonly time: string
  readonly frame: string
}

interface GoldSentence {
  readonly text: string
  readonly statements: readonly GoldStatement[]
}

interface GoldAct {
  readonly at: string
  readonly who: string
  readonly with: string
}

interface GoldPassage {
  readonly text: string
  readonly acts: readonly GoldAct[]
}

const read = <Line>(name: string): readonly Line[] =>
  readFileSync(new URL(`../../fixtures/statement/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

export const goldSentences = (): readonly GoldSentence[] => read('statements')
export const goldPassages = (): readonly GoldPassage[] => read('counterpart')

/** Agreement by field: how many agree, of how many. */
export class Agreement {
  private readonly counts = new Map<string, { agree: number; all: number }>()

  add(field: string, agrees: boolean): void {
    const count = this.counts.get(field) ?? { agree: 0, all: 0 }
    count.all += 1
    if (agrees) count.agree += 1
    this.counts.set(field, count)
  }

  of(field: string): { readonly share: number; readonly all: number } {
    const { agree, all } = this.counts.get(field) ?? { agree: 0, all: 0 }
    return { share: all === 0 ? 0 : agree / all, all }
  }
}

/** Stances and feelings are optional in the gold data. */
const OPTIONAL: ReadonlySet<string> = new Set(['be', 'other', 'think', 'thank', 'say'])

export function compareSentences(read: (text: string) => Document): Agreement {
  const agreement = new Agreement()
  for (const { text, statements } of goldSentences()) {
    const left = [...read(text).statements]
    for (const gold of statements) {
      if (OPTIONAL.has(gold.act)) continue
      const found = left.find((one) => isSame(one, gold))
      agreement.add('found', found !== undefined)
      if (found === undefined) continue
      left.splice(left.indexOf(found), 1)
      // A refusal is what the other act's polarity says.
      agreement.add('act', gold.act === 'refuse' ? !found.positive : found.acts.has(gold.act))
      agreement.add('force', found.force === gold.force)
      agreement.add('polarity', found.positive === (gold.polarity === '+'))
      agreement.add('time', found.time === gold.time)
      agreement.add('frame', found.frame === gold.frame)
      agreement.add('who', found.who === gold.who)
      agreement.add('with', sameParty(found.with, gold.with))
      agreement.add('slots', hasSlots(found, Object.values(gold.slots)))
    }
  }
  return agreement
}

export function comparePassages(read: (text: string) => Document): Agreement {
  const agreement = new Agreement()
  for (const { text, acts } of goldPassages()) {
    const document = read(text)
    for (const gold of acts) {
      const start = text.indexOf(gold.at)
      const found = at(document, { start, end: start + gold.at.length })
      agreement.add('found', found !== undefined)
      if (found === undefined) continue
      const isBoth = gold.who === 'both'
      agreement.add('who', found.who === gold.who || (isBoth && /^(?:writer|reader)$/.test(found.who)))
      agreement.add('with', isBoth || sameParty(found.with, gold.with))
      agreement.add('between', isBetween(found) === isBetween(gold))
    }
  }
  return agreement
}

/** The same predicate: written otherwise, part of a compound, or the noun of a light verb. */
function isSame({ predicate, acts, slots }: Statement, gold: GoldStatement): boolean {
  const wanted = gold.predicate.toLowerCase()
  if (predicate.includes(wanted) || wanted.includes(predicate)) return true
  const first = predicate.replace(/^[おご]/u, '')[0]
  return acts.has(gold.act) && (first === wanted[0] || slots.some(({ head }) => head === wanted))
}

/** What has no other party, and where it cannot be told, comes to the same for every rule. */
const sameParty = (one: string, other: string): boolean => party(one) === party(other)
const party = (name: string): string => (/^(?:none|unsaid|unknown)$/.test(name) ? 'none' : name)

const isBetween = ({ who, with: other }: { who: string; with: string }): boolean =>
  who !== 'third' && other !== 'third'

function hasSlots({ slots }: Statement, heads: readonly string[]): boolean {
  return heads.every((written) => {
    const head = written.toLowerCase()
    return slots.some((slot) => slot.head.includes(head) || head.includes(slot.head))
  })
}

/** The statement whose predicate stands at the words; the one that ends with them, before one that only begins there. */
function at({ statements, plain }: Document, words: Span): Statement | undefined {
  const there = statements.filter(({ head }) => overlaps(plain.toOriginal(head), words))
  const reaches = ({ head }: Statement) => (plain.toOriginal(head).end <= words.end + ENDING ? 1 : 0)
  return there.sort((a, b) => reaches(b) - reaches(a) || b.acts.size - a.acts.size)[0]
}
/** UTF-16 code units by which an ending may go on behind the words. */
const ENDING = 6
