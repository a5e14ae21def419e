import { afterAll } from 'vitest'
import { serve } from '../../src/runtime/serve.ts'
import { accessCases, documentCases, faultCases, lintCases, readCases } from './http-cases.ts'
import { runHttpCases, type Send } from './run-http-cases.ts'
import { runSameReports } from './run-same-reports.ts'
import { KEYS_CONFIGURATION, ORIGIN } from './test-keys.ts'

const service = await serve({
  environment: { SEKISHO_KEYS: KEYS_CONFIGURATION, SEKISHO_ORIGINS: ORIGIN },
  host: '127.0.0.1',
  port: 0,
  log() {},
})
afterAll(() => service.close())

const send: Send = (path, init) => fetch(service.url + path, init)
runHttpCases(
  'the Node server',
  [...lintCases, ...documentCases, ...faultCases, ...readCases, ...accessCases],
  send,
)
runSameReports('the Node server', send)
