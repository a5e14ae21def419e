/** A second opinion, in one line for a person. */
import type { Outcome, SecondOpinionReport } from '../../core/contract/second-opinion.ts'

const WITHOUT: Readonly<Record<Exclude<Outcome, 'answered'>, string>> = {
  unusable: '答えが読み取れませんでした',
  late: '時間内に答えがありませんでした',
  unavailable: '答えを得られませんでした',
  'not-asked': '尋ねませんでした',
}

export const opinionInWords = (opinion: SecondOpinionReport): string => {
  const who = `第二意見(${opinion.model})`
  if (opinion.outcome !== 'answered') return `${who}: ${WITHOUT[opinion.outcome]}。規則の判定のままです。`
  const count = (change: 'lowered' | 'raised') =>
    opinion.changed.filter((one) => one.change === change).length
  const changes = [
    count('lowered') > 0 ? `取り下げ ${count('lowered')}か所` : '',
    count('raised') > 0 ? `引き上げ ${count('raised')}か所` : '',
    opinion.thrownAway.length > 0 ? `採らなかった指摘 ${opinion.thrownAway.length}件` : '',
  ].filter((part) => part !== '')
  const reason = opinion.reason === undefined ? '' : `理由: ${opinion.reason}`
  return `${who}: ${changes.length === 0 ? '変更なし' : changes.join('、')}。${reason}`
}
