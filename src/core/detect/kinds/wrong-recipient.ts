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
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

const LONGEST_NAME = 30
const BEHIND =
  /^(?:[、,。.!?:;\s]|$|(?:こんにち|こんばん|お世話|おせわ|いつも|この度|このたび|初めまして|はじめまして|おはよう|お疲れ|お待た|ご|お))/
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
    const isRole = (name: string): boolean => roles.some((role) => name.endsWith(role) || name === role)

    /** The names that sentences begin with, up to their honorific. */
    function* addresses(document: Document): Iterable<{ name: Span; whole: Span }> {
      const { folded } = document
      for (const { span } of document.sentences.segmentation.sentences) {
        const from = document.tokenIndexFrom(span.start)
        for (let index = from + 1; index < document.tokens.length; index++) {
          const token = document.tokens[index]!
          if (token.start >= span.end || token.start - span.start > LONGEST_NAME) break
          if (!honorifics.includes(token.surface)) continue
          const rest = folded.slice(token.end, token.end + 6)
          if (!BEHIND.test(rest)) break
          yield {
            name: { start: span.start, end: token.start },
            whole: { start: span.start, end: token.end },
          }
          break
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
