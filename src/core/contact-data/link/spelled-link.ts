/**
 * Links whose dots and slashes are written otherwise: example[.]com, booth。pm, 「lit ドット link スラッシュ abc」,
 * `tinyurl. com/x`.
 */
import type { Piece } from '../common/address-pieces.ts'
import type { Draft } from '../common/draft.ts'
import { readHost } from './host.ts'
import { describeLink } from './link.ts'
import type { LinkContext } from './url.ts'
import { tailEnd } from './url-parts.ts'

const MAX_GAP = 2
const MAX_LABELS = 8
const SCHEME_BEFORE = /(?:h\s?t\s?t\s?p\s?s?|hxxps?|h\*\*ps?|ttps?)\s?[:;]?\s?[/\\]\s?[/\\]\s?$/i

/** Suffixes that need no path beside a spaced dot. */
const isEveryday = (suffix: string): boolean => /^(?:com|net|jp|co\.jp|org)$/.test(suffix)

export const findSpelledLinks = (text: string, pieces: readonly Piece[], context: LinkContext): Draft[] => {
  const found: Draft[] = []
  for (let index = 0; index < pieces.length; index++) {
    const first = pieces[index]!
    if (first.kind !== 'name' || isBehindAt(pieces, index)) continue
    const chain = readChain(text, pieces, index, context)
    // 「kurage どっと works あっと …」 is the name of a mail box.
    if (!chain || pieces[chain.next]?.kind === 'at') continue
    found.push(chain.draft)
    index = chain.next - 1
  }
  return found
}

/** Whether a label stands in the domain of an address: kuma at studio;hoshi;jp. */
const isBehindAt = (pieces: readonly Piece[], from: number): boolean => {
  let at = from - 1
  for (let labels = 1; labels < MAX_LABELS && pieces[at]?.kind === 'dot'; labels++) at -= 2
  return pieces[at]?.kind === 'at'
}

const readChain = (text: string, pieces: readonly Piece[], from: number, context: LinkContext) => {
  const first = pieces[from]!
  // tinyurl says tinyurl.com by itself, and is a label where its dot is written: tinyurl.com/x.
  const isLabel = first.value.includes('.') && pieces[from + 1]?.kind === 'dot'
  let name = isLabel ? text.slice(first.start, first.end) : first.value
  let disguised = !isLabel && first.form !== 'plain'
  let surest = false
  let spaced = false
  let plainDots = 0
  let marks = ''
  let at = from + 1
  let best:
    | {
        next: number
        name: string
        end: number
        marks: string
        surest: boolean
        spaced: boolean
        disguised: boolean
      }
    | undefined
  // リットリンク, said in one word.
  if (name.includes('.') && first.form === 'sure' && readHost(name, context.words) !== undefined)
    best = { next: at, name, end: first.end, marks, surest: true, spaced, disguised: true }
  for (let labels = 1; labels < MAX_LABELS; labels++) {
    const dot = pieces[at]
    const label = pieces[at + 1]
    if (
      dot?.kind !== 'dot' ||
      (label?.kind !== 'name' && label?.kind !== 'suffix' && label?.kind !== 'provider')
    )
      break
    if (dot.gap > MAX_GAP || label.gap > MAX_GAP) break
    const gaps = dot.gap + label.gap
    if (dot.form === 'weak') {
      // 「a.com、b.jp」 are two hosts.
      const written = text.slice(dot.start, dot.end)
      if ((gaps > 0 && !/[点てんぽち]/.test(written)) || plainDots > 0) break
      marks += text.slice(dot.start, dot.end)
    }
    if (dot.form === 'plain' && gaps === 0) plainDots++
    if (dot.form === 'plain' && gaps > 0) spaced = true
    surest ||= dot.form === 'sure'
    disguised ||= dot.form !== 'plain' || gaps > 0 || label.form !== 'plain'
    name += `.${label.kind === 'provider' ? label.value.split('.')[0] : label.value}`
    at += 2
    const host = readHost(name, context.words)
    if (host) best = { next: at, name, end: label.end, marks, surest, spaced, disguised }
  }
  if (!best) return undefined
  // What goes on with an at-sign is the name of an address.
  const after = pieces[best.next]
  const isWord = after !== undefined && /^\s*at\s*$/i.test(text.slice(after.start, after.end))
  if (after?.kind === 'at' && (after.form !== 'weak' || isWord) && after.gap <= MAX_GAP) return undefined
  const host = readHost(best.name, context.words)!
  const behind = readPath(text, pieces, best.next, best.end, best.disguised)
  const path = behind.value === '' ? (spokenPath(text, best, host.ascii, context) ?? behind) : behind
  if (!best.disguised && !path.spelled) return undefined
  if (at === from + 1 && path.value === '') return undefined
  const known = context.services.lookup(host.ascii, path.value) !== undefined
  const common = context.words.common_suffixes.includes(host.suffix)
  const label = host.ascii.slice(0, -host.suffix.length - 1)
  const scheme = SCHEME_BEFORE.exec(text.slice(Math.max(0, first.start - 16), first.start))?.[0] ?? ''
  if (!known && scheme === '') {
    if (!common || label.length < 2 || /\.[A-Z][a-z]+$/.test(best.name)) return undefined
    if (/[、,]/.test(best.marks)) return undefined
    if (best.marks !== '' && !isEveryday(host.suffix)) return undefined
    if (best.spaced && !best.surest && !(isEveryday(host.suffix) && (path.value !== '' || label.length > 3)))
      return undefined
  }
  const start = first.start - scheme.length
  const value = `${best.name}${path.value}`
  const steps = [{ step: 'spelled-link', from: text.slice(start, path.end), to: value, disguise: true }]
  const draft = describeLink({ start, end: path.end, host, rest: path.value, scheme: '', steps }, context)
  return { draft, next: Math.max(best.next, path.next) }
}

