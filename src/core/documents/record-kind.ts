/** What an exported object is, told by its keys, in whichever language they are. */
import { ACCOUNT_KEYS, ITEM_KEYS, type Keys, keyOf, nearestKey, THREAD_KEYS } from './known-keys.ts'

export type RecordKind = 'submission' | 'account' | 'talkroom' | 'item' | 'video' | 'list'

const PAGES: ReadonlySet<string> = new Set(['profile', 'services', 'portfolio', 'blog'])
const VIDEO = ['extractor', 'extractor_key', 'webpage_url', 'snippet'] as const
/** Keys that many kinds of objects have. */
const COMMON: ReadonlySet<string> = new Set(['id', 'category', 'marketplace', 'links'])

/** `undefined` where it is none of them. */
export const kindOfRecord = (raw: unknown): RecordKind | undefined => {
  if (Array.isArray(raw)) return 'list'
  if (raw === null || typeof raw !== 'object') return undefined
  const entries = Object.entries(raw)
  const has = (keys: Keys, wanted: (key: string, written: string, value: unknown) => boolean) =>
    entries.some(([written, value]) => {
      const key = keyOf(written, keys)
      return key !== undefined && wanted(key, written, value)
    })
  if (Object.hasOwn(raw, 'text')) return 'submission'
  // 「メッセージ」 is a talkroom's list, and a description where it is a text.
  if (
    has(THREAD_KEYS, (key, written, value) => key === 'messages' && (written === key || Array.isArray(value)))
  )
    return 'talkroom'
  const isPage = (key: string, written: string, value: unknown) =>
    PAGES.has(key) && (written === key || key === 'profile' || (typeof value === 'object' && value !== null))
  if (has(ACCOUNT_KEYS, isPage)) return 'account'
  if (VIDEO.some((key) => Object.hasOwn(raw, key))) return 'video'
  if (has(ITEM_KEYS, (key) => !COMMON.has(key))) return 'item'
  // A slip of the pen in the only key that would tell.
  if (entries.some(([written]) => PAGES.has(nearestKey(written, ACCOUNT_KEYS) ?? ''))) return 'account'
  return undefined
}
