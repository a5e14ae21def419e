/** Tabs by mouse and keyboard, as the ARIA pattern has them: arrows move, Home and End jump. */
import { byId } from './element.ts'

export function startTabs(names: readonly string[], chosen: (name: string) => void): (name: string) => void {
  const tabs = names.map((name) => byId(`tab-${name}`))
  const choose = (at: number) => {
    tabs.forEach((tab, index) => {
      tab.setAttribute('aria-selected', String(index === at))
      tab.tabIndex = index === at ? 0 : -1
      byId(`mode-${names[index]}`).hidden = index !== at
    })
    chosen(names[at]!)
  }
  tabs.forEach((tab, at) => {
    tab.addEventListener('click', () => choose(at))
    tab.addEventListener('keydown', (event) => {
      const to = {
        ArrowRight: (at + 1) % tabs.length,
        ArrowLeft: (at + tabs.length - 1) % tabs.length,
        Home: 0,
        End: tabs.length - 1,
      }[event.key]
      if (to === undefined) return
      event.preventDefault()
      choose(to)
      tabs[to]!.focus()
    })
  })
  return (name) => choose(names.indexOf(name))
}
