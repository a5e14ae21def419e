/**
 * Puts hidden words back before anything else looks at the text: ら〇ん → ライン, 電/話/番/号 → 電話番号. So tokens, word
 * classes and patterns see what the reader is meant to see.
 *
 * Only what is sure is put back; a hint (緑のアプリ) stays as it is for those who weigh hints. Words written openly,
 * in whatever kana, are not touched.
 */
import type { Token } from '../morph/token.ts'
import type { Span } from '../text/span.ts'
import type { Edit } from '../text/text-builder.ts'
import { CARRIES_CONTACT, type Hints } from './evidence.ts'
import type { NameIndex } from './name-index.ts'
import type { Reading } from './name-walk.ts'
import type { ServiceTables } from './service-mentions.ts'
import { Surroundings } from './surroundings.ts'
import { TextHints } from './text-hints.ts'
import { weigh } from './weigh.ts'
import { weighMasks } from './weigh-letters.ts'

/** Shorter names are read backwards by chance. */
const SHORTEST_TURNED = 3
const BACKWARDS: Hints = {
  tellsReversal: false,
  tellsKeyboard: false,
  romajiBeside: new Set(),
  isDecoded: true,
}
const NO_TOKENS: readonly Token[] = []

export function createReveal(index: NameIndex, tables: ServiceTables) {
  const put = (text: string, readings: readonly Reading[]): Edit[] => {
    const around = new Surroundings(text, NO_TOKENS, tables)
    const hints = new TextHints(text, tables)
    const edits: Edit[] = []
    const open: Span[] = []
    for (const reading of readings) {
      const { name, span } = reading
      if (
        !name.hideable ||
        (name.turned !== undefined && name.turned !== 'reversed' && name.turned !== 'typed')
      )
        continue
      if (isAfterParticle(text, reading)) {
        edits.push({ ...span, to: name.alias, disguise: true, as: 'kana' })
        continue
      }
      if (isMaskedAfterParticle(reading, around)) {
        edits.push({ ...span, to: name.alias, disguise: true, as: 'masked-letter' })
        continue
      }
      const evidence = weigh(reading, around, hints)
      if (evidence === undefined) continue
      if (evidence.step === undefined) open.push(span)
      else if (evidence.certainty !== 'sure') continue
      else if (name.script === 'latin' && around.isInsideIdentifier(span, false)) continue
      else
        edits.push({
          ...placeOf(text, reading),
          to: name.alias,
          disguise: true,
          as: evidence.step,
        })
    }
    if (hints.tellsReversal)
      // An address that is written backwards (moc.liamg@…) is read whole by those who look for data.
      edits.push(...backwards(text).filter((place) => !around.isInsideIdentifier(place, false)))
    const openStarts = new Map(open.map((span) => [span.start, span]))
    // A name that stands there openly is not another one in disguise.
    return edits.filter(({ start, end }) => !((openStarts.get(start)?.end ?? 0) >= end))
  }
  /** Names that come out where the text is read backwards, whatever else was done to them. */
  const backwards = (text: string): Edit[] => {
    const back = [...text].reverse().join('')
    const around = new Surroundings(back, NO_TOKENS, tables)
    return index.readings(back).flatMap((reading): Edit[] => {
      const { name, span } = reading
      if (!name.hideable || name.turned !== undefined || name.letters.length < SHORTEST_TURNED) return []
      const evidence = weigh(reading, around, BACKWARDS)
      if (evidence === undefined || (evidence.certainty !== 'sure' && evidence.form !== 'name')) return []
      const place = { start: text.length - span.end, end: text.length - span.start }
      return [{ ...place, to: name.alias, disguise: true, as: 'reversed' }]
    })
  }
  return (text: string, readings: readonly Reading[]): readonly Edit[] => withoutOverlap(put(text, readings))
}

/**
 * …あるんでらいんで話しませんか: a long stretch of hiragana is one unknown word to the dictionary. A name between a
 * particle and an act of contact is none of きらいんで, つらいんで.
 */
function isAfterParticle(text: string, { name, span, alike, masked, spelled, gaps }: Reading): boolean {
  if (name.script !== 'kana' || name.letters.length < 3 || !CARRIES_CONTACT.has(name.service.capability))
    return false
  if (alike + masked + spelled > 0 || name.strength === 'code' || gaps.some((gap) => gap !== '')) return false
  if (!/^[ぁ-ゖー]+$/.test(text.slice(span.start, span.end))) return false
  return (
    /[ぁ-ゖ][でにがをもとは]$/.test(text.slice(Math.max(0, span.start - 2), span.start)) &&
    ACT.test(text.slice(span.end, span.end + 8))
  )
}
const ACT =
  /^(?:で|を|の|に|へ|から|なら)(?:も|は)?(?:話|はな|お話|連絡|れんらく|やり|送|おく|教|おしえ|つなが|繋|交換|追加|登録|通話|ほう|方|ID|アカ)/

/** 詳しくは|ら〇ん|で: hiragana with a letter left out in its midst, between two particles. */
const isMaskedAfterParticle = (reading: Reading, around: Surroundings): boolean =>
  reading.masked > 0 &&
  !reading.maskedAtEdge &&
  reading.alike + reading.spelled === 0 &&
  reading.name.script === 'kana' &&
  reading.gaps.every((gap) => gap === '') &&
  around.followsParticle(reading.span) &&
  around.startsWithParticle(reading.span.end) &&
  weighMasks(reading, around)?.certainty === 'sure'

/** A word written down the page stands in a sentence that it cuts in two: its line ends go with it. */
function placeOf(text: string, { span: { start, end }, gaps }: Reading): Span {
  if (!gaps.some((gap) => gap.includes('\n'))) return { start, end: end + trailingGap(text, end, gaps) }
  const after = /^[^\S\n]*\n\s*(?=\S)/.exec(text.slice(end, end + REACH))?.[0].length ?? 0
  const before = /(?<=[^\s。!?！？])\n$/.test(text.slice(Math.max(0, start - 2), start)) ? 1 : 0
  return { start: start - before, end: end + after }
}

/** ら。い。ん。で: the same mark once more behind the last letter, where the sentence goes on. */
const trailingGap = (text: string, end: number, gaps: readonly string[]): number => {
  const gap = gaps[0] ?? ''
  if (gap.trim() === '' || gaps.some((other) => other !== gap) || !text.startsWith(gap, end)) return 0
  return GOES_ON.test(text.slice(end + gap.length)) ? gap.length : 0
}
const GOES_ON = /^[でにをのはがへとも]/

/** How far the rest of a sentence may stand below, UTF-16 code units. */
const REACH = 8

/** The longest first; what overlaps it goes. */
function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  const size = ({ start, end }: Edit): number => end - start
  const kept: Edit[] = []
  for (const edit of [...edits].sort((a, b) => a.start - b.start || size(b) - size(a))) {
    const last = kept.at(-1)
    if (last === undefined || edit.start >= last.end) kept.push(edit)
    else if (size(edit) > size(last)) kept[kept.length - 1] = edit
  }
  return kept
}
