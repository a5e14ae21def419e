/** Who a predicate's nouns name as the one who acts, the other one, and the one from whom something comes. */
import type { NounChunk } from './chunk.ts'
import type { Draft } from './draft.ts'
import { isPerson } from './link.ts'
import type { Party } from './statement.ts'

const SUBJECT = /^(?:が|は|も|には|では|だけが|のみが|から|からは|側が|のほうが|って|なら)$/u
const PARTNER =
  /^(?:に|と|へ|には|とは|にも|とも|宛|宛てに|宛に|から|からは|への|との|に対して|に対する|までに|まで|とか|をと|にだけ|とだけ|のみに)$/u
const GIVER = /^(?:に|にも|から|より|には|からは|からの|よりの)$/u
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
/** Acts that one gets as a noun: 電話をもらう, 相談を受ける. */
const SAID: ReadonlySet<string> = new Set(['talk', 'call', 'session'])
const PLACES_HERE = /^(?:ここ|こちら|此処|こっち)$/u

/** Whether the act is one between two. */
export const isRelational = ({ acts }: Draft): boolean => {
  for (const act of acts) if (RELATIONAL.has(act)) return true
  return false
}

const hasAct = ({ classes }: NounChunk): boolean => {
  for (const name of classes) if (SAID.has(name)) return true
  return false
}

/** 電話をもらう, お問い合わせをいただく, 相談を受ける, 返事が届く: the act is another's. */
export const isReceipt = ({ predicate: { lemma }, slots }: Draft): boolean =>
  /^(?:もらう|貰う|いただく|頂く|賜る|受ける|頂戴)$/u.test(lemma)
    ? slots.some((slot) => /^[をもは]$/u.test(slot.particle) && hasAct(slot))
    : /^(?:届く|来る|入る|寄せる|ある)$/u.test(lemma) &&
      slots.some((slot) => /^[がもは]$/u.test(slot.particle) && hasAct(slot))

/** Asked of the reader, these tell whoever asks: 教えてください, お聞かせください, ここに書き込んでください. */
export const isInforming = ({ predicate: { lemma }, slots }: Draft): boolean =>
  /^(?:教える|聞かせる|知らせる|見せる|申し付ける|申し出る|寄せる|教示|ご教示|記入|書き込む|提示|くださる|下さる|くれる|(?:.+に)?来る|お聞かせ|お知らせ)$/u.test(
    lemma,
  ) || slots.some(({ head, classes }) => PLACES_HERE.test(head) || classes.has('inside'))

/** 来る, 届く, 来店: what a third person does so comes to where the writer is. */
export const isTowardsWriter = ({ predicate: { lemma, tail } }: Draft): boolean =>
  tail.give ||
  /^(?:(?:.+に)?来る|いらっしゃる|いらす|お越し|越す|来店|来場|来社|来校|見学|届く|くれる|くださる)$/u.test(
    lemma,
  )

/** お客様 is the reader where something is asked or offered, and a customer in what is told. */
const isTold = ({ time, frame, force, predicate: { tail } }: Draft): boolean =>
  time !== 'now' || frame === 'attributive' || tail.progressive || (force === 'state' && !tail.polite)

function partyOf(slot: NounChunk, draft: Draft): Party | undefined {
  const { classes, inside, head } = slot
  // 彼のアカウント, お客様の電話番号 are things; 彼のお母さん is a person.
  if (!isPerson(slot)) return classes.has('staff') ? 'third' : undefined
  if (classes.has('third') || (classes.has('someone') && !slot.pause && isTold(draft))) return 'third'
  if (classes.has('customer')) return classes.has('reader') ? 'reader' : 'third'
  if (classes.has('writer')) return PLACES_HERE.test(head) ? undefined : 'writer'
  if (!classes.has('reader')) return undefined
  if (inside.has('third') || inside.has('customer')) return 'third'
  return /^お客(?:様|さま)$/u.test(head) && isTold(draft) ? 'third' : 'reader'
}

export interface Said {
  who?: Party
  with?: Party
  /** By に, から or より. */
  giver?: Party
}

const receives = (draft: Draft): boolean =>
  /^(?:受け取る|もらう|いただく|来る|届く|聞く|頂く|教わる|借りる|預かる)$/u.test(draft.predicate.lemma) ||
  draft.predicate.tail.passive

/** 友人から受け取る; 妻には話していません, but ライターさんには書いていただきます. */
const isObject = (particle: string, draft: Draft): boolean => {
  if (particle === 'から') return receives(draft)
  const { tail } = draft.predicate
  return particle === 'には' && isRelational(draft) && !tail.receive && !tail.give && !tail.request
}

/** The participants that the slots name. */
export function nameParties(draft: Draft): Said {
  const said: Said = {}
  for (const slot of draft.slots) nameBy(slot, draft, said)
  // 弊社までご連絡ください, 先方の確認: owners inside a partner's chunk.
  for (const { particle, inside } of draft.slots) {
    if (said.with !== undefined) break
    if (!PARTNER.test(particle) && particle !== 'の') continue
    if (inside.has('third') || inside.has('customer')) said.with = 'third'
  }
  return said
}

function nameBy(slot: NounChunk, draft: Draft, said: Said): void {
  const { particle, head } = slot
  const party = partyOf(slot, draft)
  if (party === undefined) {
    if (/^(?:向こう|むこう)$/u.test(head) && /^(?:が|は|も|から|からは)$/u.test(particle))
      said.who ??= 'third'
    if (!/^(?:こちら|そちら|そちら様)$/u.test(head)) return
    const here: Party = head === 'こちら' ? 'writer' : 'reader'
    if (/^(?:から|側|が|からも|からは)$/u.test(particle)) said.who ??= here
    else if (/^(?:へ|まで|に|宛|あてに)$/u.test(particle) && isRelational(draft)) said.with ??= here
    return
  }
  if (GIVER.test(particle)) said.giver ??= party
  if (SUBJECT.test(particle) && !isObject(particle, draft)) said.who ??= party
  else if (PARTNER.test(particle)) said.with ??= party
  else if (particle === 'を' || particle === 'までを') said.with ??= party
}
