/** `kind: datum`: contact data by kind, and links by what their service can do. */
import * as z from 'zod'
import { DATUM_KINDS, type Datum } from '../../contact-data/common/datum.ts'
import { CAPABILITIES } from '../../services/mention.ts'
import { type Detection, type DetectorKind, NO_DETECTIONS } from '../detector.ts'

const schema = z.strictObject({
  kind: z.literal('datum'),
  of: z.array(z.enum(DATUM_KINDS)).min(1),
  /** Links to a service with one of these capabilities; `none`: to a host that the dictionary does not know. */
  capability: z.array(z.enum([...CAPABILITIES, 'none'])).optional(),
  /** Links to the pages of a marketplace: only to another one than the submission's. */
  elsewhere: z.boolean().default(false),
  /** Also data of which only a part stands in the text. */
  partial: z.boolean().default(true),
  /** Also samples: user@example.com, 090-0000-0000. */
  sample: z.boolean().default(false),
  /** How sure it is that the rule's category is the right one; that a datum stands there is certain. */
  sure: z.enum(['certain', 'likely']).default('certain'),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

export const datumKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'datum',
  schema,
  compile(settings) {
    const wanted = (datum: Datum): boolean =>
      settings.of.includes(datum.kind) &&
      (settings.partial || !datum.partial) &&
      settings.sample === datum.sample &&
      (settings.capability === undefined || settings.capability.includes(datum.capability ?? 'none'))
    return {
      needs: settings.needs,
      unless: settings.unless,
      detect(document, situation): readonly Detection[] {
        const { marketplace } = situation.submission
        const joined = situation.joinedData(document)
        const data = joined.length === 0 ? document.data : [...document.data, ...joined]
        if (data.length === 0) return NO_DETECTIONS
        const found: Detection[] = []
        const { sure } = settings
        for (const datum of data) {
          if (settings.elsewhere && datum.service === marketplace) continue
          if (!wanted(datum)) continue
          const { span, trail } = datum
          found.push({ span, underlined: span, trail, ...(sure === 'certain' ? {} : { confidence: sure }) })
        }
        return found
      },
    }
  },
}
