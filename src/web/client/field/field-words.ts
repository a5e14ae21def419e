/** The few words that the field says itself; what is said of a text comes with the report. */
import type { Action, Verdict } from '../../../core/contract/report.ts'

export interface FieldWords {
  readonly verdict: Readonly<Record<Verdict | 'checking' | 'unavailable', string>>
  readonly action: Readonly<Record<Action, string>>
  readonly instead: string
  readonly form: string
  readonly fix: (replacement: string) => string
  readonly show: string
  readonly findings: string
}

const ja: FieldWords = {
  verdict: {
    allow: 'このまま送れます。',
    warn: '送れますが、直したほうがよいところがあります。',
    review: 'このままでは送れません。審査や申請が必要なところがあります。',
    block: 'このままでは送れません。規約で禁止されています。',
    checking: '確かめています…',
    unavailable: '今は確かめられません。しばらくしてから、もう一度お試しください。',
  },
  action: { note: '参考', warn: '注意', review: '要審査', block: '不可' },
  instead: '代わりに',
  form: '申請',
  fix: (replacement) => (replacement === '' ? '消す' : `「${replacement}」に直す`),
  show: '場所を見る',
  findings: '指摘',
}

const en: FieldWords = {
  verdict: {
    allow: 'Ready to send.',
    warn: 'You can send this, but some words could be better.',
    review: 'Not ready to send: some words need to be checked.',
    block: 'Not ready to send: the rules forbid some words.',
    checking: 'Checking…',
    unavailable: 'This cannot be checked now. Please try again in a moment.',
  },
  action: { note: 'note', warn: 'warning', review: 'check', block: 'not allowed' },
  instead: 'Instead',
  form: 'Form',
  fix: (replacement) => (replacement === '' ? 'Delete' : `Change to 「${replacement}」`),
  show: 'Show',
  findings: 'Findings',
}

export const wordsIn = (language: string): FieldWords => (language.toLowerCase().startsWith('en') ? en : ja)
