/** HTML → text as a reader sees it. Runs wherever JavaScript does: pages, workers, Node. */
import { selectAll } from 'css-select'
import { type ChildNode, Element, isTag, isText, type ParentNode } from 'domhandler'
import { parseDocument } from 'htmlparser2'

export type { ChildNode, Element, ParentNode }

export const parseHtml = (html: string): ParentNode => parseDocument(html)

export const select = (selector: string, within: ParentNode): Element[] =>
  selectAll<ChildNode | ParentNode, Element>(selector, within as never)

/** Never seen, or no words of the page. */
const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'title',
  'svg',
  'head',
  'option',
  'object',
  'iframe',
])

const BLOCKS = new Set(
  (
    'address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hr li main nav ol p pre section summary table tbody td th tr ul br textarea'
  ).split(' '),
)

export const isElement = (node: ChildNode): node is Element => isTag(node)

export const isUnseen = (node: Element): boolean =>
  UNSEEN.has(node.name) ||
  node.attribs.hidden !== undefined ||
  node.attribs['aria-hidden'] === 'true' ||
  /display:\s*none/i.test(node.attribs.style ?? '')

/** @param without elements whose text is left out */
export function textOf(node: ChildNode | ParentNode, without: ReadonlySet<unknown> = new Set()): string {
  const parts: string[] = []
  const walk = (one: ChildNode | ParentNode): void => {
    if (without.has(one)) return
    if (isText(one as ChildNode)) {
      // Sites keep the writer's line breaks as they are; the indentation is theirs.
      parts.push((one as { data: string }).data.replace(/[ \t\r\f]+/g, ' '))
      return
    }
    if (isElement(one as ChildNode) && isUnseen(one as Element)) return
    const block = one instanceof Element && BLOCKS.has(one.name)
    if (block) parts.push('\n')
    if (one instanceof Element && one.name === 'input' && isTyped(one)) parts.push(`\n${one.attribs.value}\n`)
    if ('children' in one) for (const child of one.children) walk(child)
    if (block && (one as Element).name !== 'br') parts.push('\n')
  }
  walk(node)
  return tidy(parts.join(''))
}

/** What a person has typed into a form. */
const isTyped = ({ attribs }: Element): boolean =>
  (attribs.type ?? 'text') === 'text' && (attribs.value ?? '') !== ''

export const tidy = (text: string): string =>
  text
    .replace(/\u00a0/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** Addresses of links inside that lead to another site, as written. */
export function outsideLinks(
  node: ParentNode,
  isOwn: (address: string) => boolean,
): { url: string; label: string }[] {
  const links = new Map<string, { url: string; label: string }>()
  for (const link of select('a[href]', node)) {
    const url = link.attribs.href ?? ''
    if (!/^https?:/i.test(url) || isOwn(url) || links.has(url)) continue
    links.set(url, { url, label: textOf(link) })
  }
  return [...links.values()]
}
