/**
 * The audit as one self-contained page: no script, no font, no request to anywhere, so that it can be mailed and
 * printed. Everything that comes from the account is escaped by the template.
 */
import { html, raw } from 'hono/html'
import type { Doubt, Finding } from '../../core/contract/report.ts'
import { adviceOf } from '../../core/lint/advice.ts'
import { asQuestion } from '../../core/lint/as-question.ts'
import { formatFault } from '../fault.ts'
import { ACTION_LABELS, CONFIDENCE_LABELS } from '../tally.ts'
import type { Audit, AuditCertification, AuditDoubt, AuditFinding, AuditGap } from './audit.ts'
import { demandInWords, figureInWords, STATUS_LABELS } from './criterion-in-words.ts'
import { PAGE_STYLE } from './page-style.ts'
import { toDosOf } from './to-dos.ts'
import { verdictInWords } from './verdict-in-words.ts'

type Html = ReturnType<typeof html>

export const auditsAsHtml = async (
  audits: readonly Audit[],
  { title = '関所 Sekisho 監査レポート', doubts = false }: { title?: string; doubts?: boolean } = {},
): Promise<string> => {
  const page = await html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${safe(title)}</title>
<style>${raw(PAGE_STYLE)}</style>
</head>
<body>
<main>
<header><h1>${safe(title)}</h1></header>
${audits.length > 1 ? index(audits) : ''}
${audits.map((audit, at) => account(audit, at, doubts))}
<footer><p>関所 Sekisho が規則に照らして確かめた結果です。判断は各マーケットの運営が行います。</p></footer>
</main>
</body>
</html>
`
  return `${page}`
}

const index = (audits: readonly Audit[]): Html => html`<nav aria-label="ファイル"><ul class="files">
${audits.map((audit, at) => html`<li><a href="#file-${at}">${safe(audit.about?.displayName ?? nameOf(audit.file))}</a> ${badge(audit.tally.verdict === 'allow' ? 'note' : audit.tally.verdict, countOf(audit))}<br><span class="file">${safe(audit.file)}</span></li>`)}
</ul></nav>`

/** Of a path, what a person calls the file. */
const nameOf = (file: string): string => file.replace(/^.*[\\/](?=.)/, '')

const countOf = ({ findings, facts, hidden, faults }: Audit): string => {
  const count = findings.length + facts.length + hidden
  if (count > 0) return `${count}件`
  return faults.length > 0 ? '読めないところがあります' : '指摘なし'
}

const account = (audit: Audit, at: number, withDoubts: boolean): Html => {
  const { tally, about, facts, gaps, faults, certifications, findings } = audit
  const above = findings.filter(({ finding }) => finding.action !== 'note')
  const notes = findings.filter(({ finding }) => finding.action === 'note')
  const toDos = toDosOf(audit)
  const cards = asCards(above)
  const placeOf = (index: number) => `finding-${at}-${index}`
  const linkTo = (finding: AuditFinding | undefined): Html | '' => {
    const index = finding === undefined ? -1 : cards.findIndex((group) => group.includes(finding))
    return index < 0 ? '' : html` <a href="#${placeOf(index)}">見る</a>`
  }
  const tiles = [
    ['block', '不可', tally.findings.block],
    ['review', '要審査', tally.findings.review],
    ['warn', '注意', tally.findings.warn],
    ['note', '参考', tally.findings.note],
    ['gap', '未確認', gaps.length],
    ['fields', '確かめた欄', tally.fields],
  ] as const
  return html`<article class="account" id="file-${at}">
<h2>${safe(about?.displayName ?? nameOf(audit.file))}</h2>
<p class="file">${about ? html`${safe(about.marketplace)} · ` : ''}${safe(audit.file)}</p>
<p class="verdict ${tally.verdict}">${verdictInWords(audit)}</p>
<ul class="tiles">${tiles.map(([name, label, count]) => html`<li class="${name}${count === 0 ? ' zero' : ''}"><b>${count}</b>${label}</li>`)}</ul>
${section('やること', toDos.length > 0 && html`<ul class="todos">${toDos.map((toDo) => html`<li><label><input type="checkbox"> <span>${safe(toDo.text)}</span></label>${linkTo(toDo.finding)}</li>`)}</ul>`)}
${section('直すところ(重い順)', cards.length > 0 && cards.map((group, index) => card(group, placeOf(index))))}
${audit.hidden > 0 ? html`<p>ほかに${audit.hidden}件あります。</p>` : ''}
${section(
  'やり取り全体',
  facts.length > 0 &&
    facts.map(
      (fact) => html`<section class="card ${fact.action}">
<h4>${badge(fact.action)} ${fact.says}</h4>
<dl><dt>該当</dt><dd>${safe(fact.messages.join('、'))}</dd><dt>理由</dt><dd>${fact.why}</dd><dt>代わりに</dt><dd class="instead">${fact.instead}</dd></dl>
</section>`,
    ),
)}
${section('参考', notes.length > 0 && asCards(notes).map((group) => card(group)))}
${withDoubts && audit.doubts.length > 0 ? html`<details><summary>規則では判断できなかったところ(${audit.tally.doubts}件)</summary>${audit.doubts.map(doubtful)}</details>` : ''}
${withDoubts ? section('第二意見', audit.opinions.length > 0 && html`<ul class="gaps">${audit.opinions.map(gap)}</ul>`) : ''}
${section('確かめていないところ', gaps.length > 0 && html`<ul class="gaps">${gaps.map(gap)}</ul>`)}
${certifications.map(certification)}
${section('読めなかったところ', faults.length > 0 && html`<ul>${faults.map((fault) => html`<li>${safe(formatFault(fault))}</li>`)}</ul>`)}
${section('お知らせ', audit.notes.length > 0 && html`<ul>${audit.notes.map((note) => html`<li>${safe(note)}</li>`)}</ul>`)}
${audit.packs.size > 0 ? html`<p class="packs">規則: ${[...audit.packs.values()].map(({ id, version }) => `${id} ${version}`).join('、')}</p>` : ''}
</article>`
}

const section = (title: string, body: Html | readonly Html[] | false): Html | '' =>
  body ? html`<section><h3>${title}</h3>${body}</section>` : ''

const badge = (action: Finding['action'], text: string = ACTION_LABELS[action]): Html =>
  html`<span class="badge ${action}">${text}</span>`

/** Findings of one place with the same advice are one card, where the first of them stands. */
const asCards = (findings: readonly AuditFinding[]): AuditFinding[][] => {
  const groups = new Map<string, AuditFinding[]>()
  for (const one of findings) {
    const key = JSON.stringify([one.path, one.via, adviceOf(one.finding)])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** @param id of the card, where something leads to it */
const card = (group: readonly AuditFinding[], id?: string): Html => {
  const { label, path, via, finding } = group[0]!
  const { action, confidence, category, rule, says, why, instead, form, trail, because } = finding
  const sure =
    confidence === 'certain' ? '' : html` <span class="sure">${CONFIDENCE_LABELS[confidence]}</span>`
  return html`<section class="card ${action}"${id === undefined ? '' : html` id="${id}"`}>
<h4>${badge(action)}${sure} ${safe(label)}</h4>
<p class="place"><code>${safe(path)}</code>${via ? html` リンク元: ${safe(via)}` : ''}</p>
${group.map((one) => html`<blockquote>${context(one.text, one.finding)}</blockquote>`)}
<p class="says">${safe(confidence === 'possible' ? asQuestion(says) : says)}</p>
<dl>
${trail ? html`<dt>解読</dt><dd>${safe(trail.join('、'))}</dd>` : ''}
<dt>理由</dt><dd>${safe(why)}</dd>
${instead ? html`<dt>代わりに</dt><dd class="instead">${safe(instead)}</dd>` : ''}
${form ? html`<dt>申請</dt><dd>${safe(form)}</dd>` : ''}
</dl>
<p class="rule">${safe(category)} · ${safe(rule)}${because?.line === undefined ? '' : html` · ${safe(because.line)}`}</p>
</section>`
}

const doubtful = ({ label, path, text, doubt }: AuditDoubt): Html => html`<section class="card">
<h4>${safe(label)}</h4>
<p class="place"><code>${safe(path)}</code></p>
<blockquote>${context(text, doubt)}</blockquote>
${doubt.reason === undefined ? '' : html`<p>${safe(doubt.reason)}</p>`}
<p class="rule">${safe(doubt.category)}</p>
</section>`

/** Characters around the words. */
const AROUND = 80

const context = (text: string, { span }: Finding | Doubt): Html => {
  const start = Math.max(0, span.start - AROUND)
  const end = Math.min(text.length, span.end + AROUND)
  return html`${start > 0 ? '…' : ''}${safe(text.slice(start, span.start))}<mark>${safe(text.slice(span.start, span.end))}</mark>${safe(text.slice(span.end, end))}${end < text.length ? '…' : ''}`
}

const gap = ({ label, path, says, url }: AuditGap): Html =>
  html`<li><b>${safe(label)}</b> <code>${safe(path)}</code><br>${safe(says)}${url ? html`<br><span class="url">${safe(url)}</span>` : ''}</li>`

const certification = ({
  certification: { title, source },
  criteria,
}: AuditCertification): Html => html`<section>
<h3>${title}の基準</h3>
<table><thead><tr><th>基準</th><th>必要な値</th><th>いまの値</th><th>判定</th></tr></thead><tbody>
${criteria.map((one) => html`<tr class="${one.status}"><td>${one.criterion.title}</td><td>${demandInWords(one)}</td><td>${figureInWords(one)}</td><td>${STATUS_LABELS[one.status]}</td></tr>`)}
</tbody></table>
<p class="source">出典: <a href="${source.url}">${source.url}</a>(${source.read}に確認)</p>
</section>`

/** Controls and signs of direction must not reorder the page. */
const safe = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '\u2423')
