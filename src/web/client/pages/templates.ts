/** Files to fill in, for those who have no export: a table for Excel, the same as CSV, and an account. */

import { PORTFOLIO_TABLE } from '../../templates/portfolio-table.ts'
import { ACCOUNT_SAMPLE } from '../account-sample.ts'
import { download } from '../download.ts'
import { element } from '../element.ts'

/** Excel takes a table for Shift_JIS without a byte order mark. */
const csv = (): string =>
  `\ufeff${PORTFOLIO_TABLE.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')}\r\n`

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Template = readonly [name: string, type: string, make: () => BlobPart | Promise<BlobPart>]

const TEMPLATES: readonly Template[] = [
  ['ポートフォリオ.xlsx', XLSX, async () => (await import('../../templates/portfolio.xlsx')).default],
  ['ポートフォリオ.csv', 'text/csv', csv],
  ['アカウント.json', 'application/json', () => JSON.stringify(ACCOUNT_SAMPLE, null, 2)],
]

export const templateButtons = (): HTMLElement[] =>
  TEMPLATES.map(([name, type, make]) =>
    element(
      'button',
      {
        class: 'quiet',
        lang: 'ja',
        attributes: { type: 'button' },
        on: { click: async () => download(name, await make(), type) },
      },
      name,
    ),
  )