/** ビットリーの 3xKuro9, x.gdの「Ab3kQ」: what a shortener is told to open, with letters and figures as it deals them out. */
const spokenPath = (
  text: string,
  { end, next }: { readonly end: number; readonly next: number },
  host: string,
  { services }: LinkContext,
) => {
  if (services.lookup(host, '/a')?.capability !== 'shortener') return undefined
  const found = SPOKEN_PATH.exec(text.slice(end, end + 48))
  if (found === null) return undefined
  return { value: `/${found[1]}`, end: end + found[0].length, spelled: true, next }
}
const SPOKEN_PATH =
  /^\s?(?:の(?:うしろに|後ろに|後に|あとに)?|に続けて|のあと|の|、|:|→)\s?(?:スラッシュ|斜線)?[、,の]?\s?[「『"(]?((?=[A-Za-z]*\d|\d+[A-Za-z]|[A-Z]*[a-z]+[A-Z])[A-Za-z0-9]{5,12})(?![A-Za-z0-9])[」』")]?/

/** The path behind a host: plain, or led by a word for the slash. */
const readPath = (
  text: string,
  pieces: readonly Piece[],
  from: number,
  hostEnd: number,
  disguised: boolean,
) => {
  const plainEnd = tailEnd(text, hostEnd)
  let value = text.slice(hostEnd, plainEnd)
  let end = plainEnd
  let spelled = false
  let at = from
  while (at < pieces.length && pieces[at]!.start < end) at++
  while (pieces[at]?.kind === 'slash' && pieces[at]!.gap <= MAX_GAP) {
    const slash = pieces[at]!
    const name = pieces[at + 1]
    if (name?.kind !== 'name' || name.gap > MAX_GAP) break
    if (slash.form === 'plain' && slash.gap + name.gap > 0 && !spelled && !disguised) break
    spelled ||= slash.form !== 'plain'
    value += `/${name.value}`
    end = name.end
    at += 2
  }
  return { value, end, spelled, next: at }
}
