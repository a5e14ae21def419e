/**
 * What reads texts by the dictionaries, each text once: for many linters of the same services and tables that judge the same
 * texts. It keeps every text that it has read, so it is not for a service.
 */
import type { Token, Tokenizer } from '../core/morph/token.ts'
import type { Undone } from '../core/services/undo.ts'
import { authoredNormalizer, createReaders, type Readers } from './assemble.ts'
import type { LinterData } from './linter-data.ts'

export interface ReadingOnce {
  readonly tokenizer: Tokenizer
  readonly normalize: (text: string) => string
  readonly readers: Readers
}

export function readingOnce(data: LinterData, tokenizer: Tokenizer): ReadingOnce {
  const normalize = once(authoredNormalizer(data))
  const readers = createReaders(data, normalize)
  return {
    tokenizer: { tokenize: once((text) => tokenizer.tokenize(text)) },
    normalize,
    readers: {
      ...readers,
      undo: once(readers.undo),
      // Tokens are those of what was undone.
      findMentions: onceForUndone(readers.findMentions),
      findData: onceForUndone(readers.findData),
    },
  }
}

function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (!known.has(text)) known.set(text, read(text))
    return known.get(text)!
  }
}

function onceForUndone<T>(
  read: (undone: Undone, tokens: readonly Token[]) => T,
): (undone: Undone, tokens: readonly Token[]) => T {
  const known = new WeakMap<Undone, { readonly found: T }>()
  return (undone, tokens) => {
    const one = known.get(undone) ?? { found: read(undone, tokens) }
    known.set(undone, one)
    return one.found
  }
}
