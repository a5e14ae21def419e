/**
 * E-mail addresses as they are, wherever they stand: glued to brackets, punctuation or kana on either side.
 *
 * The local part is RFC 5321's dot-string without the characters that in running text are punctuation around it
 * (`/ = ' { } | !` and their like); the domain must have a public suffix, or be a reserved sample.
 */
import type { Draft } from '../common/draft.ts'
import type { ContactWords } from '../common/tables.ts'
import { trimEnd } from '../common/trim-end.ts'
import { readHost } from '../link/host.ts'

const LOCAL = /[A-Za-z0-9._%+-]/
const LOCAL_MAX = 64
const DOMAIN = /[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){0,8}/y
/** A Japanese domain of one label: 株式会社さくら.jp. */
const IDN_DOMAIN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々A-Za-z0-9-]{1,30}\.(?:jp|com|net|org)(?![A-Za-z0-9.])/uy
/** `icon@2x.ai`: an image's file name. */
const RETINA = /^[1-4]x\./i

export const isSampleLocal = (local: string, words: ContactWords): boolean =>
  words.sample_locals.includes(local.toLowerCase())

/** The longest run of labels from the left of `run` that is a host. */
const readDomain = (run: string, words: ContactWords) => {
  for (let text = trimEnd(run, '.-'); text !== ''; ) {
    const host = readHost(text, words)
    if (host) return { text, host }
    const cut = text.lastIndexOf('.')
    if (cut < 0) return undefined
    // `a@b.co.Thanks` ends at `b.co`; a tail that is no suffix is the next sentence's.
    text = text.slice(0, cut)
  }
  return undefined
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々・._]/u
const LONGEST_JAPANESE = 16

/** Where a name in Japanese before the sign begins: in brackets, or behind the last particle or mark. */
const japaneseStart = (text: string, at: number): number => {
  const close = /[」』】)]/.test(text[at - 1] ?? '') ? 1 : 0
  let start = at - close
  while (start > 0 && at - start < LONGEST_JAPANESE && JAPANESE.test(text[start - 1]!)) start--
  const isBracketed = close > 0 && /[「『【(]/.test(text[start - 1] ?? '')
  if (isBracketed) return start - 1
  // 「sakuraさん@」: what begins in Latin letters is no Japanese name.
  if (/[A-Za-z0-9]/.test(text[start - 1] ?? '')) return at
  const run = text.slice(start, at)
  // 「ドメインは@gmail.com」 has no name before the sign.
  if (close > 0 || /[はがのをにでへとも]$/.test(run)) return at
  const cut = Math.max(...['は', 'が', 'を', 'に', 'へ'].map((particle) => run.lastIndexOf(particle)))
  return /[\p{L}]/u.test(run.slice(cut + 1)) ? start + cut + 1 : at
}

/** t-a-n-a-k-a-@-gmail.com: the name whose letters, and the sign, a mark stands between; undefined where none does. */
const apartBefore = (text: string, start: number, at: number): string | undefined => {
  const mark = text[at - 1] ?? ''
  if (!/[-._]/.test(mark) || text[at + 1] !== mark) return undefined
  const letters = text.slice(start, at - 1)
  const isApart =
    letters.length >= 3 && [...letters].every((one, index) => (one === mark) === (index % 2 === 1))
  return isApart ? letters.replaceAll(mark, '') : letters
}

const isProvider = (host: string, words: ContactWords): boolean =>
  words.mail_providers.some(({ domain }) => domain === host)

/** あ@い.com, a@b.jp, hoge@fuga.com: one letter for each part, or the words of those who write of forms and programs. */
const STAND_IN =
  /^(?:(.)\1{0,5}|ab|xy|abc|xyz|hoge|hogehoge|fuga|piyo|foo|bar|baz|foobar|test|sample|user|mail|name)$/iu

const isStandIn = (local: string, domain: string): boolean =>
  STAND_IN.test(local) && STAND_IN.test(domain.slice(0, domain.indexOf('.')))

export const findEmails = (text: string, words: ContactWords): Draft[] => {
  const found: Draft[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && at - start < LOCAL_MAX && LOCAL.test(text[start - 1]!)) start--
    while (start < at && /[.%+-]/.test(text[start]!)) start++
    const isAscii = /[A-Za-z0-9]/.test(text.slice(start, at))
    if (!isAscii) start = japaneseStart(text, at)
    // 海月2000@…: figures behind a name in Japanese are its end.
    else if (/^\d+$/.test(text.slice(start, at))) start = japaneseStart(text, start)
    const apart = apartBefore(text, start, at)
    const local = apart ?? text.slice(start, at)
    if (local === '') continue
    const skipped = apart === undefined ? 0 : 1
    DOMAIN.lastIndex = at + 1 + skipped
    const ascii = DOMAIN.exec(text)?.[0] ?? ''
    let domain = ascii === '' ? undefined : readDomain(ascii, words)
    if (!domain) {
      IDN_DOMAIN.lastIndex = at + 1
      const run = IDN_DOMAIN.exec(text)?.[0]
      domain = run === undefined ? undefined : readDomain(run, words)
    }
    if (!domain || RETINA.test(domain.text)) continue
    // Carriers gave out addresses with dots that no standard allows.
    if (/\.\.|\.$/.test(local) && !isProvider(domain.host.ascii, words)) continue
    const end = at + 1 + skipped + domain.text.length
    // Letters that all stand apart are an address anywhere; a mark on either side of the sign may be a slip.
    const isSpaced = local.length > 2 && local !== text.slice(start, at - 1)
    if (skipped > 0 && !isSpaced && !isProvider(domain.host.ascii, words)) continue
    if (text[start - 1] === '@' || text[end] === '@') continue
    found.push({
      kind: 'email',
      start,
      end,
      value: `${local}@${domain.host.ascii}`,
      ...(skipped === 0
        ? {}
        : {
            steps: [
              {
                step: 'padding',
                from: text.slice(start, end),
                to: `${local}@${domain.host.ascii}`,
                disguise: true,
              },
            ],
          }),
      sample: domain.host.sample || isSampleLocal(local, words) || isStandIn(local, domain.text),
      host: domain.host.ascii,
    })
  }
  return found
}
