/**
 * The digest of a piece's name, fed part by part: 30 bits. Two names with one digest are as good as one: the learning
 * looks for a salt with which no piece that it has met is taken for one that weighs something (tools/weigh/salt.ts). Each
 * bit more is 2 kB more for every browser.
 */
export const DIGEST_BITS = 30

export class PieceDigest {
  private place = 0

  /** @param salt 32 bits */
  constructor(private readonly salt: number) {}

  start(): void {
    this.place = this.salt
  }

  /** Takes the next part of the name. */
  take(part: string): void {
    let { place } = this
    for (let at = 0; at < part.length; at++) {
      place = Math.imul(place ^ part.charCodeAt(at), 0x01000193)
    }
    this.place = place
  }

  /** Unsigned. */
  get value(): number {
    let bits = this.place
    bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
    return (bits ^ (bits >>> 16)) >>> (32 - DIGEST_BITS)
  }
}
