/** Gives the person a file that was made here. */
import { element } from './element.ts'

export function download(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  element('a', { attributes: { href: address, download: name } }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
