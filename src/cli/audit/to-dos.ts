/** What is left to do after an audit, one line a thing, in the order in which it is worth doing. */
import type { Audit, AuditFinding } from './audit.ts'

export interface ToDo {
  readonly text: string
  readonly path: string
}

export const toDosOf = (audit: Audit): ToDo[] => {
  const toDos: ToDo[] = []
  // The same words in the same place are one thing to do, whatever the rules that found them.
  const seen = new Set<string>()
  for (const one of audit.findings.filter(({ finding }) => finding.action !== 'note')) {
    const text = findingToDo(one)
    if (seen.has(text)) continue
    seen.add(text)
    toDos.push({ text, path: one.path })
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

const findingToDo = ({ label, via, finding }: AuditFinding): string => {
  const place = via ? `${via}が指す${label}` : label
  const words = finding.excerpt.replace(/\s+/g, ' ')
  const short = words.length > 40 ? `${words.slice(0, 40).toWellFormed()}…` : words
  if (finding.category.startsWith('tone.')) return `${place}の「${short}」を言い換える`
  return via
    ? `${place}から「${short}」を消してもらうか、リンクを外す`
    : `${place}の「${short}」を消すか、書き換える`
}
