/**
 * E-mail addresses whose signs are written otherwise: 「sakura あっと gmail どっと com」, sakura★yahoo.co.jp,
 * sakura@ジーメール, エス・エー・ケー あっとまーく ヤフー.
 */
import { toRomaji } from 'wanakana'
import type { AddressPieces, Piece } from '../common/address-pieces.ts'
import type { Draft } from '../common/draft.ts'
import type { ContactWords } from '../common/tables.ts'
import { readHost } from '../link/host.ts'
import { isSampleLocal } from './email.ts'

const MAX_GAP = 2
const MAX_PIECES = 12
/** Signs that stand for @ only before a provider's own domain: they have too many other uses. */
const FEEBLE = /^[#*&%]$/

const BEHIND = /(?:後ろ|うしろ|あと|後|続けて|つづけて|末尾|お尻)(?:に|は)?[「『"]?\s?$/
const SIGN = /^[\p{So}\p{Sk}\p{Sm}\p{Sc}]$/u

interface Side {
  readonly edge: number
  readonly value: string
  /** Whether nothing of it had to be undone. */
  readonly plain: boolean
  /** Whether labels stand apart with no dot between: mori studio jp. */
  readonly spaced?: boolean
}

/** `mail:` announces an address in words: tori at mori studio jp. */
const MAIL_CUE = /(?:mail|メール|メアド|アドレス|宛先|address)\s?(?:は|:|→|to)?\s?[A-Za-z0-9._-]{1,30}/gi
const CUE_REACH = 48

export const findSpelledEmails = (
  text: string,
  pieces: readonly Piece[],
  reader: AddressPieces,
  words: ContactWords,
): Draft[] => {
  const found: Draft[] = []
  let last = 0
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!
    // Any sign may stand for @ between a name and a provider's domain: sakura🐰gmail.com.
    const sign = piece.kind === 'other' && piece.gap === 0 && SIGN.test(piece.value)
    if ((piece.kind !== 'at' && !sign) || piece.start < last) continue
    const isAnnounced = piece.form === 'weak' && isBehindCue(text, piece.start)
    const domain = readDomain(text, pieces, index + 1, reader, words, isAnnounced)
    if (!domain) continue
    const mail = words.mail_providers.some((provider) => provider.domain === domain.value)
    // GraphQL×Rails: any sign at all only before a provider's own domain.
    if (sign && !mail) continue
    if (
      piece.form === 'weak' &&
      !mail &&
      (FEEBLE.test(piece.value) || FEEBLE.test(text.slice(piece.start, piece.end)))
    )
      continue
    // 「my page at example.com」 is plain English: the word counts beside a spelled dot or a provider.
    if (
      piece.form === 'weak' &&
      !mail &&
      domain.plain &&
      /^\s*at\s*$/i.test(text.slice(piece.start, piece.end)) &&
      !domain.spaced
    )
      continue
    const local = readLocal(
      text,
      pieces,
      index,
      piece.form === 'sure' || !domain.plain || /[ぁ-んァ-ヴ]/.test(text.slice(piece.start, piece.end)),
    )
    if (!local) {
      // さっきの文字列の後ろに @icloud どっと com: the half that a name goes before.
      if (piece.form !== 'weak' && BEHIND.test(text.slice(Math.max(0, piece.start - 8), piece.start)))
        found.push({
          kind: 'email',
          start: piece.start,
          end: domain.edge,
          value: `@${domain.value}`,
          partial: true,
        })
      continue
    }
    if (!sign && piece.form === 'plain' && local.plain && domain.plain) continue
    // 「Instagram @kurage.works」: a space before a sign that is glued to a name begins a handle.
    if (piece.form === 'plain' && !mail && piece.gap > 0 && pieces[index + 1]!.gap === 0) continue
    if (piece.form === 'weak' && !mail && !/[A-Za-z]/.test(local.value)) continue
    const value = `${local.value}@${domain.value}`
    const host = readHost(domain.value, words)
    if (!host) continue
    found.push({
      kind: 'email',
      start: local.edge,
      end: domain.edge,
      value,
      steps: [
        { step: 'spelled-address', from: text.slice(local.edge, domain.edge), to: value, disguise: true },
      ],
      sample: host.sample || isSampleLocal(local.value, words),
      host: host.ascii,
    })
    last = domain.edge
  }
  return found
}

const isBehindCue = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - CUE_REACH), at).trimEnd()
  return [...before.matchAll(MAIL_CUE)].some((cue) => cue.index + cue[0].length === before.length)
}

const near = (piece: Piece | undefined): boolean => piece !== undefined && piece.gap <= MAX_GAP

const gluedNames = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]!.gap === 0 &&
  pieces[at - 1]?.kind === 'name' &&
  pieces[at + 1]?.kind === 'name' &&
  pieces[at + 1]?.gap === 0

