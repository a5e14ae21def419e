/** How the page answers: HTML under its policy, in the language that was asked for. */
import type { Context } from 'hono'
import { MessagePage } from './pages/message-page.tsx'
import { LANGUAGES, type Language } from './strings/languages.ts'

/** Nothing from elsewhere, nothing inline. */
const POLICY =
  "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'"

export function page(c: Context, content: Parameters<Context['html']>[0], status: 200 | 404 | 503 = 200) {
  c.header('content-security-policy', POLICY)
  c.header('cache-control', 'no-cache')
  return c.html(content, status)
}

/** For who asks for a page; what answers others is a matter of the service around it (`c.notFound()` finds out). */
export const notFoundPage = (c: Context) =>
  page(c, <MessagePage k="error.not-found" language={languageOf(c)} />, 404)

export const notReady = (c: Context) =>
  page(c, <MessagePage k="error.not-ready" language={languageOf(c)} />, 503)

export function languageOf(c: Context): Language {
  const asked = c.req.query('lang')
  return LANGUAGES.find((language) => language === asked) ?? 'ja'
}
