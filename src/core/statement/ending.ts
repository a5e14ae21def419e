/** An ending as it is read: the flags found so far, and the token it stands at. */
import type { Words } from './words.ts'

/** How a predicate is joined to what follows. */
export type Joint =
  | 'end' // nothing follows in the sentence
  | 'te' // 〜て、〜で、連用中止: the next predicate carries it
  | 'condition' // 〜ば, 〜と, 〜たら, 〜なら
  | 'concession' // 〜ても, 〜でも
  | 'and' // 〜が, 〜けど, 〜ので, 〜から, 〜し
  | 'noun' // before a noun that it modifies
  | 'nominal' // before こと, の, ほう, 形, …
  | 'quote' // before と, って

export interface Tail {
  /** The first token behind it. */
  to: number
  /** Where the underline of the predicate ends (UTF-16 code units): 〜ませんか, but not 〜ていただく. */
  inked: number
  joint: Joint
  negative: boolean
  past: boolean
  desire: boolean
  volition: boolean
  question: boolean
  request: boolean
  receive: boolean
  give: boolean
  favour: boolean
  /** Given or received in plain words (〜てくれる, 〜てもらう), as one says of a third person. */
  familiar: boolean
  potential: boolean
  passive: boolean
  causative: boolean
  progressive: boolean
  copula: boolean
  polite: boolean
  humble: boolean
  honorific: boolean
  conjecture: boolean
  /** こと, の, ほう, 形, … where the joint is `nominal`. */
  nominal: string
}

/**
 * What a token did to the ending: it goes `on` behind the token, the token was its last (`over`), or it ended before
 * the token (`stop`). Undefined: the token is not of the reader's sort.
 */
export type Step = 'on' | 'over' | 'stop' | undefined

const fresh = (to: number, inked: number): Tail => ({
  to,
  inked,
  joint: 'end',
  negative: false,
  past: false,
  desire: false,
  volition: false,
  question: false,
  request: false,
  receive: false,
  give: false,
  favour: false,
  familiar: false,
  potential: false,
  passive: false,
  causative: false,
  progressive: false,
  copula: false,
  polite: false,
  humble: false,
  honorific: false,
  conjecture: false,
  nominal: '',
})

export class Ending {
  readonly tail: Tail
  /** The token that is looked at. */
  i: number
  /** The last token that is the ending's. */
  last: number
  /** Whether an auxiliary verb has come behind て: what comes now is no more underlined. */
  isCarried = false

  /**
   * @param from the first token behind the stem.
   * @param limit the first token that is not the sentence's.
   * @param stem the token that ends the stem.
   */
  constructor(
    readonly words: Words,
    readonly from: number,
    readonly limit: number,
    readonly stem: number,
  ) {
    this.tail = fresh(from, words.end[stem]!)
    this.i = from
    this.last = stem
  }

  /** The token belongs to the ending, and to its underline until an auxiliary verb has come. */
  take(i: number): 'on' {
    if (!this.isCarried) this.tail.inked = this.words.end[i]!
    this.last = i
    return 'on'
  }

  /** The token belongs to the ending, but is not underlined. */
  pass(): 'on' {
    this.last = this.i
    return 'on'
  }

  /** The token is the ending's last, and joins it so. */
  join(joint: Joint): 'over' {
    this.tail.joint = joint
    return 'over'
  }

  /** The clause stands before a word that makes a noun of it. */
  nominal(word: string): void {
    this.tail.joint = 'nominal'
    this.tail.nominal = word
  }
}
