/** `kind: placeholder`: blanks of a template that nobody has filled in: 〇〇様, {{name}}, 【会社名】, ××円. */
import * as z from 'zod'
import { UnitSet } from '../../pattern/unit-set.ts'
import type { Span } from '../../text/span.ts'
import type { Detection, DetectorKind } from '../detector.ts'

const schema = z.strictObject({
  kind: z.literal('placeholder'),
  /** Marks that stand for words. One of them alone is no blank (〇 is an answer), nor are two different ones (〇×). */
  marks: z.string().min(1).max(40),
  /** Marks that adorn as often: a run of them is a blank only with one of `units` behind it. */
  adorning: z.string().max(40).default(''),
  /** What makes a blank of a single mark, and belongs to it: ×円, 〇様. */
  units: z.array(z.string().min(1)).default([]),
  /** What stands behind a run of marks that is no blank: 〇〇邸. */
  not: z.array(z.string().min(1)).default([]),
  /** What stands right behind and is underlined with it: 〇〇様. */
  with: z.array(z.string().min(1)).default([]),
  /** What a blank in brackets asks its writer to do: 【ここに記入】. */
  asks: z.array(z.string().min(1)).default([]),
  /** What it is called: [会社名]. At the start of a line such a name may be the field of a form, so more must follow. */
  names: z.array(z.string().min(1)).default([]),
  /** What a value may begin with that stands behind the name of its field: [会社名]株式会社青空. */
  filled: z.array(z.string().min(1)).default([]),
  /** Words that are left where something is missing: TODO. */
  words: z.array(z.string().min(1)).default([]),
  /** What stands behind such a word that is only spoken about: TODOリスト. */
  topics: z.array(z.string().min(1)).default([]),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

interface Looked {
  readonly pattern: RegExp
  /** Code units of which any match has one. */
  readonly units: UnitSet
}

interface Row {
  readonly marks: ReadonlySet<string>
  /** The code units of those. */
  readonly units: UnitSet
  readonly behind: RegExp
}

const OPEN = '[\\[【〔<{(《≪]'
const CLOSE = '[\\]】〕>})》≫]'
const INNER = '[^\\[\\]【】〔〕<>{}()《》≪≫\\n]'
const escaped = (text: string): string => text.replace(/[\\\]^$.*+?()[{}|/-]/g, '\\$&')
/** Behind the name of a field, what was filled in. */
const VALUE = '[\\p{Script=Katakana}\\p{N}]|(?![様御殿先])\\p{Script=Han}'
/** Particles behind a word that is spoken about: TODOは3件. */
const ABOUT = 'はのがをも'
/** Blanks of template engines: {{ name }}, ${name}, #{name}, %NAME%, <%= name %>, {name}, {名前}. */
const ENGINE =
  /\{\{\s*[^{}\n]{1,30}\s*\}\}|[$#]\{[^{}\n]{1,30}\}|<%=?[^%\n]{1,30}%>|(?<![%\d])%(?:[A-Z][A-Z_]{2,20}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,12})%|\{(?:[a-z][a-z_]{1,20}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,12})\}/giu

export const placeholderKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'placeholder',
  schema,
  compile(settings, tools) {
    const any = (words: readonly string[]): string =>
      [...words]
        .map((word) => tools.normalize(word))
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|')
    const oneOf = (text: string): string => [...new Set(tools.normalize(text))].map(escaped).join('')
    const marks = oneOf(settings.marks)
    const isNot = settings.not.length === 0 ? '' : `(?! ?(?:${any(settings.not)}))`
    const persons = any(settings.with)
    const tail = persons === '' ? '' : `(?: ?(?:${persons}))?`
    const looked: Looked[] = []
    /** @param beginnings holds what every match of the patterns begins with */
    const look = (beginnings: string, ...patterns: readonly RegExp[]): void => {
      const units = UnitSet.of([beginnings])
      for (const pattern of patterns) looked.push({ pattern, units })
    }
    look('{$#<%', ENGINE)
    /** Marks in a row, with what follows them; a row is walked once, which no pattern with a way back does. */
    const rows: Row[] = [
      {
        marks: new Set(tools.normalize(settings.marks)),
        units: UnitSet.of([tools.normalize(settings.marks)]),
        behind: new RegExp(`(?![${marks}a-z0-9])${isNot}${tail}`, 'uy'),
      },
    ]
    if (settings.adorning !== '' && settings.units.length > 0) {
      rows.push({
        marks: new Set(tools.normalize(settings.adorning)),
        units: UnitSet.of([tools.normalize(settings.adorning)]),
        behind: new RegExp(` ?(?:${any(settings.units)})`, 'uy'),
      })
    }
    if (settings.units.length > 0) {
      look(
        tools.normalize(settings.marks),
        new RegExp(`(?<![a-z0-9${marks}])[${marks}] ?(?:${any(settings.units)})`, 'gu'),
      )
    }
    if (settings.asks.length > 0) {
      look(
        OPEN,
        new RegExp(`${OPEN}(?=${INNER}{0,24}?(?:${any(settings.asks)}))${INNER}{1,24}${CLOSE}${tail}`, 'gu'),
      )
    }
    if (settings.names.length > 0) {
      const name = `(?:お|ご|貴)?(?:${any(settings.names)})`
      const isFilled = settings.filled.length === 0 ? '' : `(?! ?(?:${any(settings.filled)}))`
      look(
        OPEN,
        new RegExp(`[\\[【〔<{]${name}[\\]】〕>}]${isFilled}(?: ?(?:${persons})|(?=[のをがにはでと]))`, 'gu'),
        new RegExp(`(?<=[\\p{L}、。])[\\[【〔<{]${name}[\\]】〕>}](?!${VALUE})`, 'gu'),
        new RegExp(`[([]${name}[)\\]] ?(?:${persons})`, 'gu'),
      )
      if (settings.adorning !== '')
        look(
          tools.normalize(settings.adorning),
          new RegExp(`([${oneOf(settings.adorning)}])${name}\\1`, 'gu'),
        )
    }
    if (settings.words.length > 0) {
      const topics = settings.topics.length === 0 ? '' : `|${any(settings.topics)}`
      look(
        settings.words.map((word) => tools.normalize(word)[0] ?? '').join(''),
        new RegExp(
          `(?<![a-z0-9/_-])(?:${any(settings.words)})(?![a-z0-9/_-])(?! ?(?:[${ABOUT}]${topics}))`,
          'gu',
        ),
      )
    }
    return {
      needs: settings.needs,
      unless: settings.unless,
      detect(document): readonly Detection[] {
        const { folded } = document
        const found: Detection[] = []
        for (const row of rows) if (row.units.isIn(folded)) addRows(found, folded, row)
        for (const { pattern, units } of looked) {
          if (!units.isIn(folded)) continue
          for (const { 0: words, index } of folded.matchAll(pattern)) {
            const span: Span = { start: index, end: index + words.length }
            found.push({ span, underlined: span, trail: [] })
          }
        }
        return found
      },
    }
  },
}

const BEFORE_A_ROW = /[a-z0-9]/

/** Adds every row of one mark, twice or more, that begins as a word of its own and has `behind` behind it. */
function addRows(rows: Detection[], text: string, { marks, behind }: Row): void {
  for (let at = 0; at < text.length; ) {
    const mark = String.fromCodePoint(text.codePointAt(at)!)
    let end = at + mark.length
    if (!marks.has(mark)) {
      at = end
      continue
    }
    while (text.startsWith(mark, end)) end += mark.length
    const before = text[at - 1] ?? ''
    behind.lastIndex = end
    const isBlank = end - at > mark.length && !BEFORE_A_ROW.test(before) && !marks.has(before)
    const found = isBlank ? behind.exec(text) : null
    if (found !== null) {
      const span: Span = { start: at, end: end + found[0].length }
      rows.push({ span, underlined: span, trail: [] })
    }
    at = end
  }
}
