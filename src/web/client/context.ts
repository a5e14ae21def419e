/** The context that the form says: what a submission has beside its text. */
import type { RawSubmission } from '../../core/contract/submission.ts'
import { byId } from './element.ts'

export type Context = Omit<RawSubmission, 'text'>

const form = () => byId<HTMLFormElement>('context')

export function readContext(): Context {
  const values = new FormData(form())
  const value = (name: string) => {
    const text = String(values.get(name) ?? '').trim()
    return text === '' ? {} : { [name]: text }
  }
  return {
    marketplace: String(values.get('marketplace')),
    ...value('channel'),
    ...value('phase'),
    ...value('role'),
    ...value('category'),
    ...value('recipientName'),
    ...value('jobTitle'),
    ...(values.has('approval') ? { approvals: ['outside_contact'] } : {}),
  }
}

/** The form's values by their names, as `writeContext` takes them. */
export const contextValues = (): Readonly<Record<string, string>> =>
  Object.fromEntries([...new FormData(form())].map(([name, value]) => [name, String(value)]))

/** Sets what is named and leaves the rest. */
export function writeContext(changes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(changes)) {
    const control = form().elements.namedItem(name)
    if (control instanceof RadioNodeList || control instanceof HTMLSelectElement) control.value = value
    else if (control instanceof HTMLInputElement) {
      if (control.type === 'radio') control.checked = control.value === value
      else control.value = value
    }
  }
}

export const onContext = (listener: () => void): void => {
  form().addEventListener('submit', (event) => event.preventDefault())
  form().addEventListener('input', listener)
}

/** Id and name of every marketplace, in the order of the form. */
export const marketplaces = (): { id: string; title: string }[] =>
  [...form().querySelectorAll<HTMLInputElement>('[name=marketplace]')].map((input) => ({
    id: input.value,
    title: input.closest('label')?.textContent?.trim() ?? input.value,
  }))
