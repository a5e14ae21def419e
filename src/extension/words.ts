/** What the extension says itself, in Japanese: its readers write Japanese there. */
import type { Action, Verdict } from '../core/contract/report.ts'

export const VERDICTS: Readonly<Record<Verdict | 'checking' | 'unavailable' | 'empty', string>> = {
  allow: '問題なし',
  warn: '注意',
  review: '要審査',
  block: '不可',
  checking: '確認中',
  unavailable: '確かめられません',
  empty: '関所',
}

export const ACTIONS: Readonly<Record<Action, string>> = {
  note: '参考',
  warn: '注意',
  review: '要審査',
  block: '不可',
}

/** The name under which words of an action are painted in the page. */
export const highlightName = (action: Action): string => `sekisho-${action}`
