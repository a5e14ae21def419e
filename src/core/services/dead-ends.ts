/**
 * Beginnings of which nothing comes: a walk through the tree of names that found nothing and looked at a few characters
 * only will find nothing wherever those stand. Ordinary text consists of such beginnings.
 *
 * A bounded memory: a later beginning takes an earlier one's place.
 */
const SIZE = 1 << 16
/** Characters are numbered below this, or not remembered. */
const MOST = 1 << 12
/** Beginnings of more characters come again too seldom. */
const LONGEST = 5
const SHORTEST = 2

const placeOf = (one: number, two: number): number => {
  const all = Math.imul(Math.imul(one, 0x9e3779b1) ^ two, 0x85ebca6b)
  return 2 * ((all ^ (all >>> 15)) & (SIZE - 1))
}

export class DeadEnds {
  /** Each beginning in two numbers: of twelve bits for a character, three for how many they are. */
  private readonly beginnings = new Int32Array(2 * SIZE)

  /** Whether nothing begins where the row, of characters by their numbers, has such characters. Behind its end stand zeros. */
  has(row: Uint16Array, at: number): boolean {
    const { beginnings } = this
    let one = 0
    let two = 0
    for (let length = 1; length <= LONGEST; length++) {
      const number = row[at + length - 1]!
      if (number >= MOST) return false
      if (length < 3) one |= number << (12 * (length - 1))
      else if (length < LONGEST) two |= number << (12 * (length - 3))
      else {
        one |= (number >>> 8) << 27
        two |= number << 24
      }
      if (length < SHORTEST) continue
      const first = one | (length << 24)
      const place = placeOf(first, two)
      if (beginnings[place] === first && beginnings[place + 1] === two) return true
    }
    return false
  }

  /** @param looked how many characters from there on the walk looked at. */
  add(row: Uint16Array, at: number, looked: number): void {
    if (looked > LONGEST) return
    const length = Math.max(SHORTEST, looked)
    let one = length << 24
    let two = 0
    for (let index = 0; index < length; index++) {
      const number = row[at + index]!
      if (number >= MOST) return
      if (index < 2) one |= number << (12 * index)
      else if (index < LONGEST - 1) two |= number << (12 * (index - 2))
      else {
        one |= (number >>> 8) << 27
        two |= number << 24
      }
    }
    const place = placeOf(one, two)
    this.beginnings[place] = one
    this.beginnings[place + 1] = two
  }
}
