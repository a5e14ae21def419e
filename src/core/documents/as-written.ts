/** An expanded document with the paths that its writer knows: `作品[0].タイトル`, not `portfolio[0].title`. */
import type { ExpandedDocument, Passage, Path } from './document.ts'
import { type Keys, pathAsWritten } from './known-keys.ts'

export const asWritten = (raw: unknown, keys: Keys, document: ExpandedDocument): ExpandedDocument => {
  const written = (path: Path): Path => pathAsWritten(raw, path, keys)
  const at = <Item extends { readonly path: Path }>(item: Item): Item => ({
    ...item,
    path: written(item.path),
  })
  return {
    passages: document.passages.map((passage) => passageAsWritten(passage, written)),
    faults: document.faults.map(at),
    unknown: document.unknown.map(at),
    notLookedAt: document.notLookedAt.map(at),
  }
}

export const passageAsWritten = (passage: Passage, written: (path: Path) => Path): Passage => ({
  ...passage,
  parts: passage.parts.map((part) => ({ ...part, path: written(part.path) })),
  ...(passage.via === undefined ? {} : { via: written(passage.via) }),
})
