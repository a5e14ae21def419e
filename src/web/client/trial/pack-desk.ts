/** The packs as authored, those that were changed, and the field in which one of them is edited. */

import { download } from '../download.ts'
import { byId } from '../element.ts'
import { onLanguage, t } from '../language.ts'

export interface PackDesk {
  /** What differs from what the version brings: file → content. */
  changed(): Promise<readonly (readonly [file: string, content: string])[]>
  /** Opens a file at a line, from 1. */
  show(file: string, line: number): Promise<void>
}

/**
 * @param folder of the engine's files
 * @param edits that are there already; those made here go into it
 * @param edited is told after each change
 */
export function openPackDesk(folder: string, edits: Map<string, string>, edited: () => void): PackDesk {
  const field = byId<HTMLTextAreaElement>('trial-yaml')
  const choice = byId<HTMLSelectElement>('trial-file')
  const input = byId<HTMLInputElement>('trial-choose')
  const place = byId('trial-pack')
  const originals = new Map<string, Promise<string>>()

  const isBundled = (file: string) =>
    [...choice.options].some(({ value, dataset }) => value === file && !dataset.own)

  /** As it stands in this version; empty for a file that it does not have. */
  function original(file: string): Promise<string> {
    let text = originals.get(file)
    if (text === undefined) {
      text = isBundled(file)
        ? fetch(new URL(folder + file, document.baseURI)).then((answer) => {
            if (answer.ok) return answer.text()
            throw new Error(`${file}: ${answer.status}`)
          })
        : Promise.resolve('')
      text.catch(() => originals.delete(file))
      originals.set(file, text)
    }
    return text
  }

  async function open(file: string): Promise<void> {
    const text = edits.get(file) ?? (await original(file))
    // Another may have been chosen while this one came.
    if (choice.value === file) field.value = text
    told()
  }

  function told(): void {
    const names = [...edits.keys()].map((file) => file.replace(/^rules\//, ''))
    byId('trial-changed').textContent =
      names.length === 0 ? t('trial.unchanged') : t('trial.changed', { names: names.join(', ') })
    byId('trial-restore').hidden = !edits.has(choice.value)
  }

  async function keep(file: string, text: string): Promise<void> {
    if (isBundled(file) && text === (await original(file))) edits.delete(file)
    else edits.set(file, text)
    told()
    edited()
  }

  /** A file of one's own has a place in the list too. */
  function listed(file: string): void {
    if ([...choice.options].some(({ value }) => value === file)) return
    const option = new Option(file.replace(/^rules\//, ''), file)
    option.dataset.own = 'true'
    choice.add(option)
  }

  async function take(files: readonly File[]): Promise<void> {
    for (const file of files.filter(({ name }) => /\.ya?ml$/i.test(name))) {
      const name = `rules/${file.name}`
      listed(name)
      choice.value = name
      await keep(name, await file.text())
      await open(name)
    }
  }

  field.addEventListener('input', () => void keep(choice.value, field.value))
  choice.addEventListener('change', () => void open(choice.value))
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    input.value = ''
    void take(files)
  })
  place.addEventListener('dragover', (event) => {
    event.preventDefault()
    place.classList.add('over')
  })
  place.addEventListener('dragleave', () => place.classList.remove('over'))
  place.addEventListener('drop', (event) => {
    event.preventDefault()
    place.classList.remove('over')
    void take([...(event.dataTransfer?.files ?? [])])
  })
  byId('trial-restore').addEventListener('click', async () => {
    const file = choice.value
    edits.delete(file)
    if (!isBundled(file)) {
      choice.selectedOptions[0]?.remove()
      choice.selectedIndex = 0
    }
    await open(choice.value)
    edited()
    field.focus()
  })
  byId('trial-save').addEventListener('click', () =>
    download(choice.value.replace(/^.*\//, ''), field.value, 'text/yaml'),
  )
  for (const file of edits.keys()) listed(file)
  choice.value = [...edits.keys()][0] ?? choice.value
  onLanguage(told)
  void open(choice.value).then(openLinked)

  /** `#common-contact/no-messenger-proposal`: the rule, where it stands. */
  async function openLinked(): Promise<void> {
    const [pack, rule] = decodeURIComponent(location.hash.slice(1)).split('/')
    if (pack === undefined || rule === undefined || !isBundled(`rules/${pack}.yaml`)) return
    const file = `rules/${pack}.yaml`
    const text = edits.get(file) ?? (await original(file))
    const line = text.split('\n').findIndex((one) => one.trim() === `- id: ${rule}`)
    if (line >= 0) await desk.show(file, line + 1)
  }

  const desk: PackDesk = {
    async changed() {
      return [...edits]
    },
    async show(file, line) {
      if (choice.value !== file && [...choice.options].some(({ value }) => value === file)) {
        choice.value = file
        await open(file)
      }
      const lines = field.value.split('\n')
      const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
      field.focus()
      field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
      field.scrollTop = (field.scrollHeight / lines.length) * Math.max(0, line - 4)
      field.scrollLeft = 0
    },
  }
  return desk
}
