/** The tokenizer in workerd: a request names a way and how often; the texts are its body. */
import { loadDictionary } from '../../../../src/core/morph/dictionary.ts'
import { Lattice } from '../../../../src/core/morph/lattice.ts'
import { createTokenizer } from '../../../../src/core/morph/tokenizer.ts'

export type Answer = (request: Request) => Promise<Response>

export function answerWith(dictionary: ArrayBuffer | Uint8Array): Answer {
  const loaded = loadDictionary(dictionary)
  const tokenizer = createTokenizer(loaded)
  // Made where it is asked for: the tokenizer has one of its own, and a Worker needs no second.
  let lattice: Lattice | undefined

  return async (request) => {
    const { way, times, texts } = (await request.json()) as { way: string; times: number; texts: string[] }
    let sum = 0
    for (let time = 0; time < times; time++) {
      for (const text of texts) {
        if (way === 'columns') {
          lattice ??= new Lattice(loaded, { userEntries: true })
          lattice.analyse(text)
          sum += lattice.count
        } else {
          for (const token of tokenizer.tokenize(text)) {
            sum +=
              token.surface.length +
              token.pos[0].length +
              token.conjugationForm.length +
              token.baseForm.length
          }
        }
      }
    }
    return new Response(String(sum))
  }
}
