/** The part of stock kuromoji that the oracle uses; the package has no types of its own. */
declare module 'kuromoji' {
  interface IpadicFeatures {
    surface_form: string
    pos: string
    pos_detail_1: string
    pos_detail_2: string
    pos_detail_3: string
    conjugated_type: string
    conjugated_form: string
    basic_form: string
    /** Absent on unknown words. */
    reading?: string
  }
  export interface Tokenizer {
    tokenize(text: string): IpadicFeatures[]
  }
  interface Builder {
    build(callback: (error: Error | null, tokenizer: Tokenizer) => void): void
  }
  const kuromoji: { builder(options: { dicPath: string }): Builder }
  export default kuromoji
}
