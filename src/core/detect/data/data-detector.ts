/**
 * Finds contact data in the plain view: one detector a kind, then one datum for each place.
 */
import type { Token } from '../../morph/token.ts'
import type { View } from '../../text/view.ts'
import type { Datum } from '../datum.ts'
import { DigitReader } from './digit-reader.ts'
import { type Draft, toDatum } from './draft.ts'
import { findEmails } from './email.ts'
import { fold } from './fold.ts'
import { findPhones, phoneContext } from './phone.ts'
import { ServiceIndex } from './service-index.ts'
import type { DataService, DataTables } from './tables.ts'
import { findBareUrls, findSchemeUrls } from './url.ts'

export type DataDetector = (plain: View, tokens: readonly Token[]) => Datum[]

/**
 * The detector of e-mail addresses, numbers, links, handles and account ids.
 *
 * Contract: linear in the length of the text, never throws; data are in order of their start and do not overlap.
 */
export const createDataDetector = (tables: DataTables, services: readonly DataService[]): DataDetector => {
  const links = { words: tables.words, services: new ServiceIndex(services) }
  const reader = new DigitReader(tables.numbers)
  const phones = phoneContext(tables.numbers)
  return (plain) => {
    const text = plain.text
    const folded = fold(text)
    const drafts = unoverlapped([
      findSchemeUrls(text, links),
      findEmails(text, tables.words),
      findBareUrls(text, links),
      findPhones(text, folded, reader, phones),
    ])
    return drafts.map((draft) => toDatum(plain, draft))
  }
}

/** What an earlier list found at a place stands; a later one's finding there is dropped. */
const unoverlapped = (lists: readonly (readonly Draft[])[]): Draft[] => {
  let kept: Draft[] = []
  for (const list of lists) {
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
