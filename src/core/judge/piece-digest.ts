/**
 * The digest of a piece's name, fed part by part: 24 bits. Two names with one digest are one piece: they are learnt as one
 * (tools/weigh/evidence-index.ts), so that what is weighed here is what was learnt. Of names that nobody met, one in a
 * thousand is taken for one that weighs something; each bit more is 2 kB more for every browser.
 */
export const DIGEST_BITS = 24

/** FNV-1a, then the end of MurmurHash3. */
export class PieceDigest {
  private place = 0

  /** Of a name that is its parts in a row. Unsigned. */
  of(a: string, b?: string, c?: string, d?: string, e?: string, f?: string): number {
    this.place = 0x811c9dc5
    this.take(a)
    if (b !== undefined) this.take(b)
    if (c !== undefined) this.take(c)
    if (d !== undefined) this.take(d)
    if (e !== undefined) this.take(e)
    if (f !== undefined) this.take(f)
    return this.value
  }

  private take(part: string): void {
    let { place } = this
    for (let at = 0; at < part.length; at++) {
      place = Math.imul(place ^ part.charCodeAt(at), 0x01000193)
    }
    this.place = place
  }

  private get value(): number {
    let bits = this.place
    bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
    return (bits ^ (bits >>> 16)) >>> (32 - DIGEST_BITS)
  }
}
