/** Brings a list of children up to date with the fewest changes: what is the same at both ends is not touched. */

/** A child as it shall be: the same key means the same content. */
export interface Wanted<Key> {
  readonly key: Key
  make(): Node
  /** Changes a drawn node of another key into this one, where that is cheaper than a new one. */
  change?(node: Node, from: Key): boolean
}

/**
 * @param keys of the children as they are drawn, one each
 * @param same whether two keys stand for the same content
 */
export function patch<Key>(
  parent: Node,
  keys: readonly Key[],
  wanted: readonly Wanted<Key>[],
  same: (a: Key, b: Key) => boolean,
): void {
  const shorter = Math.min(keys.length, wanted.length)
  let head = 0
  while (head < shorter && same(keys[head]!, wanted[head]!.key)) head++
  let tail = 0
  while (tail < shorter - head && same(keys.at(-1 - tail)!, wanted.at(-1 - tail)!.key)) tail++
  const old = [...parent.childNodes].slice(head, keys.length - tail)
  const fresh = wanted.slice(head, wanted.length - tail)
  const before = parent.childNodes[keys.length - tail] ?? null
  for (const [index, one] of fresh.entries()) {
    const node = old[index]
    if (node === undefined) parent.insertBefore(one.make(), before)
    else if (one.change?.(node, keys[head + index]!) !== true) parent.replaceChild(one.make(), node)
  }
  for (const node of old.slice(fresh.length)) parent.removeChild(node)
}