/** Labels and dots from `from` to the right, as far as they make a domain. */
const readDomain = (
  text: string,
  pieces: readonly Piece[],
  from: number,
  reader: AddressPieces,
  words: ContactWords,
  mayBeSpaced: boolean,
): Side | undefined => {
  let value = ''
  let spaced = false
  let signed = false
  let best: Side | undefined
  let plain = true
  let provider: string | undefined
  for (let at = from; at < pieces.length && at - from < MAX_PIECES; at++) {
    const piece = pieces[at]!
    if (!near(piece)) break
    const wantsLabel = value === '' || value.endsWith('.')
    if (piece.kind === 'dot') {
      if (wantsLabel) break
      // 、 and , stand in a domain only glued between two names.
      if (/^[、,]$/.test(text.slice(piece.start, piece.end)) && !gluedNames(pieces, at)) break
      plain &&= piece.form === 'plain' && piece.gap === 0
      value += '.'
      continue
    }
    // hokiboshi🌀live🔘jp: any sign may stand for the dot of a provider's domain.
    const raw = text.slice(piece.start, piece.end)
    if (SIGN.test(raw) && piece.kind !== 'name' && !wantsLabel && gluedNames(pieces, at)) {
      value += '.'
      plain = false
      signed = true
      continue
    }
    if (
      !wantsLabel &&
      piece.kind === 'name' &&
      mayBeSpaced &&
      piece.gap === 1 &&
      /^[a-z]+$/.test(piece.value)
    )
      spaced = true
    else if (!wantsLabel && piece.kind !== 'suffix') break
    // 「ジーメールコム」: the dot is not even said.
    if (!wantsLabel) value += '.'
    if (piece.kind === 'provider') {
      provider = piece.value
      best = { edge: piece.end, value: piece.value, plain: false }
      value += piece.value.split('.')[0]!
      plain = false
    } else if (piece.kind === 'suffix' && value !== '') {
      value += piece.value
      plain = false
    } else if (piece.kind === 'name') {
      if (value === '') provider = reader.provider(piece.value)
      if (provider !== undefined && value === '') best = { edge: piece.end, value: provider, plain: false }
      plain &&= piece.form === 'plain' && piece.gap === 0 && !piece.value.includes('_')
      value += piece.value.toLowerCase().replaceAll('_', '.')
    } else break
    // 「gmail.com」 of Google and nobody else: what is said after a provider is its own tail.
    if (provider?.startsWith(value)) {
      best = { edge: piece.end, value: provider, plain: plain && value === provider }
    } else {
      const host = readHost(value, words)
      const isProvider = signed && words.mail_providers.some(({ domain }) => domain === host?.ascii)
      if (host && (words.common_suffixes.includes(host.suffix) || host.sample) && (!signed || isProvider)) {
        best = { edge: piece.end, value: host.ascii, plain, spaced }
      }
    }
  }
  return best
}

/** Names, dots and hyphens to the left of the at-sign at `at`; kana words where nothing else can be meant. */
const readLocal = (
  text: string,
  pieces: readonly Piece[],
  at: number,
  kanaAllowed: boolean,
): Side | undefined => {
  let index = at - 1
  let value = ''
  let plain = pieces[at]!.gap === 0
  let edge = pieces[at]!.start
  let gap = pieces[at]!.gap
  // A quotation mark or bracket may close before the sign: 「sakura」あっと.
  if (/^[」』】)]$/.test(pieces[index]?.value ?? '') && gap <= 1) gap = pieces[index--]!.gap
  for (let count = 0; index >= 0 && count < MAX_PIECES; count++) {
    const piece = pieces[index]!
    if (gap > MAX_GAP) break
    if (piece.kind === 'name') {
      if (/^[A-Za-z0-9]/.test(value) && gap > 0) break
      value = piece.value + value
      plain &&= piece.form === 'plain'
    } else if (
      piece.kind === 'dot' &&
      value !== '' &&
      (piece.form !== 'weak' || (gap === 0 && piece.gap === 0))
    ) {
      if (value.startsWith('.') || pieces[index - 1]?.kind !== 'name') break
      // 。 and 、 end a sentence before the address; the other marks stand inside it.
      if (/^[。、,]$/.test(text.slice(piece.start, piece.end))) break
      value = `.${value}`
      plain &&= piece.form === 'plain'
    } else break
    edge = piece.start
    gap = piece.gap
    index--
  }
  value = value.replace(/^[.+%-]+/, '')
  // くらげ2000あっと…: figures behind a name in kana are its end.
  if (kanaAllowed && /^\d+$/.test(value)) {
    const name = kanaBefore(text, edge)
    if (name !== undefined)
      return { edge: edge - name.length, value: `${romaji(name)}${value}`, plain: false }
  }
  if (/[A-Za-z0-9]/.test(value)) return { edge, value, plain }
  return kanaAllowed ? readKanaLocal(text, pieces, at) : undefined
}

/** 「さくらこうぼう あっとまーく …」: the kana before the sign, up to a particle or mark. */
const readKanaLocal = (text: string, pieces: readonly Piece[], at: number): Side | undefined => {
  let end = pieces[at]!.start - pieces[at]!.gap
  if (text[end - 1] === '・') end--
  const name = kanaBefore(text, end)
  return name === undefined ? undefined : { edge: end - name.length, value: romaji(name), plain: false }
}

const kanaBefore = (text: string, end: number): string | undefined => {
  let start = end
  while (start > 0 && end - start < 20 && /[ぁ-んァ-ヴー・]/.test(text[start - 1]!)) start--
  const run = text.slice(start, end)
  const cut = Math.max(run.lastIndexOf('は'), run.lastIndexOf('が'), run.lastIndexOf('の'))
  const name = run.slice(cut + 1)
  // 後ろに @…: the end of a word and a particle.
  const isWord = start === end - name.length && /\p{Script=Han}/u.test(text[start - 1] ?? '')
  return name.length < 2 || (isWord && /[にをへと]$/.test(name)) ? undefined : name
}

const romaji = (name: string): string => toRomaji(name).replace(/[^a-z]/gi, '')
