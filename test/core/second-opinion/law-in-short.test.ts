import { describe, expect, it } from 'vitest'
import {
  CHANNELS,
  PHASES,
  type RawSubmission,
  submissionSchema,
} from '../../../src/core/contract/submission.ts'
import { lawInShort } from '../../../src/core/second-opinion/law-in-short.ts'
import { packs } from './ask.ts'

const law = (context: Partial<RawSubmission>) =>
  lawInShort(packs(), submissionSchema.parse({ marketplace: 'coconala', text: '', ...context }))
const held = (text: string) => [...text.matchAll(/^- ([a-z_.]+):/gm)].map((match) => match[1])

describe('the law in short', () => {
  it('is the column of the table that holds for the message', () => {
    expect(held(law({ marketplace: 'lancers', channel: 'message' }))).toContain('contact.meeting')
    const after = law({ marketplace: 'lancers', channel: 'message', phase: 'in_contract' })
    expect(held(after)).not.toContain('contact.meeting')
    expect(after).toMatch(/pass\(かまわない\): .*contact\.meeting/)
  })

  it('knows what an approval changes', () => {
    expect(held(law({ marketplace: 'crowdworks' }))).toContain('contact.messenger')
    const approved = law({ marketplace: 'crowdworks', approvals: ['outside_contact'] })
    expect(approved).toContain('外部連絡の承認あり')
    expect(held(approved)).not.toContain('contact.messenger')
    expect(held(approved)).toContain('deal.direct')
  })

  it('says what the rules of a category find, and the reasons of the pack', () => {
    const text = law({ channel: 'talkroom' })
    expect(text).toMatch(/^ココナラの決まり\(トークルーム、契約中\)/)
    const pack = packs().find(({ id }) => id === 'coconala')
    const wording = pack?.kind === 'marketplace' ? pack.wording['contact.messenger'] : undefined
    expect(text).toContain(wording!.why)
    for (const line of text.split('\n').filter((one) => one.startsWith('- '))) expect(line).toMatch(/: .{4,}/)
  })

  it.each(['coconala', 'crowdworks', 'lancers'])('is short and whole everywhere on %s', (marketplace) => {
    for (const channel of CHANNELS) {
      for (const phase of PHASES) {
        const text = law({ marketplace, channel, phase })
        expect(text.length).toBeLessThanOrEqual(1300)
        // Cut never within the categories.
        expect(text).toContain('link.video')
      }
    }
  })
})
