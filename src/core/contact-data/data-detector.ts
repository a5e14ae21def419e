/**
 * Finds contact data in the plain view: one detector a kind, then one datum for each place.
 */
import type { Token } from '../morph/token.ts'
import { balanced } from '../text/balance.ts'
import type { DecodedRun } from '../text/code-reader.ts'
import { fold } from '../text/fold.ts'
import type { View } from '../text/view.ts'
import { AccountIds } from './account/account-id.ts'
import { BankAccounts } from './account/bank-account.ts'
import { findHandles, findSpelledHandles } from './account/handle.ts'
import { RoomCodes } from './account/room-code.ts'
import { findCoded } from './coded.ts'
import { AddressPieces, type Piece } from './common/address-pieces.ts'
import { CueFinder } from './common/cue-finder.ts'
import type { Datum } from './common/datum.ts'
import { DerivedText } from './common/derived-text.ts'
import { DigitReader, type DigitRun } from './common/digit-reader.ts'
import { type Draft, toDatum } from './common/draft.ts'
import { Padding } from './common/padding.ts'
import { allWays } from './common/said-in-many-ways.ts'
import { ServiceIndex } from './common/service-index.ts'
import { AT, COLON, DOT, HASH, signsOf } from './common/signs.ts'
import { SpelledLetters } from './common/spelled-letters.ts'
import type { DataService, DataTables } from './common/tables.ts'
import { WordLists } from './common/word-lists.ts'
import { findEncodedData } from './encoded.ts'
import { findIdnUrls } from './link/idn-url.ts'
import { findSpelledLinks } from './link/spelled-link.ts'
import { findAppLinks, findBareUrls, findSchemeUrls } from './link/url.ts'
import { ComposedEmails } from './mail/composed-email.ts'
import { findEmails } from './mail/email.ts'
import { PartialEmails } from './mail/partial-email.ts'
import { findSpelledEmails } from './mail/spelled-email.ts'
import { CountedFigures, isAllCounted } from './phone/counted.ts'
import { withoutNotes } from './phone/figure-notes.ts'
import { GoroNumbers } from './phone/goro-numbers.ts'
import { findPhones, phoneContext } from './phone/phone.ts'
import { ChangedNumbers } from './phone/phone-changed.ts'
import { PhonePieces } from './phone/phone-pieces.ts'
import { StrewnDigits } from './phone/strewn-digits.ts'

const NOTHING: readonly Draft[] = []
const NO_PIECES: readonly Piece[] = []

/** The tables with what is authored as said in many ways written out. */
const inAllWays = ({ words, numbers }: DataTables): DataTables => ({
  numbers,
  words: {
    ...words,
    at: { ...words.at, sure: allWays(words.at.sure) },
    mail_providers: words.mail_providers.map((one) => ({ ...one, words: allWays(one.words) })),
  },
})
/** Figures that a bank account's number has at least. */
const FEWEST_OF_AN_ACCOUNT = 6

/** What the detector reads: the plain view, with the runs of codebooks' symbols in it. */
export interface Readable {
  readonly plain: View
  readonly encoded: { readonly runs: readonly DecodedRun[] }
}

export type DataDetector = (readable: Readable, tokens: readonly Token[]) => Datum[]

/**
 * The detector of e-mail addresses, numbers, links, handles and account ids.
 *
 * Contract: linear in the length of the text, never throws; data are in order of their start and do not overlap.
 */
