/** What of a page was left aside, for a person. */
export interface Aside {
  readonly says: string
  readonly characters: number
}
