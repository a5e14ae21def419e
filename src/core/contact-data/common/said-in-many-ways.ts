/**
 * Words that are said in many ways, authored as one: `{g|グーグル}{の|さんの}{無料の|}メール`. What stands between bars
 * are alternatives, of which one may be nothing; braces without a bar are themselves.
 */
const CHOICE = /\{([^{}|]*(?:\|[^{}|]*)+)\}/

export function allWays(words: readonly string[]): readonly string[] {
  return words.some((word) => CHOICE.test(word)) ? words.flatMap(waysOf) : words
}

function waysOf(word: string): readonly string[] {
  const choice = CHOICE.exec(word)
  if (choice === null) return [word]
  const before = word.slice(0, choice.index)
  const after = waysOf(word.slice(choice.index + choice[0].length))
  return choice[1]!.split('|').flatMap((one) => after.map((rest) => before + one + rest))
}
