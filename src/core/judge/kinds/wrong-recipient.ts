/** `kind: wrong-recipient`: a message that addresses somebody else than the one it is sent to. */
import * as z from 'zod'
import type { Span } from '../../text/span.ts'
import type { Detection, DetectorKind } from '../detector.ts'
import type { Document } from '../document.ts'
import { NameComparer } from '../person-name.ts'

/** The settings name word classes (dictionaries/words). */
const schema = z.strictObject({
  kind: z.literal('wrong-recipient'),
  honorifics: z.string(),
  companies: z.string(),
  titles: z.string(),
  /** Whom one addresses without a name: お客, 皆, ご担当者. */
  roles: z.string(),
  variants: z.string(),
  /** What a letter goes on with behind a name without a mark between: いつも, お世話に. */
  greetings: z.string(),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

const LONGEST_NAME = 30
const LONGEST_GREETING = 12
const MARK = /^[、,。.!?:;\s]/
const SAYS_MORE = /[\p{L}\p{N}]/u
/** Marks that no name has, and the blanks of a template. */
const NO_NAME = /[「」『』()[\]【】{}〇○◯●▲△■□◆◇×*:;!?。、,]/
const GRAMMAR: ReadonlySet<string> = new Set(['助動詞', '接続詞', '副詞', '形容詞', '感動詞', '連体詞'])

export const wrongRecipientKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'wrong-recipient',
  schema,
  compile(settings, tools) {
    const honorifics = tools.words(settings.honorifics)
    const companies = tools.words(settings.companies)
    const roles = tools.words(settings.roles)
    const names = new NameComparer({
      honorifics,
      companyForms: companies,
      titles: tools.words(settings.titles),
      variants: tools.words(settings.variants),
    })
    const greetings = tools.words(settings.greetings)
    const isRole = (name: string): boolean => roles.some((role) => name.endsWith(role) || name === role)

    /** Whether the words behind a name show that it was an address. */
    const isClosed = (behind: string): boolean =>
      behind === '' || MARK.test(behind) || greetings.some((greeting) => behind.startsWith(greeting))

    /** The names that sentences begin or close with, up to their honorific. */
    function* addresses(document: Document): Iterable<{ name: Span; whole: Span }> {
      const { folded, tokens } = document
      for (const { span } of document.sentences.segmentation.sentences) {
        let from = span.start
        for (let index = document.tokenIndexFrom(span.start); index < tokens.length; index++) {
          const token = tokens[index]!
          if (token.start >= span.end) break
          if (token.surface === '、') from = token.end
          if (!honorifics.includes(token.surface) || token.start - from > LONGEST_NAME) continue
          const isLast = !SAYS_MORE.test(folded.slice(token.end, span.end))
          const isFirst =
            from === span.start && isClosed(folded.slice(token.end, token.end + LONGEST_GREETING))
          if (isFirst || isLast)
            yield { name: { start: from, end: token.start }, whole: { start: from, end: token.end } }
          if (from === span.start && !isFirst) break
        }
      }
    }

    const isName = (document: Document, { start, end }: Span): boolean => {
      const words = document.folded.slice(start, end).trim()
      if (words === '' || NO_NAME.test(words)) return false
      const isCompany = companies.some((form) => words.includes(form))
      if (!isCompany && isRole(words)) return false
      for (let index = document.tokenIndexFrom(start); index < document.tokens.length; index++) {
        const token = document.tokens[index]!
        if (token.start >= end) break
        if (GRAMMAR.has(token.pos[0]) || (token.pos[0] === '助詞' && token.surface !== 'の')) return false
        if (token.surface === 'の' && !isCompany) return false
      }
      return true
    }

    return {
      needs: settings.needs,
      unless: settings.unless,
      *detect(document, situation): Iterable<Detection> {
        const { recipientName, history, jobText, jobTitle, role } = situation.submission
        if (recipientName === undefined || recipientName.trim() === '') return
        const known = names.form(situation.document(recipientName))
        const wrong: Span[] = []
        for (const { name, whole } of addresses(document)) {
          if (!isName(document, name)) continue
          const words = document.plain.text.slice(name.start, name.end).trim()
          const other = names.form(situation.document(words))
          const same = names.isSame(known, other)
          // Who is rightly addressed once may have others beside him.
          if (same === true) return
          if (same === undefined) continue
          const introduced = [
            ...history.filter((message) => message.role !== role).map((message) => message.text),
            jobText ?? '',
            jobTitle ?? '',
          ]
          if (introduced.some((text) => text.includes(words) || text.includes(other.core))) continue
          wrong.push(whole)
        }
        for (const span of wrong) yield { span, underlined: span, trail: [] }
      },
    }
  },
}
