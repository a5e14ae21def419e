/**
 * A set of code units that is asked at every place of a text: a look at a few bits says no to nearly all of them, and only
 * what has its bit there is looked up.
 */
const BITS = 1 << 11

export class UnitSet {
  private readonly bits = new Uint32Array(BITS / 32)
  private readonly units = new Set<number>()

  get size(): number {
    return this.units.size
  }

  add(unit: number): void {
    this.units.add(unit)
    this.bits[(unit & (BITS - 1)) >>> 5]! |= 1 << (unit & 31)
  }

  has(unit: number): boolean {
    return ((this.bits[(unit & (BITS - 1)) >>> 5]! >>> (unit & 31)) & 1) === 1 && this.units.has(unit)
  }
}
