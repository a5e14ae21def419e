/**
 * Whose act, and with whom. Words that say it come first, then the form of the predicate (who is thanked, asked,
 * honoured), then what the text spoke of last: a story about a third person goes on until the reader is addressed.
 */
import type { NounChunk } from './chunk.ts'
import type { Draft } from './draft.ts'
import { isPerson } from './link.ts'
import type { Party } from './statement.ts'

/** What the text has spoken of so far. */
export class Talk {
  /** The third person who was last named as an actor or partner, and how many sentences ago. */
  private thirdAge = Number.POSITIVE_INFINITY
  /** The subject of the last statement that had one. */
  subject: Party = 'unsaid'

  nextSentence(): void {
    this.thirdAge++
  }

  namesThird(): void {
    this.thirdAge = 0
  }

  /** Whether a third person is at hand for an act with nobody named. */
  get hasThird(): boolean {
    return this.thirdAge <= 2
  }

  addressesReader(): void {
    this.thirdAge = Number.POSITIVE_INFINITY
  }

  newParagraph(): void {
    this.thirdAge += 1
  }
}

export interface Participants {
  readonly who: Party
  readonly with: Party
}

const SUBJECT = /^(?:が|は|も|には|では|だけが|のみが|から|からは|側が|のほうが|って|なら)$/u
const PARTNER =
  /^(?:に|と|へ|には|とは|にも|とも|宛|宛てに|宛に|から|からは|への|との|に対して|に対する|までに|まで|とか|をと|にだけ|とだけ|のみに)$/u
const RELATIONAL: ReadonlySet<string> = new Set([
  'talk',
  'session',
  'call',
  'ring',
  'send',
  'connect',
  'meet',
  'tell',
  'pay',
  'deal',
  'go',
])

function partyOf(slot: NounChunk): Party | undefined {
  const { classes, inside, head } = slot
  // 彼のアカウント, お客様の電話番号 are things; 彼のお母さん is a person.
  if (!isPerson(slot)) return undefined
  if (classes.has('third')) return 'third'
  if (classes.has('customer')) return classes.has('reader') ? 'reader' : 'third'
  if (classes.has('writer')) return head === 'こちら' ? undefined : 'writer'
  if (classes.has('reader')) return inside.has('third') || inside.has('customer') ? 'third' : 'reader'
  return undefined
}

/** The participants that the slots name. */
function named(draft: Draft): { who?: Party; with?: Party } {
  const result: { who?: Party; with?: Party } = {}
  for (const slot of draft.slots) {
    const party = partyOf(slot)
    const { particle } = slot
    if (party === undefined) {
      if (slot.head === 'こちら' || slot.head === 'そちら' || slot.head === 'そちら様') {
        const here: Party = slot.head === 'こちら' ? 'writer' : 'reader'
        if (/^(?:から|側|が|からも|からは)$/u.test(particle)) result.who ??= here
        else if (/^(?:へ|まで|に|宛|あてに)$/u.test(particle) && RELATIONAL_IN(draft)) result.with ??= here
      }
      continue
    }
    if (SUBJECT.test(particle) && !(particle === 'から' && receives(draft))) result.who ??= party
    else if (PARTNER.test(particle)) result.with ??= party
    else if (/^(?:の|さんの)$/u.test(particle)) continue
    else if (particle === 'を' || particle === 'までを') result.with ??= party
  }
  // 弊社までご連絡ください, 先方の確認: owners inside a partner's chunk.
  for (const slot of draft.slots) {
    if (result.with !== undefined) break
    if (!PARTNER.test(slot.particle) && slot.particle !== 'の') continue
    if (slot.inside.has('third') || slot.inside.has('customer')) result.with = 'third'
  }
  return result
}

const receives = (draft: Draft): boolean =>
  /^(?:受け取る|もらう|いただく|来る|届く|聞く|頂く|教わる|借りる|預かる)$/u.test(draft.predicate.lemma) ||
  draft.predicate.tail.passive

const RELATIONAL_IN = (draft: Draft): boolean => {
  for (const act of draft.acts) if (RELATIONAL.has(act)) return true
  return false
}

export function participantsOf(draft: Draft, talk: Talk): Participants {
  const said = named(draft)
  const { tail } = draft.predicate
  let who: Party = said.who ?? draft.byForm ?? 'unsaid'
  if (said.who === 'third' || said.with === 'third') talk.namesThird()
  else if (draft.byForm === 'reader' || said.who === 'reader') {
    // Advice about a third person is still about that person.
    if (!talk.hasThird || said.with !== undefined) talk.subject = 'reader'
  }
  // The work that is described: 法人へ架電していただくお仕事.
  if (draft.frame === 'attributive' && who === 'unsaid' && draft.modified !== undefined) {
    if (
      draft.modified.classes.has('person-head') ||
      draft.modified.classes.has('third') ||
      draft.modified.classes.has('customer')
    )
      who = 'third'
  }
  if (who === 'unsaid') {
    if (draft.force === 'offer' || draft.force === 'wish') who = 'writer'
    else if (draft.force === 'ask' || draft.force === 'permit') who = 'reader'
    else if (draft.force === 'invite') who = 'both'
    else if (talk.subject === 'third' && talk.hasThird) who = 'third'
    else if (draft.frame === 'asked') who = 'reader'
    else if (
      draft.governor !== undefined &&
      draft.predicate.tail.joint !== 'quote' &&
      draft.governor.byForm !== undefined
    )
      who = draft.governor.byForm
    else if (!tail.passive && draft.frame !== 'attributive') who = 'writer'
  }
  if (said.who !== undefined) talk.subject = said.who
  else if (who === 'writer' || who === 'reader' || who === 'both') {
    if (
      draft.frame === 'own' &&
      (draft.force === 'ask' || draft.force === 'offer' || draft.force === 'invite')
    )
      talk.subject = 'unsaid'
  }
  return { who, with: partner(draft, who, said.with, talk) }
}

function partner(draft: Draft, who: Party, said: Party | undefined, talk: Talk): Party {
  if (!RELATIONAL_IN(draft)) return said ?? 'none'
  if (said !== undefined) return said === who ? 'none' : said
  const { tail } = draft.predicate
  switch (who) {
    case 'both':
      return 'reader'
    case 'writer':
      if (draft.force === 'state' && talk.hasThird) return 'third'
      return 'reader'
    case 'reader':
      // 〜してあげてください, and advice in a story of a third person: not with the writer.
      if (tail.favour) return 'third'
      if (tail.receive || tail.give) return 'writer'
      if (talk.hasThird) return 'third'
      return 'writer'
    case 'third':
      return 'third'
    default:
      return talk.hasThird ? 'third' : 'unsaid'
  }
}
