/** The first sentence that the account's owner reads. */
import type { Verdict } from '../../core/contract/report.ts'
import type { Audit } from './audit.ts'

const SENTENCES: Readonly<Record<Verdict, string>> = {
  block: '審査や公開で止まるおそれの大きいところがあります。先に直してください。',
  review: '審査で止まるおそれのあるところがあります。',
  warn: '止まることはなさそうですが、見直したほうがよいところがあります。',
  allow: '止まりそうなところは見つかりませんでした。',
}

export const verdictInWords = ({ tally, gaps, faults }: Audit): string => {
  const { findings, fields } = tally
  if (fields === 0) return '確かめられた文章がひとつもありません。'
  if (findings.block + findings.review === 0 && gaps.length + faults.length > 0) {
    return '止まりそうなところは見つかりませんでしたが、確かめられなかったところがあります。'
  }
  return SENTENCES[tally.verdict]
}
