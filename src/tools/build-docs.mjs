/**
 * The papers (docs/, and those at the top that they lead to) → dist/docs/: a JSON file each for the page's frame, and the
 * pictures in them. Files of the repository that are no paper are named, and not linked: nobody has them there.
 */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, posix } from 'node:path'
import { Marked } from 'marked'
import { gfmHeadingId } from 'marked-gfm-heading-id'

/** Papers outside of docs/, by where they stand on the page. */
const ELSEWHERE = {
  'rules/README.md': 'rules',
  'dictionaries/README.md': 'dictionaries',
  'CONTRIBUTING.md': 'contributing',
  'SECURITY.md': 'security',
  'CHANGELOG.md': 'changelog',
}

/** `docs/policy/README.md` → `policy`; `docs/policy/tone.md` → `policy/tone`. */
const nameOf = (file) => ELSEWHERE[file] ?? file.replace(/^docs\/|(?:\/README)?\.md$/g, '')

/** @param {string} root the project's folder */
export async function buildDocs(root) {
  const entries = await readdir(join(root, 'docs'), { recursive: true })
  const papers = entries
    .filter((file) => file.endsWith('.md'))
    .map((file) => posix.join('docs', file.split(/[\\/]/).join('/')))
  const files = [...papers, ...Object.keys(ELSEWHERE)].sort()
  const folder = join(root, 'dist/docs')
  await rm(folder, { recursive: true, force: true })
  for (const file of files) {
    const { pictures, ...paper } = render(file, await readFile(join(root, file), 'utf8'), files)
    const target = join(folder, `${nameOf(file)}.json`)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, JSON.stringify(paper))
    for (const picture of pictures) {
      await mkdir(join(folder, 'pictures'), { recursive: true })
      await copyFile(join(root, picture), join(folder, 'pictures', basename(picture)))
    }
  }
  await writeFile(join(folder, 'papers.json'), JSON.stringify(files.map(nameOf)))
}

/**
 * @param {string} file the paper's path in the project
 * @param {readonly string[]} files all papers
 * @returns {{ title: string, lang: 'ja' | 'en', html: string, pictures: string[] }}
 */
export function render(file, text, files) {
  const pictures = []
  const pathOf = (href) => posix.normalize(posix.join(posix.dirname(file), href))
  const marked = new Marked(gfmHeadingId(), {
    gfm: true,
    renderer: {
      link({ href, tokens }) {
        const inner = this.parser.parseInline(tokens)
        const address = addressOf(href)
        return address === undefined ? inner : `<a href="${escaped(address)}">${inner}</a>`
      },
      image({ href, text: alt }) {
        const picture = pathOf(href)
        pictures.push(picture)
        return `<img src="/docs/pictures/${escaped(basename(picture))}" alt="${escaped(alt)}" loading="lazy">`
      },
      // Wider than a phone, both scroll by themselves, and by keyboard too.
      code({ text: code }) {
        return `<pre tabindex="0"><code>${escaped(code)}</code></pre>\n`
      },
      // A long name breaks behind an underscore, where its column is narrow.
      codespan({ text: code }) {
        return `<code>${escaped(code).replace(/_(?=\w)/g, '_<wbr>')}</code>`
      },
      table(token) {
        const inner = (cell) => this.parser.parseInline(cell.tokens)
        const names = token.header
          .map((cell) => (cell.text === '' ? '<td></td>' : `<th scope="col">${inner(cell)}</th>`))
          .join('')
        // Markdown has no table without a head; one of empty cells stands for none.
        const head = token.header.some(({ text: cell }) => cell !== '')
          ? `<thead><tr>${names}</tr></thead>`
          : ''
        const rows = token.rows
          .map((row) => `<tr>${row.map((cell) => `<td>${inner(cell)}</td>`).join('')}</tr>`)
          .join('\n')
        return `<div class="scroll" tabindex="0"><table>${head}<tbody>${rows}</tbody></table></div>\n`
      },
    },
  })

  function addressOf(href) {
    if (/^https?:/.test(href)) return href
    const [path = '', place] = href.split('#')
    const anchor = place === undefined ? '' : `#${place}`
    if (path === '') return anchor
    const target = pathOf(path)
    if (target === 'README.md') return '/docs'
    return files.includes(target) ? `/docs/${nameOf(target)}${anchor}` : undefined
  }

  // Where a line of Japanese ends in the source no space stands between its words.
  marked.use({
    walkTokens(token) {
      if (token.type === 'text') token.text = token.text.replace(/([^\x00-\x7f])\n(?=[^\x00-\x7f])/g, '$1')
    },
  })

  const title = /^# (.*)$/m.exec(text)?.[1]
  if (title === undefined) throw new Error(`${file} has no title`)
  const html = String(marked.parse(text.replace(/^# .*$/m, '')))
  return { title: title.replaceAll('`', ''), lang: isJapanese(text) ? 'ja' : 'en', html, pictures }
}

/** English papers quote Japanese; Japanese ones are mostly kana. */
const isJapanese = (text) => (text.match(/[ぁ-んァ-ヶ]/g)?.length ?? 0) > text.length / 4

const escaped = (text) =>
  text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter])