export const createDataDetector = (authored: DataTables, services: readonly DataService[]): DataDetector => {
  const tables = inAllWays(authored)
  const links = { words: tables.words, services: new ServiceIndex(services) }
  const reader = new DigitReader(tables.numbers)
  const phones = phoneContext(tables.numbers)
  const rooms = new RoomCodes(tables.words)
  const banks = new BankAccounts(tables.words)
  const ids = new AccountIds(tables.words, tables.numbers, services)
  const addresses = new AddressPieces(tables.words, tables.numbers)
  const pieces = new PhonePieces(tables.numbers)
  const changed = new ChangedNumbers(tables.numbers)
  const goro = new GoroNumbers(tables.numbers)
  const countedIn = new CountedFigures(tables.numbers)
  const units = new CueFinder(tables.numbers.count_units)
  const samples = new CueFinder(tables.numbers.sample_cues)
  const named = new CueFinder(tables.words.sample_names)
  const padding = new Padding(tables.words)
  const partial = new PartialEmails(tables.words)
  const composed = new ComposedEmails(tables.words, new SpelledLetters(tables.words, tables.numbers))
  const invites = {
    before: new CueFinder(tables.words.invitations.before),
    after: new CueFinder(tables.words.invitations.after),
  }
  const decodes = new CueFinder(tables.words.decode_words)
  const asked = [decodes, new CueFinder(tables.numbers.lead_words), new CueFinder(tables.numbers.ring_cues)]
  const strewn = new StrewnDigits(tables.numbers.strewn)
  const lists = new WordLists()
  const needed = {
    composed: lists.add(composed.needed),
    partial: lists.add(partial.needed),
    names: lists.add(addresses.names),
    rooms: lists.add(rooms.needed),
    sums: lists.add(tables.numbers.calculation_cues),
  }
  const providers = new Set(tables.words.mail_providers.map(({ domain }) => domain))

  /** What can be seen without the tokens: the text as it is, and texts that were made of it. */
  const inText = (
    text: string,
    folded: string,
    runs: readonly DigitRun[] = reader.runs(text, folded),
  ): (readonly Draft[])[] => {
    const { figures, letters, marks, slashes } = signsOf(text)
    const words = lists.in(folded)
    const hasNames = letters > 0 || (words & needed.names) !== 0
    const parts = hasNames ? addresses.cut(text, folded) : NO_PIECES
    const told = (words & needed.composed) === 0 ? NOTHING : composed.find(text, folded)
    const spelled = findSpelledEmails(text, parts, addresses, tables.words)
    const hasDot = (marks & DOT) !== 0
    const hasScheme = slashes > 1 && (marks & COLON) !== 0
    const hasFigures = figures > 0 || runs.length > 0
    return [
      findSpelledLinks(text, parts, links),
      hasScheme ? [...findSchemeUrls(text, links), ...findAppLinks(text, links)] : NOTHING,
      hasDot ? ids.inFileNames(text) : NOTHING,
      spelled.filter((draft) => !draft.partial),
      (marks & AT) === 0 ? NOTHING : findEmails(text, tables.words),
      (hasFigures || letters > 0) && (words & needed.rooms) !== 0 ? rooms.find(text, folded, runs) : NOTHING,
      figures < FEWEST_OF_AN_ACCOUNT ? NOTHING : banks.find(text, folded),
      told.length === 0 ? NOTHING : told.filter(({ value }) => !/[^\x20-\x7e]/.test(value)),
      (words & needed.partial) === 0 ? NOTHING : partial.find(text, folded),
      told,
      spelled,
      ids.find(text, folded, letters > 0),
      hasDot ? findBareUrls(text, links) : NOTHING,
      hasDot ? findIdnUrls(text, links) : NOTHING,
      hasFigures
        ? changed.mark(text, folded, withoutNotes(text, findPhones(text, folded, runs, phones, figures)))
        : NOTHING,
      hasFigures ? pieces.find(text, folded, runs, figures, (words & needed.sums) !== 0) : NOTHING,
      runs.length === 0 ? NOTHING : changed.find(text, folded, runs),
      (marks & (AT | HASH)) === 0
        ? findSpelledHandles(text, parts)
        : [...findHandles(text, links), ...findSpelledHandles(text, parts)],
    ]
  }
  const inDerived = (text: string, folded: string): readonly Draft[] => {
    const made = padding.undo(text, folded)
    if (made.length === 0) return NOTHING
    const counted = countedIn.in(text)
    return made.flatMap((derived) =>
      unoverlapped(inText(derived.text, fold(derived.text)))
        .filter(({ kind }) => kind === 'email' || kind === 'url' || kind === 'phone')
        .flatMap((draft) => derived.back(draft, text, 'padding') ?? [])
        // Figures that counted something before the rest went are no number.
        .filter(
          (draft) =>
            draft.kind !== 'phone' ||
            (!units.within(folded, draft.start, draft.end) && !isAllCounted(text, counted, draft)),
        ),
    )
  }
  /** `bit⏎.ly/3xKuro9`: the address of a service that the end of a line cuts in two. */
  const overLines = (text: string): readonly Draft[] => {
    if (!CUT.test(text)) return NOTHING
    const derived = new DerivedText(text, (at) => text[at] !== '\n' || !isCut(text, at))
    return (
      [...findBareUrls(derived.text, links), ...findSchemeUrls(derived.text, links)]
        // Two words at the end of a line and the next one are no address without more of it.
        .filter(({ service, value }) => service !== undefined && /[^/:]\/[^/]/.test(value))
        .flatMap((draft) => derived.back(draft, text, 'lines') ?? [])
    )
  }
  const inDecoded = (decoded: string): Draft[] => unoverlapped(inText(decoded, fold(decoded)))

  /** What is shown as a pattern to fill in is a sample; what one is asked to write to is none. */
  const shown = (text: string, folded: string, draft: Draft): Draft => {
    if (!['phone', 'fax', 'email'].includes(draft.kind)) return draft
    const isShown = samples.before(folded, draft.start, 16) || samples.after(folded, draft.end, 10)
    const isDisguised = draft.steps?.some((step) => step.disguise) === true
    if (isShown && !isDisguised) return { ...draft, sample: true }
    if (draft.sample !== true || isShown || !mayBeReal(draft)) return draft
    // Nobody hides a sample behind letters to take out.
    if (draft.steps?.some(({ step }) => step === 'padding') === true) return { ...draft, sample: false }
    // 「通知の宛先は user@example.com のような見本」 speaks of an address and asks nobody to write to it.
    const isInvited =
      (invites.before.before(folded, draft.start, 20) && !named.after(folded, draft.end, 10)) ||
      invites.after.after(folded, draft.end, 10) ||
      TO_WRITE.test(text.slice(draft.end, draft.end + 32))
    return isInvited ? { ...draft, sample: false } : draft
  }

  return ({ plain, encoded }, tokens) => {
    const text = plain.text
    const folded = fold(text)
    const runs = reader.runs(text, folded)
    const [spelled, schemes, ...others] = inText(text, folded, runs)
    const drafts = unoverlapped([
      inDerived(text, folded),
      overLines(text),
      spelled!,
      schemes!,
      findCoded(text, folded, encoded.runs, inDecoded, asked),
      findEncodedData(text, folded, inDecoded, providers, decodes),
      ...others,
      goro.find(text, folded, tokens, runs),
      strewn.find(text, countedIn.in(text)),
    ])
    return drafts.map((draft) => toDatum(plain, balanced(text, shown(text, folded, draft))))
  }
}

