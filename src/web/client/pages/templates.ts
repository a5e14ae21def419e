/** Files to fill in, for those who have no export: Excel opens the table as it is. */
import { ACCOUNT_SAMPLE } from '../account-sample.ts'
import { element } from '../element.ts'

const TABLE = [
  ['タイトル', '説明', 'URL', 'タグ', 'カテゴリ', '画像ファイル名', '代替テキスト', '制作年'],
  [
    'カフェのPR動画',
    '店内の雰囲気が伝わるように編集しました。',
    '',
    '動画編集',
    '動画',
    'cafe.png',
    'カフェの店内',
    '2026',
  ],
]

/** Excel takes a table for Shift_JIS without a byte order mark. */
const csv = (): string =>
  `\ufeff${TABLE.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')}\r\n`

export function download(name: string, content: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  element('a', { attributes: { href: address, download: name } }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export const templateButtons = (): HTMLElement[] =>
  [
    ['ポートフォリオ.csv', 'text/csv', csv],
    ['アカウント.json', 'application/json', () => JSON.stringify(ACCOUNT_SAMPLE, null, 2)],
  ].map(([name, type, make]) =>
    element(
      'button',
      {
        class: 'quiet',
        lang: 'ja',
        attributes: { type: 'button' },
        on: { click: () => download(name as string, (make as () => string)(), type as string) },
      },
      name as string,
    ),
  )
