/** The frame of every page. */
import type { Child } from 'hono/jsx'
import { assetAddress } from '../assets.ts'
import type { Language } from '../strings/languages.ts'
import { say } from '../strings/say.ts'
import { DOCTYPE, labelled, Text } from './text.tsx'

export interface LayoutProps {
  readonly language: Language
  /** What the page is, before the site's name. */
  readonly title?: string
  readonly current: 'try' | 'rules' | 'docs' | 'none'
  /** The built script of the page. */
  readonly script: string
  /** The engine's folder, for pages that lint by themselves. */
  readonly engine?: string | undefined
  readonly children?: Child
}

export const Layout = ({ language, title, current, script, engine, children }: LayoutProps) => (
  <>
    {DOCTYPE}
    <html lang={language} data-root="/" data-engine={engine}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={say(language, 'site.lead')} />
        <title>{`${title === undefined ? '' : `${title} · `}${say(language, 'site.title')}`}</title>
        <link rel="icon" type="image/svg+xml" href={assetAddress('icon.svg')} />
        <link rel="stylesheet" href={assetAddress('style.css')} />
        <script type="module" src={assetAddress(script)}></script>
      </head>
      <body>
        <a class="skip" href="#main">
          <Text k="nav.skip" language={language} />
        </a>
        <header class="top">
          <a class="brand" href="/">
            <img src={assetAddress('icon.svg')} width="32" height="32" alt="" />
            <span>
              <b lang="ja">関所</b> <span lang="en">Sekisho</span>
            </span>
          </a>
          <nav {...labelled('nav.label', language)}>
            <a href="/" aria-current={current === 'try' ? 'page' : undefined}>
              <Text k="nav.try" language={language} />
            </a>
            <a href="/rules" aria-current={current === 'rules' ? 'page' : undefined}>
              <Text k="nav.rules" language={language} />
            </a>
            <a href="/docs" aria-current={current === 'docs' ? 'page' : undefined}>
              <Text k="nav.docs" language={language} />
            </a>
            <a
              class="language"
              data-switch-language
              data-text="nav.language"
              href={language === 'ja' ? '?lang=en' : '?lang=ja'}
              lang={language === 'ja' ? 'en' : 'ja'}
            >
              {say(language, 'nav.language')}
            </a>
          </nav>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer class="foot">
          <p>
            <Text k="foot.privacy" language={language} />
          </p>
        </footer>
      </body>
    </html>
  </>
)
