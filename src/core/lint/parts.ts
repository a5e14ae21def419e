/** What a marketplace's reports are made with, and the one digest over it that each report names. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PackRef } from '../contract/report.ts'

/** Dictionaries and weights together stand among the parts under this name; the digest is their version. */
const DICTIONARIES = 'dictionaries'

/** @param dictionaries SHA-256 over dictionaries and weights, hex. */
export const partsOf = (packs: readonly PackRef[], dictionaries: string): readonly PackRef[] => [
  ...packs,
  { id: DICTIONARIES, version: dictionaries.slice(0, 12), digest: dictionaries },
]

/** SHA-256, hex, over the parts in their order: a line each, `id version digest`. */
export const digestOf = (parts: readonly PackRef[]): string =>
  bytesToHex(
    sha256(utf8ToBytes(parts.map(({ id, version, digest }) => `${id} ${version} ${digest}\n`).join(''))),
  )
