/**
 * What a marketplace makes of facts that only a whole talkroom shows: after how long, with which action, in which words.
 * What holds on any marketplace stands here; a pack says what is its own (`thread`).
 */
import * as z from 'zod'
import { ACTIONS, type Action } from '../contract/report.ts'

const DAY = 24

const wordsSchema = {
  /** `off`: it is not looked for. */
  action: z.enum([...ACTIONS, 'off']).optional(),
  says: z.string().min(1).max(200).optional(),
  why: z.string().min(1).max(400).optional(),
  instead: z.string().min(1).max(400).optional(),
}
const factSchema = z.strictObject(wordsSchema).optional()
/** With a limit; `{hours}` and `{days}` stand for it in its words. */
const timedFactSchema = z.strictObject({ ...wordsSchema, hours: z.number().positive().optional() }).optional()

export const threadSpecSchema = z.strictObject({
  late_first_contact: timedFactSchema,
  no_progress_report: timedFactSchema,
  delivery_without_consent: factSchema,
  repeated_nagging: timedFactSchema,
})

export type ThreadSpec = z.output<typeof threadSpecSchema>
export type ThreadFactName = keyof ThreadSpec

export interface ThreadFactPolicy {
  readonly action: Action | 'off'
  readonly hours?: number
  readonly says: string
  readonly why: string
  readonly instead: string
}
export type ThreadPolicy = Readonly<Record<ThreadFactName, ThreadFactPolicy>>

export const USUAL_THREAD_POLICY = {
  late_first_contact: {
    action: 'warn',
    hours: 2 * DAY,
    says: '取引が始まってから{hours}時間を過ぎて、受ける側の最初の連絡がありました。',
    why: '取引が始まったあとに連絡がないと、お相手は不安になります。',
    instead: 'ご依頼ありがとうございます。まずは〇日までに、進め方とお伺いしたい点をお送りいたします。',
  },
  no_progress_report: {
    action: 'note',
    hours: 7 * DAY,
    says: '納品までの間に、受ける側の連絡が{days}日より長く空きました。',
    why: '進み具合が分からないと、お相手は不安になります。お返事を待っている間でも、週に一度の報告が安心につながります。',
    instead: '現在は〇〇まで進んでおります。〇日に次の案をお見せする予定です。',
  },
  delivery_without_consent: {
    action: 'note',
    says: 'お相手の了承を確かめないまま、正式な納品をしています。',
    why: '正式な納品のあとは修正のお願いがしにくくなります。先に確認と了承を得ておくと、評価にもつながります。',
    instead: 'こちらで制作はすべて完了となります。納品処理をさせていただいてよろしいでしょうか?',
  },
  repeated_nagging: {
    action: 'warn',
    hours: DAY,
    says: '返事がないまま、{hours}時間のうちに二度催促しています。',
    why: '続けての催促は、相手を追い詰めている印象になります。',
    instead: 'お忙しいところ恐れ入ります。〇日頃までにご状況をお知らせいただけますと幸いです。',
  },
} as const satisfies Record<ThreadFactName, ThreadFactPolicy>

/** The usual, with what a pack says of its own. */
export function threadPolicyOf(spec: ThreadSpec = {}): ThreadPolicy {
  const names = Object.keys(USUAL_THREAD_POLICY) as ThreadFactName[]
  const entries = names.map((name) => [name, { ...USUAL_THREAD_POLICY[name], ...spec[name] }])
  return Object.fromEntries(entries) as ThreadPolicy
}
