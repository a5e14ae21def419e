import { addressFamilies } from './address-families.ts'
import { characterFamilies } from './character-families.ts'
import type { Family } from './family.ts'
import { frameFamilies } from './frame-families.ts'
import { numberFamilies } from './number-families.ts'

/** Every way of disguise that can be done by a machine, in the order of the catalogue within each group. */
export const families: readonly Family[] = [
  ...characterFamilies,
  ...numberFamilies,
  ...addressFamilies,
  ...frameFamilies,
]
