import { createApp } from '../../src/http/app.ts'
import { faultCases, readCases } from '../conformance/http-cases.ts'
import { runHttpCases } from '../conformance/run-http-cases.ts'
import { fakeDeps } from './fake-deps.ts'

const app = createApp(fakeDeps())
runHttpCases('the app alone', [...faultCases, ...readCases], async (path, init) => app.request(path, init))
