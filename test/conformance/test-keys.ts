/** Keys for tests, and their configuration as a deployment has it. */
import { newApiKey } from '../../src/http/api-key.ts'

const made = (name: string, byte: number) => newApiKey(name, new Uint8Array(32).fill(byte))

const everything = made('everything', 1)
const lancersOnly = made('lancers-only', 2)
const twice = made('twice', 3)

/** The keys themselves, as callers send them. */
export const KEYS = { everything: everything.key, lancersOnly: lancersOnly.key, twice: twice.key }

export const KEYS_CONFIGURATION = JSON.stringify([
  everything.entry,
  { ...lancersOnly.entry, marketplaces: ['lancers'] },
  { ...twice.entry, rate: { requests: 2, seconds: 60 } },
])

export const ORIGIN = 'https://shop.example'
