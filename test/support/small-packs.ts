/** Two packs cut out of those of the repository, for what is about a folder of packs and not about what stands in it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'

const CATEGORY = 'contact.email'

/** `common-contact.yaml` with its first rule, and `lancers.yaml` that uses it: the examples of one rule run in no time. */
export function writeSmallPacks(folder: string): void {
  const read = (name: string) => parse(readFileSync(`rules/${name}`, 'utf8'))
  const common = read('common-contact.yaml')
  common.rules = common.rules.slice(0, 1)
  const lancers = read('lancers.yaml')
  lancers.uses = [common.id]
  lancers.actions = { [CATEGORY]: lancers.actions[CATEGORY], deliverable: lancers.actions.deliverable }
  lancers.wording = { [CATEGORY]: lancers.wording[CATEGORY] }
  const write = (name: string, pack: object) =>
    writeFileSync(join(folder, name), stringify(pack, { lineWidth: 0, aliasDuplicateObjects: false }))
  write('common-contact.yaml', common)
  write('lancers.yaml', lancers)
}
