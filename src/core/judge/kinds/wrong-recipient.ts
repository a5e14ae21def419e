/** `kind: wrong-recipient`: a message that addresses somebody else than the one it is sent to. */
import * as z from 'zod'
import type { Span } from '../../text/span.ts'
import { AddressFinder, isFirm, type Place } from '../addressed-names.ts'
import { type Detection, type DetectorKind, NO_DETECTIONS } from '../detector.ts'
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
    const addresses = new AddressFinder({
      honorifics,
      companies,
      greetings: tools.words(settings.greetings),
    })
    /** ベーカリー小夏 店主 → ベーカリー小夏 */
    const withoutRole = (name: string): string => {
      const [, firm, role] = /^(.+)[\s　]+(\S+)$/u.exec(name) ?? []
      return firm !== undefined && roles.includes(role!) ? firm : name
    }
    const isRole = (name: string): boolean => roles.some((role) => name.endsWith(role) || name === role)

    return {
      needs: settings.needs,
      unless: settings.unless,
      detect(document, situation): readonly Detection[] {
        const { recipientName, history, jobText, jobTitle, role } = situation.submission
        if (recipientName === undefined || recipientName.trim() === '') return NO_DETECTIONS
        const known = names.form(situation.document(recipientName))
        const isFirmKnown = known.isCompany || isFirm(recipientName)
        const introduced = [
          ...history.filter((message) => message.role !== role).map((message) => message.text),
          jobText ?? '',
          jobTitle ?? '',
          // 東野(旧姓 大路)
          /[(（](.+)[)）]/u.exec(recipientName)?.[1] ?? '',
        ]
        const found: Detection[] = []
        const wrong: { span: Span; place: Place }[] = []
        let isRight = false
        for (const address of addresses.find(document)) {
          const { name, whole, place } = address
          // The client's firm under another name is the thread's; a firm that is spoken of beside a person is not.
          if (place === 'mention' && !isFirmKnown) continue
          const all = document.plain.text.slice(name.start, name.end).trim()
          const words = withoutRole(all)
          if (!addresses.isName(document, address) || (!addresses.isCompany(words) && isRole(words))) continue
          const other = names.form(situation.document(words))
          const same = names.isSame(known, other)
          if (same === true) isRight ||= place !== 'mention'
          if (same !== false) continue
          if (introduced.some((text) => text.includes(words) || text.includes(other.core))) continue
          wrong.push({ span: whole, place })
        }
        for (const { span, place } of wrong) {
          // Who is rightly addressed once may have others beside him, but no other at the close.
          if (isRight && (place === 'address' || (place === 'of-reader' && !isFirmKnown))) continue
          found.push({ span, underlined: span, trail: [] })
        }
        return found
      },
    }
  },
}
