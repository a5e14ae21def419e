/** A part of an address that is told part by part (composed-email.ts). */
export type Kind =
  | 'name'
  | 'told-name'
  | 'at'
  | 'dot'
  | 'provider'
  | 'suffix'
  | 'joint'
  | 'told-letter'
  | 'behind'
  | 'instead'
  | 'mark'

export interface Part {
  readonly kind: Kind
  readonly value: string
  readonly start: number
  readonly end: number
}
