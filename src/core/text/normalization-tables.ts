/** What normalisation knows of characters; read from dictionaries/confusables.yaml. */
export interface NormalizationTables {
  /** Circled, squared, parenthesised and negative letters and digits → what they enclose: 🅛 → L, ⒧ → l, ⓿ → 0. */
  readonly enclosed: ReadonlyMap<string, string>
  /** The two-letter regions that have a flag, upper case. */
  readonly flags: ReadonlySet<string>
  /** Small capitals and phonetic letters → Latin: ʟ → L. */
  readonly smallLetters: ReadonlyMap<string, string>
  /** Letters of other alphabets that look just like a Latin one: Ν (Greek) → N, о (Cyrillic) → o. */
  readonly confusables: ReadonlyMap<string, string>
}
