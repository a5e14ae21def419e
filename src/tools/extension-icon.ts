/** The extension's icon as PNG, drawn by hand: browsers want no SVG there. A gate, as in src/web/style/icon.svg. */
import { crc32, deflateSync } from 'node:zlib'

const PAPER = [0x24, 0x41, 0x6b, 0xff]
const GATE = [0xff, 0xff, 0xff, 0xff]

/** In sixteenths of the side: left, top, right, bottom. */
const BARS: readonly (readonly [number, number, number, number])[] = [
  [2, 3, 14, 5],
  [3, 7, 13, 8.5],
  [4, 5, 6, 14],
  [10, 5, 12, 14],
]

export function icon(size: number): Uint8Array {
  const rows = Buffer.alloc(size * (size * 4 + 1))
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const [column, row] = [((x + 0.5) * 16) / size, ((y + 0.5) * 16) / size]
      const isGate = BARS.some(
        ([left, top, right, bottom]) => column >= left && column < right && row >= top && row < bottom,
      )
      rows.set(isGate ? GATE : PAPER, y * (size * 4 + 1) + 1 + x * 4)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
