/**
 * What a rule says of words that may well be innocent, as the kind question that it is: a writer who meant something else
 * is not accused of anything.
 */
const ENDINGS: readonly (readonly [statement: RegExp, question: string])[] = [
  [/です。?$/, 'でしょうか。'],
  [/ます。?$/, 'ますか。'],
  [/ません。?$/, 'ませんか。'],
]

export const asQuestion = (says: string): string => {
  const ending = ENDINGS.find(([statement]) => statement.test(says))
  const question =
    ending === undefined ? `「${says.replace(/。$/, '')}」ということでしょうか。` : says.replace(...ending)
  return `もしかして、${question}違っていれば、このままで大丈夫です。`
}
