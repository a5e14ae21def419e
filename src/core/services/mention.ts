import type { Span } from '../text/span.ts'
import type { TrailStep } from '../text/view.ts'

/** What one can do through a service; policies speak of these, never of names. */
export const CAPABILITIES = [
  'messenger',
  'social',
  'meeting',
  'cloud',
  'transfer',
  'shortener',
  'hub',
  'shop',
  'payment',
  'market',
  'video',
  'publishing',
  'mail',
  'reference',
  'self',
] as const
export type Capability = (typeof CAPABILITIES)[number]

/** How a service was written. */
export type MentionForm =
  | 'name' // as it is: LINE, ライン, ＬＩＮＥ
  | 'folded' // ⓁⒾⓃⒺ, LIΝE, らぃん, L̶I̶N̶E̶
  | 'separated' // L.I.N.E, ラ・イ・ン
  | 'vertical' // one character a line, acrostic
  | 'masked' // ら〇ん
  | 'spelled' // エルアイエヌイー, rain
  | 'reversed' // ンイラ
  | 'encoded' // %4C%49…, &#76;…, base64
  | 'code-word' // 緑のアプリ, ライム
  | 'described' // 友だち追加できるトークアプリ

/** A service named in the text, in whatever disguise. Positions are in the plain view's text. */
export interface Mention {
  /** The service's id in dictionaries/services.yaml, e.g. `line`. */
  readonly service: string
  /** Its name for a person, e.g. `LINE`. */
  readonly name: string
  readonly capability: Capability
  readonly span: Span
  readonly form: MentionForm
  /**
   * `weak`: the words have an ordinary sense (ライン, X, ズーム, 緑のアプリ, ディスコ) and count only beside an act of
   * contact; `sure`: nothing else can be meant.
   */
  readonly certainty: 'sure' | 'weak'
  /** How the disguise was undone; empty for `name`. */
  readonly trail: readonly TrailStep[]
}
