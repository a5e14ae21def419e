import { describe, expect, it } from 'vitest'
import { confusablesSchema, servicesSchema } from '../../src/packs/dictionary-schemas.ts'
import { services } from '../support/dictionaries.ts'

describe('the dictionary of services', () => {
  it.each([
    ['LINE is a messenger with its short hosts', 'line', 'messenger', 'lin.ee'],
    ['a form of Google is in the cloud', 'google-forms', 'cloud', 'docs.google.com/forms'],
    ['scheduling is meeting', 'timerex', 'meeting', 'timerex.net'],
    ['a hub', 'litlink', 'hub', 'lit.link'],
    ['the marketplaces are themselves', 'lancers', 'self', 'lancers.jp'],
  ])('%s', (_, id, capability, host) => {
    const service = services.find((one) => one.id === id)
    expect(service).toMatchObject({ capability, hosts: expect.arrayContaining([host]) })
  })

  it.each([
    [
      'a word that two services claim',
      [
        { id: 'a', name: 'A', capability: 'hub', weak: ['w'] },
        { id: 'b', name: 'B', capability: 'hub', aliases: ['w'] },
      ],
      'the word w is already with a',
    ],
    ['an unknown key', [{ id: 'a', name: 'A', capability: 'hub', host: [] }], 'Unrecognized key'],
    ['an unknown capability', [{ id: 'a', name: 'A', capability: 'chat' }], 'Invalid option'],
    [
      'a host with a scheme',
      [{ id: 'a', name: 'A', capability: 'hub', hosts: ['https://a.jp'] }],
      'a host in lower case',
    ],
  ])('refuses %s', (_, raw, message) => {
    expect(JSON.stringify(servicesSchema.safeParse(raw).error?.issues)).toContain(
      JSON.stringify(message).slice(1, -1),
    )
  })

  it('refuses characters that stand for nothing', () => {
    const raw = { enclosed: [{ from: 'ⒶⒷ', to: 'A' }], small_letters: [], confusables: {}, flags: 'JP' }
    expect(confusablesSchema.safeParse(raw).error?.issues[0]?.message).toBe('2 characters stand for 1')
  })
})
