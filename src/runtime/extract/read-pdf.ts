/** The text of a PDF, page by page, and the addresses its links lead to. Nothing in it is run, drawn or fetched. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AttachedText } from '../../core/documents/attached-files.ts'
import { ExtractError } from './extract-error.ts'

const MAX_PAGES = 300

/** @throws {ExtractError} and the reader's own errors. */
export async function readPdf(bytes: Uint8Array<ArrayBuffer>): Promise<AttachedText[]> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
  const opening = getDocument({
    // The reader takes the bytes for itself.
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    // Japanese files name their characters by tables that come with the reader.
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
  })
  try {
    const file = await opening.promise
    if (file.numPages > MAX_PAGES) throw new ExtractError('too-large')
    const pages: AttachedText[] = []
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number)
      const { items } = await page.getTextContent()
      const words = items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join('')
        .trim()
      const links = (await page.getAnnotations()).flatMap(({ url }: { url?: unknown }) =>
        typeof url === 'string' && !words.includes(url) ? [url] : [],
      )
      const text = [words, ...new Set(links)].join('\n').trim()
      if (text !== '') pages.push({ where: `${number}ページ`, text })
      page.cleanup()
    }
    return pages
  } finally {
    await opening.destroy()
  }
}
