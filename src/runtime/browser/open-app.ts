/** The service over dictionary and packs from files, wherever there is `fetch`: in a Web Worker, in an extension. */
import { createThreadFacts } from '../../core/documents/thread-facts.ts'
import type { Tokenizer } from '../../core/morph/token.ts'
import { createLocalApp } from '../../http/local-app.ts'
import { assembleLinter } from '../../packs/assemble.ts'
import { type AppFiles, openData } from './open-data.ts'
import type { Unpacker } from './unpacker.ts'

export type App = ReturnType<typeof createLocalApp>

export async function openApp(files: AppFiles, unpack: Unpacker): Promise<{ app: App; ms: number }> {
  const { data, words, since } = await openData(files, unpack)
  // A linter of prepared data cuts no words while it is made: it need not wait for the dictionary.
  let tokenizer: Tokenizer | undefined = data.prepared === undefined ? await words : undefined
  const linter = assembleLinter(data, { tokenize: (text) => tokenizer!.tokenize(text) })
  const app = createLocalApp({
    linter: () => linter,
    threadFacts: createThreadFacts(
      data.tables.talkroom,
      linter.packs.map(({ spec }) => spec),
    ),
    fault: (line) => console.error(line),
  })
  tokenizer = await words
  return { app, ms: performance.now() - since }
}
