import type { Capability } from '../../services/mention.ts'
import type { Span } from '../../text/span.ts'
import type { TrailStep } from '../../text/view.ts'

export const DATUM_KINDS = [
  'email',
  'phone',
  'fax',
  'url', // with or without a scheme
  'handle', // @name, name#1234, name.bsky.social
  'id', // an account id behind a cue: 「IDは kurage_88」, 「登録名は「凪沙」」
  'meeting-id',
  'invite-code',
  'bank-account',
] as const
export type DatumKind = (typeof DATUM_KINDS)[number]

/** A piece of contact data, whole or disguised. Positions are in the plain view's text. */
export interface Datum {
  readonly kind: DatumKind
  /** The words to underline: the datum with its own cue (「IDは kurage_88」), nothing more. */
  readonly span: Span
  /** The datum undone: `name@gmail.com`, `09012345678`, `https://lin.ee/x`. Never logged. */
  readonly value: string
  readonly disguised: boolean
  readonly trail: readonly TrailStep[]
  /** A reserved or sample value: user@example.com, 000-0000-0000, a public service number. */
  readonly sample: boolean
  /** Only part of a datum (local part + 「gmailです」, three digits of a number): counts with its other parts. */
  readonly partial: boolean
  /** For `url`: the host in ASCII, lower case, and what the dictionary of services knows of it. */
  readonly host?: string
  readonly service?: string
  readonly capability?: Capability
}
