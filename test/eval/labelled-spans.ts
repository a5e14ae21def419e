/**
 * What is underlined of contact data, held to what people marked: a datum that stands there as it is is underlined as they
 * marked it, an account at most with its cue; and no bracket loses its partner. Tests of `floors.test.ts`, which has linted
 * most of those texts for its figures.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { submissionSchema } from '../../src/core/contract/submission.ts'
import type { RuleLinter } from '../../src/core/lint/create-linter.ts'
import { balanced } from '../../src/core/text/balance.ts'

/** Rules that find data; those of proposals underline words of a sentence. */
const EXACT = /\/no-(?:email-address|phone-number|link-hub|own-site|shortener|transfer-link)$/
const CUED = /\/no-(?:messenger-account|social-account|account-without-service|meeting-link)$/
/** What may stand before an account: 「IDは」, 「インスタの」. */
const LONGEST_CUE = 24

interface Labelled {
  readonly id: string
  readonly text: string
  readonly expect: { readonly findings: readonly { readonly category: string; readonly excerpt: string }[] }
}

const files = ['eval', 'weigh'].flatMap((folder) =>
  readdirSync(new URL(`../fixtures/${folder}/`, import.meta.url))
    .filter((name) => /^redirect-.*\.jsonl$|disguise.*\.jsonl$|^data-alone\.jsonl$/.test(name))
    .map((name) => new URL(`../fixtures/${folder}/${name}`, import.meta.url)),
)

interface Place {
  readonly id: string
  readonly label: string
  readonly found: string
}

function submissionOf({ expect: _, ...item }: Labelled): unknown {
  const { id: __, note: ___, family: ____, ...submission } = item as unknown as Record<string, unknown>
  return submission
}

export const describeSpans = (lint: RuleLinter['lint']): void => {
  describe('what is underlined of data', () => {
    const exact: Place[] = []
    const cued: Place[] = []
    const torn: Place[] = []

    // Not while the file is loaded: that is no test's time, and what takes long is told by the time of its tests.
    beforeAll(() => {
      for (const file of files) {
        for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
          const item = JSON.parse(line) as Labelled
          const { text, findings } = {
            text: item.text,
            findings: lint(submissionSchema.parse(submissionOf(item))).findings,
          }
          for (const { rule, category, span } of findings) {
            if (!EXACT.test(rule) && !CUED.test(rule)) continue
            const found = text.slice(span.start, span.end)
            const whole = balanced(text, span)
            if (whole.start !== span.start || whole.end !== span.end)
              torn.push({ id: item.id, label: '', found })
            for (const { category: wanted, excerpt } of item.expect.findings) {
              const start = text.indexOf(excerpt)
              // Of words that hide a datum, or tell of it, people mark more or less.
              if (wanted !== category || !/^[!-~]+$/.test(excerpt)) continue
              // A part of a number is underlined with the others.
              if (category === 'contact.phone' && excerpt.replace(/\D/g, '').length < 10) continue
              if (span.start >= start + excerpt.length || start >= span.end) continue
              ;(EXACT.test(rule) ? exact : cued).push({ id: item.id, label: excerpt, found })
            }
          }
        }
      }
    })

    it('there are such places', () => {
      expect([exact.length > 80, cued.length > 20]).toEqual([true, true])
    })

    it('addresses, numbers and links are underlined as they are marked', () => {
      // An extension (内線は21) or what a number is for (FAX) is marked with it or not.
      const isSame = ({ label, found }: Place): boolean => found.startsWith(label) || label.startsWith(found)
      expect(exact.filter((place) => !isSame(place))).toEqual([])
      expect(exact.filter(({ label, found }) => label !== found).length).toBeLessThan(exact.length / 30)
    })

    it('accounts are underlined as they are marked, or with their cue', () => {
      expect(
        cued.filter(
          ({ label, found }) => !found.includes(label) || found.length - label.length > LONGEST_CUE,
        ),
      ).toEqual([])
    })

    it('no bracket loses its partner', () => {
      expect(torn).toEqual([])
    })
  })
}
