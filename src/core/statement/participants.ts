/**
 * Whose act, and with whom. Words that say it come first, then the form of the predicate (who is thanked, asked,
 * honoured, given to), then what the text spoke of last: a story about a third person goes on until the reader is
 * addressed.
 */

import { isGiving } from './auxiliary-words.ts'
import type { Draft } from './draft.ts'
import { isInforming, isReceipt, isRelational, isTowardsWriter, nameParties, type Said } from './parties.ts'
import type { Party } from './statement.ts'

/** For how many sentences a third person stays at hand: in what is said now, and in what is told of the past. */
const AT_HAND = 2
const IN_STORY = 4

/** What the text has spoken of so far. */
export class Talk {
  /** How many sentences ago a third person was last named as an actor or partner. */
  private thirdAge = Number.POSITIVE_INFINITY
  /** The subject of the last statement that had one. */
  subject: Party = 'unsaid'
  /** The reader has been asked to do something with a third person. */
  advises = false

  nextSentence(): void {
    this.thirdAge++
  }

  namesThird(): void {
    this.thirdAge = 0
  }

  /** Whether a third person is at hand for an act with nobody named. */
  get hasThird(): boolean {
    return this.thirdAge <= AT_HAND
  }

  get hasThirdInStory(): boolean {
    return this.thirdAge <= IN_STORY
  }

  /** Whether one was named in this sentence. */
  get hasThirdHere(): boolean {
    return this.thirdAge === 0
  }

  newParagraph(): void {
    this.thirdAge += 1
  }
}

export interface Participants {
  readonly who: Party
  readonly with: Party
}

export function participantsOf(draft: Draft, talk: Talk): Participants {
  const said = nameParties(draft)
  if (said.who === 'third' || said.with === 'third') talk.namesThird()
  // What somebody says in quotation marks or is told to have said is no act of these two.
  const given = draft.frame === 'quoted' ? quoted(draft, said) : gift(draft, said, talk)
  if (given !== undefined) {
    if (said.who !== undefined && draft.frame !== 'quoted') talk.subject = said.who
    return given
  }
  const who = said.who ?? draft.byForm ?? actorOf(draft, said, talk)
  settle(draft, said, who, talk)
  return { who, with: partnerOf(draft, who, said.with, talk) }
}

/** Lines of a script, of a letter to customers, of somebody's message. */
const quoted = (draft: Draft, said: Said): Participants => ({
  who: 'third',
  with: isRelational(draft) ? (said.with ?? 'third') : 'none',
})

/** 〜てくれた, 電話をもらった, 友人に見てもらった: what comes to the writer comes from somebody else. */
function gift(draft: Draft, said: Said, talk: Talk): Participants | undefined {
  const { tail, lemma } = draft.predicate
  if (tail.request || draft.force === 'ask') return undefined
  const isReceived = isReceipt(draft)
  const isFromOther =
    (tail.receive && said.giver === 'third' && (tail.past || tail.familiar)) ||
    tail.give ||
    isGiving(lemma) ||
    isReceived
  if (!isFromOther || tail.causative) return undefined
  // Received by a third person, given by one to another.
  if (said.who === 'third' && (isReceived || tail.receive)) return undefined
  if (said.with !== undefined && said.with !== 'writer' && said.with !== said.giver) return undefined
  const familiar = tail.familiar || /^(?:もらう|貰う|くれる)$/u.test(lemma)
  const near = familiar ? talk.hasThirdInStory : talk.hasThirdHere
  const named = tail.receive || isReceived ? said.giver : (said.who ?? said.giver)
  const who = named ?? (near || isOfPerson(draft) ? 'third' : 'reader')
  return who === 'writer' ? undefined : { who, with: isRelational(draft) ? 'writer' : 'none' }
}

/** The work that is described, the person sought: 法人へ架電していただくお仕事, 来てくださった方. */
const isOfPerson = ({ frame, modified }: Draft): boolean =>
  frame === 'attributive' && modified !== undefined && PERSONS.some((name) => modified.classes.has(name))
const PERSONS = ['person-head', 'third', 'customer']

/** Who acts where neither a word nor the form says it. */
function actorOf(draft: Draft, said: Said, talk: Talk): Party {
  const { tail } = draft.predicate
  const { governor } = draft
  if (isOfPerson(draft)) return 'third'
  // Advice goes on: 弁護士に相談してください。ご主人と話すと、あとで不利になります.
  if (talk.advises && said.with === 'third' && draft.force === 'state' && draft.time === 'now')
    return 'reader'
  switch (draft.force) {
    case 'offer':
    case 'wish':
      return 'writer'
    case 'ask':
    case 'permit':
      return 'reader'
    case 'invite':
      return 'both'
    default:
  }
  if (talk.subject === 'third' && talk.hasThird) return 'third'
  if (draft.frame === 'asked') return 'reader'
  // 招待したので、承認してもらえますか: a clause of its own has an actor of its own.
  if (governor?.byForm !== undefined && tail.joint !== 'quote' && tail.joint !== 'and') return governor.byForm
  return tail.passive || draft.frame === 'attributive' ? 'unsaid' : 'writer'
}

/** Hands on what the statement says of whom the text speaks. */
function settle(draft: Draft, said: Said, who: Party, talk: Talk): void {
  if (who === 'reader' && said.with === 'third' && draft.force !== 'state') talk.advises = true
  if (said.who !== undefined) {
    talk.subject = said.who
    return
  }
  // Advice about a third person is still about that person.
  if (draft.byForm === 'reader' && (!talk.hasThird || said.with !== undefined)) talk.subject = 'reader'
  const isAddressed = draft.force === 'ask' || draft.force === 'offer' || draft.force === 'invite'
  if (who !== 'third' && who !== 'unsaid' && draft.frame === 'own' && isAddressed) talk.subject = 'unsaid'
}

function partnerOf(draft: Draft, who: Party, said: Party | undefined, talk: Talk): Party {
  if (!isRelational(draft)) return said ?? 'none'
  if (said !== undefined) return said === who && said !== 'third' ? 'none' : said
  const { tail } = draft.predicate
  switch (who) {
    case 'both':
      return 'reader'
    case 'writer':
      if (draft.force !== 'state' && draft.force !== 'announce') return 'reader'
      if (draft.force === 'state' && talk.hasThird) return 'third'
      // お送りしました is said to the reader, 送りました in a story of somebody else.
      return isTold(draft) && talk.hasThirdInStory ? 'third' : 'reader'
    case 'reader':
      // 〜してあげてください, and advice in a story of a third person: not with the writer.
      if (tail.favour) return 'third'
      if (isInforming(draft)) return 'writer'
      if ((tail.receive || tail.give) && draft.force === 'ask') return 'writer'
      return talk.hasThird ? 'third' : 'writer'
    case 'third':
      return isTowardsWriter(draft) ? 'writer' : 'third'
    default:
      return talk.hasThird ? 'third' : 'unsaid'
  }
}

const isTold = ({ predicate: { tail, polite }, time }: Draft): boolean =>
  (time !== 'now' || tail.progressive) && !tail.humble && !polite
