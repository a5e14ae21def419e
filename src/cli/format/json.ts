/** `--format json`: the objects of JSONL in one document, with the faults and the counts of the run behind them. */
import type { Fault } from '../fault.ts'
import { Tally } from '../tally.ts'
import type { Formatter } from './formatter.ts'
import { ResultObjects } from './result-objects.ts'

export const jsonFormatter = ({ all }: { all: boolean }): Formatter => {
  const results = new ResultObjects(all)
  const tally = new Tally()
  const faults: Fault[] = []
  let begun = false
  const open = () => {
    if (begun) return ''
    begun = true
    return '{\n"results": ['
  }
  let first = true
  return {
    event(event) {
      tally.add(event)
      if (event.type === 'fault') faults.push(event.fault)
      return (
        open() +
        results
          .of(event)
          .map((object) => {
            const comma = first ? '\n' : ',\n'
            first = false
            const named = event.type === 'linted' && event.shape === 'submission'
            const place = named && event.place.line !== undefined ? { line: event.place.line } : {}
            return comma + JSON.stringify(named ? { file: event.file, ...place, ...object } : object)
          })
          .join('')
      )
    },
    end: () =>
      `${open()}\n],\n"faults": ${JSON.stringify(faults)},\n"summary": ${JSON.stringify(tally)}\n}\n`,
  }
}
