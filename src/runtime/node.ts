/** `npm start`: the service on this machine. */
import { parseArgs } from 'node:util'
import { runService } from './run-service.ts'

const { values } = parseArgs({
  options: { port: { type: 'string' }, host: { type: 'string' }, rules: { type: 'string' } },
})

const { port, ...rest } = values
process.exit((await runService({ ...rest, ...(port === undefined ? {} : { port: Number(port) }) })) ? 0 : 2)
