/** Chunks of a sentence → drafts of statements: who carries whom, and which nouns belong to which predicate. */

import { isNominal } from './auxiliary-words.ts'
import type { Chunk, NounChunk, Predicate } from './chunk.ts'
import { actsOf, type Draft } from './draft.ts'
import { NO_CLASSES, union } from './words.ts'

const PARALLEL = new Set(['や', 'か', 'とか', 'やら', 'または', 'だの'])
const SHARED = /^(?:は|も|では|でも|には|とは|なら|にも|からは|での|へは|までは)$/u
/** Predicates that say nothing of their own about the nouns before them. */
const isLight = ({ classes }: Predicate): boolean =>
  classes.has('light') || classes.has('eval') || classes.has('refuse') || classes.has('think')

const isFormal = (chunk: NounChunk): boolean => chunk.classes.size === 0 && isNominal(chunk.head)

export interface Linked {
  readonly drafts: Draft[]
  /** Nouns that no predicate took: a line without a verb. */
  readonly rest: readonly NounChunk[]
}

const draftOf = (predicate: Predicate, slots: NounChunk[]): Draft => ({
  predicate,
  slots,
  governor: undefined,
  modified: undefined,
  acts: NO_CLASSES,
  force: 'state',
  positive: true,
  time: 'now',
  frame: 'own',
  praised: false,
  conditional: false,
  byForm: undefined,
})

/** Nobody says more nouns with one predicate: without it a sentence of thousands hands all of them on, again and again. */
const MOST_SLOTS = 24

export function link(chunks: readonly Chunk[]): Linked {
  const drafts: Draft[] = []
  let pending: NounChunk[] = []
  let owner: NounChunk | undefined
  /** Drafts that wait for the noun that they modify. */
  let modifying: Draft[] = []
  for (const chunk of chunks) {
    if (chunk.kind === 'aside') continue
    if (chunk.kind === 'noun') {
      if (owner !== undefined) {
        chunk.inside = union(chunk.inside, owner.inside)
        chunk.wide = owner.wide
        // 三人目の方, 彼の先生
        if (owner.classes.has('third') && chunk.classes.has('person-head'))
          chunk.classes = union(chunk.classes, THIRD)
        // メールでのやり取りに切り替えませんか: one writes to another by mail.
        if (owner.particle === 'での' && actsOf(chunk.classes).size > 0) owner.particle = 'で'
        owner = undefined
      }
      for (const draft of modifying) {
        draft.modified = chunk
        // 部屋を作るアプリ: the head of the clause is what is talked about.
      }
      modifying = []
      if (
        chunk.particle === 'の' ||
        chunk.particle === 'との' ||
        chunk.particle === 'での' ||
        chunk.particle === 'という' ||
        chunk.particle === 'からの' ||
        chunk.particle === 'への' ||
        chunk.particle === 'までの'
      ) {
        if (chunk.particle !== 'の') pending.push(chunk)
        owner = chunk
        continue
      }
      pending.push(chunk)
      continue
    }
    // A noun with の right before the predicate's own noun belongs to it: LINEの交換をする, Zoomの打ち合わせです.
    const slots = pending
    if (owner !== undefined) slots.push(owner)
    owner = undefined
    spread(slots)
    const draft = draftOf(chunk, slots)
    for (const other of modifying) other.modified = nounOf(chunk)
    modifying = []
    pending = []
    const { joint } = chunk.tail
    if (joint === 'noun' || joint === 'nominal') {
      modifying.push(draft)
      // The topic goes on to the main clause.
      pending = slots.filter(({ particle, pause }) => SHARED.test(particle) && pause).slice(-MOST_SLOTS)
    }
    drafts.push(draft)
  }
  if (owner !== undefined) pending.push(owner)
  spread(pending)
  govern(drafts)
  share(drafts)
  for (const draft of drafts) draft.acts = ownActs(draft)
  return { drafts, rest: pending }
}

