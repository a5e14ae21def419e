/**
 * Where evidence goes. A *piece* has a name made of parts (`act:talk|force:ask+`). People and the learning want names;
 * a score wants only what each weighs, and that is looked up by the name's digest, with no string made.
 */
/** What the pieces that candidates share come to, by their key. */
export type SharedSums = Map<number, readonly number[]>

export interface Pieces {
  /** A piece whose name is its parts in a row. */
  add(a: string, b?: string, c?: string, d?: string, e?: string, f?: string): void
  /**
   * Pieces that many candidates of a document share: written once where only their sum is wanted.
   *
   * @param sums the document's own; `key` says which of its pieces.
   */
  shared(sums: SharedSums, key: number, write: (pieces: Pieces) => void): void
}

/** The names, in the order in which they come. */
export class PieceNames implements Pieces {
  readonly names: string[] = []

  add(a: string, b = '', c = '', d = '', e = '', f = ''): void {
    this.names.push(a + b + c + d + e + f)
  }

  shared(_sums: SharedSums, _key: number, write: (pieces: Pieces) => void): void {
    write(this)
  }
}
