/** `--format jsonl`: one object a line. */
import type { Formatter } from './formatter.ts'
import { ResultObjects } from './result-objects.ts'

export const jsonlFormatter = ({ all }: { all: boolean }): Formatter => {
  const results = new ResultObjects(all)
  return {
    event: (event) =>
      results
        .of(event)
        .map((object) => `${JSON.stringify(object)}\n`)
        .join(''),
    end: () => '',
    state: () => results.state(),
    restore: (state) => results.restore(state),
  }
}
