/**
 * The generic way to a page's own text, for pages of which nobody knows the places: its blocks, less the site's frame
 * and what others wrote, told by the headings above them.
 */
import type { PageText } from './account-document.ts'
import type { Aside } from './aside.ts'
import {
  type ChildNode,
  type Element,
  isElement,
  isUnseen,
  outsideLinks,
  type ParentNode,
  select,
  textOf,
} from './html-tree.ts'
import type { Site } from './site-schema.ts'

export interface Block {
  /** 1 to 6 for a heading, 0 for text, 9 for the frame of the site. */
  readonly level: number
  readonly text: string
}

export interface Blocks {
  readonly blocks: readonly Block[]
  readonly images: PageText['images']
  readonly links: PageText['links']
}

const FRAME = 9
const FRAMES =
  'nav, footer, aside, dialog, [role=navigation], [role=banner], [role=contentinfo], [role=search], body > header'
const HEADING = /^h([1-6])$/
/** Holds words only, no blocks of its own. */
const LEAVES = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'td',
  'th',
  'pre',
  'blockquote',
  'figcaption',
  'textarea',
  'label',
])

export function blocksOfHtml(tree: ParentNode, isOwn: (address: string) => boolean): Blocks {
  const frames = new Set<unknown>(select(FRAMES, tree))
  const [main] = select('main, [role=main]', tree)
  const blocks: Block[] = []
  const walk = (node: ChildNode): void => {
    if (!isElement(node)) {
      const text = textOf(node)
      if (text !== '') blocks.push({ level: 0, text })
      return
    }
    if (isUnseen(node) || node.name === 'button') return
    const heading = HEADING.exec(node.name)
    if (frames.has(node)) push(FRAME, node)
    else if (heading) push(Number(heading[1]), node)
    else if (LEAVES.has(node.name) || !holdsBlocks(node)) push(0, node)
    else for (const child of node.children) walk(child)
  }
  const push = (level: number, node: Element) => {
    const text = textOf(node)
    if (text !== '') blocks.push({ level, text })
  }
  for (const child of (main ?? tree).children) walk(child)
  const within = main ?? tree
  return {
    blocks: main === undefined ? blocks : [...blocks, ...frameAround(tree, main)],
    images: imagesIn(within),
    links: outsideLinks(within, isOwn),
  }
}

const holdsBlocks = (node: Element): boolean =>
  node.children.some((child) => isElement(child) && (isBlock(child) || holdsBlocks(child)))
const BLOCK =
  /^(?:h[1-6]|p|div|section|article|header|footer|nav|aside|main|ul|ol|li|dl|dt|dd|table|tr|td|form|figure|blockquote|pre|textarea)$/
const isBlock = ({ name }: Element): boolean => BLOCK.test(name)

function frameAround(tree: ParentNode, main: Element): Block[] {
  const text = textOf(tree, new Set<unknown>([main]))
  return text === '' ? [] : [{ level: FRAME, text }]
}

const imagesIn = (node: ParentNode): PageText['images'] =>
  select('img', node).flatMap(({ attribs }) => {
    const file = /^data:/.test(attribs.src ?? '')
      ? ''
      : ((attribs.src ?? '').split(/[?#]/)[0]!.split('/').at(-1) ?? '')
    const alt = attribs.alt ?? ''
    return alt === '' ? [] : [{ file: decoded(file), alt }]
  })

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Lines of a pasted page. Which are headings nobody can see there: only those of known sections count. */
export function blocksOfText(text: string, site: Site | undefined): Blocks {
  const headings = [...patternsOf(site?.others ?? COMMON_OTHERS), ...patternsOf(site?.own ?? [])]
  const isHeading = (line: string) => line.length <= MAX_HEADING && headings.some((one) => one.test(line))
  const blocks: Block[] = []
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const words = line.trim()
    if (words === '') continue
    const last = blocks.at(-1)
    const level = isHeading(words) ? 2 : 0
    if (level === 0 && last?.level === 0) blocks.splice(-1, 1, { level, text: `${last.text}\n${words}` })
    else blocks.push({ level, text: words })
  }
  return { blocks, images: [], links: [] }
}

const MAX_HEADING = 40
const patternsOf = (sources: readonly string[]): RegExp[] => sources.map((source) => new RegExp(source, 'u'))

export function ownText({ blocks, images, links }: Blocks, site: Site | undefined): PageText {
  const others = patternsOf(site?.others ?? COMMON_OTHERS)
  const aside = new Map<string, number>()
  const put = (says: string, { text }: Block) => aside.set(says, (aside.get(says) ?? 0) + text.length)
  const kept: Block[] = []
  /** The heading under which others speak, until one as high comes. */
  let foreign: Block | undefined
  for (const block of blocks) {
    if (block.level === FRAME) {
      put('ページの枠(メニューなど)', block)
      continue
    }
    if (block.level > 0 && (foreign === undefined || block.level <= foreign.level)) {
      foreign = others.some((pattern) => pattern.test(block.text)) ? block : undefined
    }
    if (foreign === undefined) kept.push(block)
    else put(`「${foreign.text.split('\n')[0]!.slice(0, 30)}」の下`, block)
  }
  const title = kept.find(({ level }) => level === 1) ?? kept.find(({ level }) => level > 0)
  return {
    title: title?.text ?? '',
    body: kept
      .filter((block) => block !== title)
      .map(({ text }) => text)
      .join('\n'),
    images,
    links,
    aside: [...aside].map(([says, characters]): Aside => ({ says, characters })),
  }
}

/** On pages of sites that nobody knows. */
const COMMON_OTHERS = ['^(?:評価|レビュー|口コミ|お客様の声|関連|おすすめ|ヘルプ|会社概要|利用規約|お知らせ)']
