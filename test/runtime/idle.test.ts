/** Whoever sends nothing, or reads nothing, holds no connection for ever. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { serve } from '../../src/runtime/serve.ts'

const service = await serve({
  environment: { SEKISHO_LIMITS: '{"bodySeconds":1}' },
  port: 0,
  idleMs: 3_000,
  log() {},
})
afterAll(() => service.close())

const LINE = `${JSON.stringify({ marketplace: 'coconala', text: 'よろしくお願いいたします。' })}\n`
const open = async (): Promise<Socket> => {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write(
    'POST /v1/lint/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n',
  )
  return socket
}
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
const received = async (socket: Socket): Promise<string> => Buffer.concat(await socket.toArray()).toString()

test('a batch whose sender falls silent is answered to its end, and closed', async () => {
  const socket = await open()
  socket.write(chunk(LINE))
  const answer = await received(socket)
  expect(answer).toContain('"line":1,"report"')
  expect(answer).toContain('"line":2,"problem":{"type":"/docs#body-too-slow"')
  expect(answer).toContain('"summary":{"lines":2,"problems":1')
})

test('a batch whose sender never ends its line is closed, however often a byte comes', async () => {
  const socket = await open()
  const dripping = setInterval(() => socket.write(chunk('{')), 200)
  const answer = await received(socket)
  clearInterval(dripping)
  expect(answer).toContain('"line":1,"problem":{"type":"/docs#body-too-slow"')
})

test('a batch whose answers nobody reads is closed', async () => {
  const socket = await open()
  socket.pause()
  let closed = false
  socket.once('close', () => {
    closed = true
  })
  const lines = chunk(LINE.repeat(50))
  // Until the buffers on the way are full, and then for longer than a connection may be idle.
  const started = performance.now()
  while (!closed && performance.now() - started < 50_000) {
    if (socket.writable) socket.write(lines)
    await sleep(20)
  }
  expect(closed || socket.destroyed || socket.closed).toBe(true)
})
