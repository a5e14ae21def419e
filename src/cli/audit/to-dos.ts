/** What is left to do after an audit, one line a thing, in the order in which it is worth doing. */
import { isTone } from '../../core/contract/category.ts'
import type { Audit, AuditFinding } from './audit.ts'

export interface ToDo {
  readonly text: string
  readonly path: string
  /** The first of the findings that it is about. */
  readonly finding?: AuditFinding
}

export const toDosOf = (audit: Audit): ToDo[] => {
  const toDos: ToDo[] = []
  for (const findings of byPlace(audit.findings).values()) {
    const finding = findings[0]!
    toDos.push({ text: fieldToDo(findings), path: finding.path, finding })
  }
  for (const { label, path, url } of audit.gaps) {
    toDos.push({
      text: url ? `${label}のリンク先を自分の目で確かめる: ${url}` : `${label}を自分の目で確かめる`,
      path,
    })
  }
  for (const { line, says } of audit.faults) {
    toDos.push({
      text: `読めなかったところを直して、もう一度確かめる: ${says}`,
      path: line === undefined ? audit.file : `${audit.file}:${line}`,
    })
  }
  for (const { certification, criteria } of audit.certifications) {
    for (const { criterion, status } of criteria) {
      if (status === 'unmet')
        toDos.push({ text: `${certification.title}の基準を満たす: ${criterion.title}`, path: '' })
    }
  }
  return toDos
}

/** A field is opened once, whatever is to be changed in it. Hardest first, as the findings are. */
const byPlace = (findings: readonly AuditFinding[]): Map<string, AuditFinding[]> => {
  const places = new Map<string, AuditFinding[]>()
  for (const one of findings) {
    if (one.finding.action === 'note') continue
    // What is to be taken out and what is to be said otherwise are different things to do.
    const key = `${isTone(one.finding) ? 'tone' : 'redirect'} ${one.path}`
    places.set(key, [...(places.get(key) ?? []), one])
  }
  return places
}

const fieldToDo = (findings: readonly AuditFinding[]): string => {
  const [first] = findings
  const { label, path, via } = first!
  const words = [...new Set(findings.map(({ finding }) => quoted(finding.excerpt)))].join('')
  // What was sent stays.
  if (SENT.test(path)) {
    return isTone(first!.finding)
      ? `${label}の${words}を、次からは言い換える`
      : `${label}の${words}は送信済みのため、やり取りをサービスの中に戻すことを相手に伝える`
  }
  if (isTone(first!.finding)) return `${label}の${words}を言い換える`
  return via
    ? `${label}から${words}を消すか(ほかの人の動画なら消してもらうか)、リンクを外す`
    : `${label}の${words}を消すか、書き換える`
}

const SENT = /(?:^|\.)messages\[\d+\]\./

const MAX_WORDS = 40

const quoted = (excerpt: string): string => {
  const words = excerpt.replace(/\s+/g, ' ')
  return `「${words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS).toWellFormed()}…` : words}」`
}
