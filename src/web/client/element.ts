/** Builds elements without markup in strings, so that nothing a person typed can become markup. */
export type Child = Node | string | undefined | false

export interface Properties {
  readonly class?: string
  readonly lang?: string
  /** Attributes by their names; `undefined` and `false` leave one out, `true` sets it empty. */
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly data?: Readonly<Record<string, string | number | undefined>>
  readonly on?: { readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void }
}

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (properties.class !== undefined) made.className = properties.class
  if (properties.lang !== undefined) made.lang = properties.lang
  for (const [name, value] of Object.entries(properties.attributes ?? {})) {
    if (value === undefined || value === false) continue
    made.setAttribute(name, value === true ? '' : String(value))
  }
  for (const [name, value] of Object.entries(properties.data ?? {})) {
    if (value !== undefined) made.dataset[name] = String(value)
  }
  for (const [name, listener] of Object.entries(properties.on ?? {})) {
    made.addEventListener(name, listener as EventListener)
  }
  made.append(...children.filter((child) => child !== undefined && child !== false))
  return made
}

/** The element with this id. @throws where the page has none: the server's markup and this script belong together. */
export function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`no #${id}`)
  return found as Kind
}
