/** A report as one HTML file that needs nothing else: for a mail, for a review, for the shelf. */

/** @param report as the page shows it; what only a page can do is left out */
export function reportFile(report: HTMLElement, title: string): string {
  const file = document.implementation.createHTMLDocument(title)
  file.documentElement.lang = document.documentElement.lang
  const copy = file.importNode(report, true)
  for (const one of copy.querySelectorAll('.doing, .marks')) one.remove()
  // An address that is not in the file itself is whole.
  for (const link of report.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? ''
    const same = [...copy.querySelectorAll('a')].filter((one) => one.getAttribute('href') === href)
    if (!href.startsWith('#')) for (const one of same) one.setAttribute('href', link.href)
  }
  const main = file.createElement('main')
  main.append(copy)
  file.body.append(main)
  const meta = file.createElement('meta')
  meta.setAttribute('charset', 'utf-8')
  const wide = file.createElement('meta')
  wide.name = 'viewport'
  wide.content = 'width=device-width, initial-scale=1'
  const style = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .map(({ cssText }) => cssText)
    .join('\n')
  file.head.prepend(meta, wide)
  // As an element it would be held to this page's own policy, which knows no style inside of a page.
  const html = file.documentElement.outerHTML.replace('</head>', () => `<style>\n${style}\n</style></head>`)
  return `<!doctype html>\n${html}\n`
}
