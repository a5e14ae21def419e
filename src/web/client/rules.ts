/** The browser's part of the rule catalogue: the list follows as one types. */
import { matches } from '../catalogue/search.ts'
import { startLanguage, t } from './language.ts'

startLanguage()

const input = document.getElementById('query') as HTMLInputElement | null
const count = document.getElementById('rule-count')
if (input !== null && count !== null) {
  const items = [...document.querySelectorAll<HTMLElement>('[data-search]')]
  const groups = [...document.querySelectorAll<HTMLElement>('.group')]
  const search = () => {
    for (const item of items) item.hidden = !matches(input.value, item.dataset.search ?? '')
    for (const group of groups) group.hidden = group.querySelector('[data-search]:not([hidden])') === null
    const found = items.filter((item) => !item.hidden).length
    document.getElementById('no-rules')!.hidden = found > 0
    const words = count.querySelector<HTMLElement>('[data-text]')!
    words.dataset.values = JSON.stringify({ count: found })
    words.textContent = t('rules.count', { count: found })
  }
  input.addEventListener('input', search)
  input.form?.addEventListener('submit', (event) => event.preventDefault())
}
