/** Reads and validates what is known of the marketplaces' pages; CSS that cannot be read is a fault as well. */
import { compile } from 'css-select'
import { readYaml } from '../packs/read-yaml.ts'
import { type Site, siteSchema } from '../sites/site-schema.ts'

export function readSites(sources: readonly (readonly [file: string, text: string])[]): {
  sites: Site[]
  faults: string[]
} {
  const sites: Site[] = []
  const faults: string[] = []
  for (const [file, text] of sources) {
    const read = readYaml(file, text, siteSchema)
    faults.push(
      ...read.faults.map(({ line, column, at, message }) => `${file}:${line}:${column}: ${at}: ${message}`),
    )
    if (read.yaml === undefined) continue
    const site = read.yaml.value
    sites.push(site)
    for (const selector of selectorsOf(site)) {
      try {
        compile(selector)
      } catch {
        faults.push(`${file}: '${selector}' is no selector`)
      }
    }
  }
  return { sites, faults }
}

const selectorsOf = ({ pages, boxes }: Site): string[] => [
  ...boxes.map(({ at }) => at),
  ...pages.flatMap(({ known_by, fields, faq, messages }) => [
    ...known_by,
    ...fields.map(({ at }) => at),
    ...[faq?.q, faq?.a, faq?.without].filter((one) => one !== undefined),
    ...[messages?.each, messages?.other, messages?.name, messages?.time, messages?.label].filter(
      (one) => one !== undefined,
    ),
    ...[messages?.text, messages?.without, messages?.files?.each, ...(messages?.files?.name ?? [])].filter(
      (one) => one !== undefined,
    ),
  ]),
]