const CUT = /[A-Za-z0-9]\n\.[A-Za-z]|[A-Za-z0-9]\.\n[A-Za-z]/
const isCut = (text: string, at: number): boolean => CUT.test(text.slice(Math.max(0, at - 2), at + 3))

/** 「… まで原稿をお送りください」: what one is asked to send stands between. */
const TO_WRITE =
  /^[」』)]?\s?(?:まで|へ|に|宛に|宛てに)(?![^。\n]{0,16}(?:テスト|確認|動作|自動|通知|サンプル))[^。\n、]{1,16}?(?:お送り|送って|送付|お寄せ|ご一報|ご応募|お申し込み|ご提出|ご連絡|お知らせ)(?:くだ|下さ|いただ|お願|願)/

/** Names that no mail reaches, and numbers of nothing but zeros, stay samples whatever is said of them. */
const mayBeReal = ({ value, host }: Draft): boolean =>
  !/^(?:no-?reply|do-?not-?reply|x+|git|postmaster|your[._-]?\w+|user[._-]?name)@/i.test(value) &&
  !/(?:^|\.)(?:localhost|invalid|local|internal|test)$/.test(host ?? '')

/** What an earlier list found at a place stands; a later one's finding there is dropped. */
const unoverlapped = (lists: readonly (readonly Draft[])[]): Draft[] => {
  let kept: Draft[] = []
  for (const list of lists) {
    if (list.length === 0) continue
    const sorted = [...list].sort((a, b) => a.start - b.start || b.end - a.end)
    const merged: Draft[] = []
    let index = 0
    let last = -1
    for (const draft of sorted) {
      while (index < kept.length && kept[index]!.end <= draft.start) merged.push(kept[index++]!)
      if (draft.start < last || (index < kept.length && kept[index]!.start < draft.end)) continue
      merged.push(draft)
      last = draft.end
    }
    while (index < kept.length) merged.push(kept[index++]!)
    kept = merged
  }
  return kept
}
