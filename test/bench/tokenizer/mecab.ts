/** Native MeCab with its IPADIC, where it is installed (Debian: mecab, mecab-ipadic-utf8). */
import { spawnSync } from 'node:child_process'

/**
 * Characters per second of MeCab's own search, with nothing printed: the time for the texts many times over, less the
 * time for them once, so that its start does not count. Undefined where there is no MeCab.
 */
export function measureMecab(texts: readonly string[], characters: number): number | undefined {
  const lines = `${texts.join('\n')}\n`
  const repeats = Math.max(2, Math.ceil(3e6 / characters))
  const seconds = (input: string): number | undefined => {
    const started = performance.now()
    const formats = ['-F', '', '-U', '', '-B', '', '-E', '']
    const { status, error } = spawnSync('mecab', ['-b', '1000000', ...formats], {
      input,
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    return error || status !== 0 ? undefined : (performance.now() - started) / 1000
  }
  const best = (input: string) => {
    const times = Array.from({ length: 5 }, () => seconds(input)).filter((time) => time !== undefined)
    return times.length > 0 ? Math.min(...times) : undefined
  }
  const once = best(lines)
  const many = best(lines.repeat(repeats))
  if (once === undefined || many === undefined) return undefined
  return ((repeats - 1) * characters) / (many - once)
}
