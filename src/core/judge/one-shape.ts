/**
 * Objects that leave keys out are of as many shapes for the engine, and code that reads them all looks each key up anew:
 * it takes a multiple of the time. Here they get all keys, in one order.
 */
export const inOneShape = <T extends object>(one: T, keys: readonly (keyof T & string)[]): T =>
  Object.fromEntries(keys.map((key) => [key, one[key]])) as T
