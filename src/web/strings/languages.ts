/** The languages of the page. Rules and their texts are Japanese, the page around them is in both. */
export const LANGUAGES = ['ja', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text in both languages, in the order of `LANGUAGES`. */
export type Bilingual = readonly [ja: string, en: string]

export const inLanguage = (text: Bilingual, language: Language): string => text[language === 'ja' ? 0 : 1]
