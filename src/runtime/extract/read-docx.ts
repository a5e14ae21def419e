/** The text of a Word file, and the addresses its links lead to. */
import { strFromU8, unzipSync } from 'fflate'
import { boundedZip } from './bounded-zip.ts'

/** @throws {ExtractError} and the reader's own errors. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  const zip = boundedZip(bytes)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(zip.buffer) })
  const text = value.replace(/\n{3,}/g, '\n\n').trim()
  return [text, ...linksOf(zip).filter((url) => !text.includes(url))].join('\n').trim()
}

function linksOf(zip: Uint8Array): string[] {
  const files = unzipSync(zip, { filter: ({ name }) => name === 'word/_rels/document.xml.rels' })
  const [rels] = Object.values(files)
  if (rels === undefined) return []
  const targets = strFromU8(rels).matchAll(/<Relationship\b[^>]*\bTarget="((?:https?|mailto|tel):[^"]+)"/gi)
  return [...new Set([...targets].map(([, url]) => url!.replaceAll('&amp;', '&')))]
}
