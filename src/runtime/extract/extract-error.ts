/** A file that cannot be looked into, and why, for a person. */
export type ExtractCode = 'unreadable' | 'too-large' | 'too-slow'

export const EXTRACT_SAYS: Readonly<Record<ExtractCode, string>> = {
  unreadable:
    'ファイルを読めないため、中を確かめていません。壊れていないか、パスワードがないか確かめてください。',
  'too-large': 'ファイルが大きすぎるため、中を確かめていません。',
  'too-slow': 'ファイルを読むのに時間がかかりすぎるため、中を確かめていません。',
}

export class ExtractError extends Error {
  override name = 'ExtractError'
  readonly code: ExtractCode

  constructor(code: ExtractCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
