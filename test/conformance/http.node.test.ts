import { afterAll } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { listen } from '../../src/runtime/listen.ts'
import { fakeDeps } from '../http/fake-deps.ts'
import { faultCases, readCases } from './http-cases.ts'
import { runHttpCases } from './run-http-cases.ts'

const server = await listen(createApp(fakeDeps()).fetch, { host: '127.0.0.1', port: 0 })
afterAll(() => server.close(0))

runHttpCases('the Node server', [...faultCases, ...readCases], (path, init) => fetch(server.url + path, init))
