/** A certification's criterion, with the account's own figure. */
import type { JudgedCriterion } from '../../core/documents/about-account.ts'

export const STATUS_LABELS = { met: '達成', unmet: '未達', unknown: '不明' } as const

const UNITS = { percent: '%', points: '', place: '位', times: '回' } as const

export const figureInWords = ({ criterion, figure, status }: JudgedCriterion): string => {
  if (criterion.filled) return status === 'met' ? '入力済み' : '未入力のところがあります'
  if (figure === undefined) return '書き出しに記載がありません'
  return `${Number(figure.toFixed(2))}${UNITS[criterion.unit ?? 'points']}`
}

export const demandInWords = ({ criterion }: JudgedCriterion): string => {
  const unit = UNITS[criterion.unit ?? 'points']
  const period = criterion.period ? `(${criterion.period})` : ''
  if (criterion.filled) return `入力済み${period}`
  const least = criterion.atLeast === undefined ? '' : `${criterion.atLeast}${unit}以上`
  const most = criterion.atMost === undefined ? '' : `${criterion.atMost}${unit}以内`
  return `${least}${most}${period}`
}

export const criterionInWords = (judged: JudgedCriterion): string =>
  `${judged.criterion.title}: ${figureInWords(judged)} / 基準 ${demandInWords(judged)}`