/** 「〜する仕事です」: the noun of a predicate is what its clause modifies. */
const nounOf = (predicate: Predicate): NounChunk => ({
  kind: 'noun',
  start: predicate.start,
  end: predicate.tail.inked,
  head: predicate.lemma,
  classes: predicate.classes,
  inside: predicate.inside,
  particle: '',
  pause: false,
  from: predicate.from,
  wide: predicate.start,
})

/** LINEかメールで: the particle of the last of a list holds for all of it. */
function spread(slots: NounChunk[]): void {
  for (let i = slots.length - 2; i >= 0; i--) {
    const one = slots[i]!
    const next = slots[i + 1]!
    if (next.particle === '' || next.particle === 'の') continue
    const isListed =
      PARALLEL.has(one.particle) ||
      (one.particle === '' && !isFormal(one)) ||
      (one.particle === 'と' &&
        !one.pause &&
        !isPerson(one) &&
        !isPerson(next) &&
        /^(?:で|を|は|が|も|に|の|から)$/u.test(next.particle))
    if (isListed) one.particle = next.particle
  }
}

export const isPerson = ({ classes }: NounChunk): boolean =>
  classes.has('person') ||
  classes.has('third') ||
  classes.has('customer') ||
  classes.has('reader') ||
  classes.has('writer')

const isEmbedded = ({ predicate: { tail } }: Draft): boolean =>
  tail.joint === 'noun' ||
  (tail.joint === 'nominal' && /^(?:の|こと|ところ|方|時|とき|ため)$/u.test(tail.nominal))

/** Each predicate is carried by the next one where its ending says so. */
function govern(drafts: readonly Draft[]): void {
  for (let i = 0; i + 1 < drafts.length; i++) {
    const draft = drafts[i]!
    const { joint } = draft.predicate.tail
    if (joint === 'end' || joint === 'noun') continue
    let at = i + 1
    // 焦って電話せず、連絡が来るのを待ってください: a clause within goes by.
    if (joint !== 'nominal' && joint !== 'quote')
      while (at + 1 < drafts.length && isEmbedded(drafts[at]!)) at++
    draft.governor = drafts[at]!
  }
}

/** Nouns before a light predicate belong to what follows as well: Zoomでよければ話しましょう. */
function share(drafts: readonly Draft[]): void {
  for (let i = 0; i + 1 < drafts.length; i++) {
    const draft = drafts[i]!
    const next = drafts[i + 1]!
    const { joint } = draft.predicate.tail
    if (joint === 'noun' || joint === 'nominal' || joint === 'end' || joint === 'quote') continue
    const given = draft.slots.filter(
      (slot) =>
        (isLight(draft.predicate) && joint !== 'and') ||
        (joint === 'te' &&
          (draft.predicate.classes.has('use') || /^(?:は|も|では|から)$/u.test(slot.particle))) ||
        (SHARED.test(slot.particle) && slot.pause),
    )
    const room = Math.max(0, MOST_SLOTS - next.slots.length)
    for (const slot of given.slice(Math.max(0, given.length - room)))
      if (!next.slots.includes(slot)) next.slots.unshift(slot)
  }
}

const CARRIED = /^(?:を|は|も|が|のは|には|では|とは|って|なら|)$/u

const THIRD: ReadonlySet<string> = new Set(['third'])

const CHANGED_TO = /^[にへ]$/u

/** The acts of a predicate; a light one has those of its noun: お打ち合わせはZoomで行います. */
function ownActs({ predicate, slots }: Draft): ReadonlySet<string> {
  const own = actsOf(predicate.classes)
  const compound = predicate.inside === predicate.classes ? own : union(own, actsOf(predicate.inside))
  const isWhole = !isLight(predicate) && own.size > 0
  // やり取りに変える, 通話へ移る: what one changes to is what one does.
  if (isWhole && !own.has('connect')) return compound
  let carried: ReadonlySet<string> = NO_CLASSES
  for (const slot of slots) {
    if (isWhole ? CHANGED_TO.test(slot.particle) : CARRIED.test(slot.particle))
      carried = union(carried, actsOf(slot.classes))
  }
  return union(compound, carried)
}
