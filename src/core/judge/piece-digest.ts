/**
 * The digest of a piece's name, fed part by part: 32 bits and 2 more. Two names with one digest are as good as one:
 * packed-weights.ts refuses it among those that weigh something, and of a thousand messages about one has a piece that
 * is taken for another, which weighs little by itself. Each bit more is 2 kB more for every browser.
 */
export class PieceDigest {
  private place = 0
  private proof = 0

  start(): void {
    this.place = 0x2545f491
    this.proof = 0x1b873593
  }

  /** Takes the next part of the name. */
  take(part: string): void {
    let { place, proof } = this
    for (let at = 0; at < part.length; at++) {
      const unit = part.charCodeAt(at)
      place = Math.imul(place ^ unit, 0x01000193)
      proof = Math.imul(proof + unit, 0x5bd1e995) ^ (proof >>> 15)
    }
    this.place = place
    this.proof = proof
  }

  /** 32 bits, signed: where the name stands in a table. */
  get first(): number {
    let bits = this.place
    bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
    return bits ^ (bits >>> 16)
  }

  /** 2 more, unsigned: that it is the name and no other of that place. */
  get second(): number {
    const { proof } = this
    return (proof ^ (proof >>> 6) ^ (proof >>> 12) ^ (proof >>> 18) ^ (proof >>> 24)) & 0x3
  }
}
