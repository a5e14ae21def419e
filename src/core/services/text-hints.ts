/** What a text as a whole tells of how to read its puzzles: looked for when a reading asks, which few do. */
import type { Hints } from './evidence.ts'

export interface HintWords {
  readonly reverseHints: readonly string[]
  readonly keyboardHints: readonly string[]
  readonly romajiBeside: ReadonlySet<string>
}

export class TextHints implements Hints {
  readonly isDecoded = false
  readonly romajiBeside: ReadonlySet<string>
  #reversal: boolean | undefined
  #keyboard: boolean | undefined

  constructor(
    private readonly text: string,
    private readonly words: HintWords,
  ) {
    this.romajiBeside = words.romajiBeside
  }

  get tellsReversal(): boolean {
    this.#reversal ??= this.words.reverseHints.some((word) => this.text.includes(word))
    return this.#reversal
  }

  get tellsKeyboard(): boolean {
    this.#keyboard ??= this.words.keyboardHints.some((word) => this.text.includes(word))
    return this.#keyboard
  }
}
