/**
 * Whether digits are a phone number that can be rung, by the numbering plans of libphonenumber (with its complete
 * metadata: the smaller sets do not know Japan's area codes).
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/max/metadata'

/** 06-0185-2774: the area code of Osaka before an exchange that begins with a zero, which would else begin a mobile. */
export const isCutBehindAreaCode = (groups: string, digits: string): boolean =>
  groups === '2-4-4' && /^0[36]0/.test(digits)

/** The length of a Japanese number that begins so, or 0 where none does. */
export const japaneseLength = (digits: string): number => {
  if (/^0(?:[5-9]0|20)/.test(digits)) return 11
  return /^0[1-9]/.test(digits) ? 10 : 0
}

export type Validity = 'valid' | 'possible' | 'none'

/** A mobile number needs no plan to be known: 11 digits behind 050, 060, 070, 080, 090. */
export const japaneseValidity = (digits: string): Validity => {
  if (digits.length !== japaneseLength(digits)) return 'none'
  if (/^0(?:[5-9]0)[1-9]/.test(digits) && digits.length === 11) return 'valid'
  const parsed = parsePhoneNumberFromString(digits, 'JP', metadata)
  if (parsed?.country === 'JP' && parsed.isValid()) return 'valid'
  return digits.length === 10 || digits.length === 11 ? 'possible' : 'none'
}

/** `+82 10-1234-5678` in E.164, or undefined. */
export const international = (text: string): string | undefined => {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: 'JP', extract: false }, metadata)
  return parsed?.isValid() ? parsed.number : undefined
}

/** The same for digits that no plan knows, but that have a country's code and the length of its numbers. */
export const possiblyInternational = (text: string): string | undefined => {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: 'JP', extract: false }, metadata)
  return parsed?.isPossible() ? parsed.number : undefined
}

/** `(650) 723-1614` in E.164, or undefined. */
export const american = (text: string): string | undefined => {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: 'US', extract: false }, metadata)
  return parsed?.countryCallingCode === '1' && parsed.isValid() ? parsed.number : undefined
}

/** Numbers that forms show as a pattern: 000-0000-0000, 090-0000-0000, 0120-000-000, +81 90 0000 0000. */
export const isSampleNumber = (digits: string): boolean =>
  /^0\d{0,3}0{6,8}$/.test(digits.replace(/^\+81/, '0')) || /^(\d)\1+$/.test(digits)

/** The counting row 0123456789 and its likes, which are no number. */
export const isCountingRow = (digits: string): boolean =>
  '01234567890123'.includes(digits) || '98765432109876'.includes(digits)

/** Digits that could be rung, by their length and beginning. */
export const isNumber = (digits: string): boolean =>
  digits.length === japaneseLength(digits) && japaneseValidity(digits) !== 'none' && !isCountingRow(digits)
