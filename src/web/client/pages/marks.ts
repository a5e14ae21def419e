/** Marks on findings: the same words in the same text by the same rule keep theirs, wherever and whenever they come again. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Finding } from '../../../core/contract/report.ts'
import { element } from '../element.ts'
import { t } from '../language.ts'
import type { KeptMark, Mark, Shelf } from './shelf.ts'

export const textHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text.toWellFormed())))

export const markKey = ({ rule, span }: Pick<Finding, 'rule' | 'span'>, text: string): string =>
  `${textHash(text)} ${rule} ${span.start}`

const MARKS: readonly Mark[] = ['seen', 'wrong']

/** Two boxes of which at most one is ticked. */
export function markBoxes(
  finding: Pick<Finding, 'rule' | 'span'>,
  text: string,
  shelf: Shelf,
  changed: () => void,
): HTMLElement {
  const key = markKey(finding, text)
  return element(
    'span',
    { class: 'marks' },
    ...MARKS.map((mark) => {
      const box = element('input', {
        attributes: { type: 'checkbox' },
        on: {
          change: () => {
            const kept = { key, mark, rule: finding.rule, textHash: textHash(text), at: Date.now() }
            void (box.checked ? shelf.mark(kept) : shelf.unmark(key)).then(changed)
          },
        },
      })
      box.checked = shelf.marks.get(key)?.mark === mark
      return element('label', { class: 'tick' }, box, element('span', {}, t(`pages.${mark}`)))
    }),
  )
}

/** As `--accept` of the command line takes it: no text, only its digest. */
export const acceptFile = (marks: Iterable<KeptMark>): string =>
  JSON.stringify(
    {
      accepted: [...marks].map(({ rule, textHash: text, mark, at }) => ({
        text,
        rule,
        why: mark,
        at: new Date(at).toISOString().slice(0, 10),
      })),
    },
    null,
    2,
  )
