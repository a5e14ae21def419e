/** The box into which one's own pages are pasted, typed and dropped, and from which files are chosen. */
import { element } from '../element.ts'

export interface DropBoxTakes {
  readonly page: (source: { html?: string; text?: string }) => void
  readonly files: (files: readonly File[]) => void
}

export interface DropBox {
  readonly box: HTMLElement
  /** What was typed has been taken. */
  empty(): void
}

export function dropBox(take: DropBoxTakes): DropBox {
  const paste = element('textarea', {
    lang: 'ja',
    data: { label: 'pages.paste', placeholder: 'pages.hint' },
    attributes: { id: 'pages-paste', rows: 3, spellcheck: 'false', autocomplete: 'off' },
    on: {
      paste: (event) => {
        const html = event.clipboardData?.getData('text/html') ?? ''
        const text = event.clipboardData?.getData('text/plain') ?? ''
        const files = [...(event.clipboardData?.files ?? [])]
        event.preventDefault()
        if (files.length > 0 && text === '') return take.files(files)
        take.page({ ...(html === '' ? {} : { html }), text })
      },
    },
  })
  const input = element('input', {
    class: 'spoken',
    attributes: {
      type: 'file',
      id: 'pages-file',
      multiple: true,
      accept: '.html,.htm,.txt,.md,.json,.csv,.tsv,.xlsx',
    },
    on: {
      change: () => {
        const files = [...(input.files ?? [])]
        input.value = ''
        take.files(files)
      },
    },
  })
  const box = element(
    'div',
    {
      class: 'drop',
      on: {
        dragover: (event) => {
          event.preventDefault()
          box.classList.add('over')
        },
        dragleave: () => box.classList.remove('over'),
        drop: (event) => {
          event.preventDefault()
          box.classList.remove('over')
          take.files([...(event.dataTransfer?.files ?? [])])
        },
      },
    },
    element('label', {
      class: 'drop-title',
      data: { text: 'pages.paste' },
      attributes: { for: 'pages-paste' },
    }),
    paste,
    element(
      'div',
      { class: 'doing' },
      element('button', {
        data: { text: 'pages.add' },
        attributes: { type: 'button' },
        on: { click: () => take.page({ text: paste.value }) },
      }),
      input,
      element('label', { class: 'button', data: { text: 'pages.files' }, attributes: { for: 'pages-file' } }),
    ),
    element('p', { class: 'small', data: { text: 'pages.private' } }),
  )
  return {
    box,
    empty() {
      paste.value = ''
    },
  }
}
