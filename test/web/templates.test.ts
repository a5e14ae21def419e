/** The table to fill in is one, whichever file it comes as. */
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { PORTFOLIO_TABLE } from '../../src/web/templates/portfolio-table.ts'

test('the Excel template holds what the CSV does', async () => {
  const [sheet] = await readExcelFile('src/web/templates/portfolio.xlsx')
  expect(sheet!.data.map((row) => row.map((cell) => cell ?? ''))).toEqual(PORTFOLIO_TABLE)
})
