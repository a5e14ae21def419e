import { lstat, mkdtemp, readdir, readFile, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '../../src/runtime/node-files.ts'

describe('a file that is replaced', () => {
  it('is there as a whole, with nothing beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sekisho-'))
    await nodeFiles.replace(join(folder, 'sub', 'report.html'), 'one')
    await nodeFiles.replace(join(folder, 'sub', 'report.html'), 'two')
    expect(await readFile(join(folder, 'sub', 'report.html'), 'utf8')).toBe('two')
    expect(await readdir(join(folder, 'sub'))).toEqual(['report.html'])
  })

  it.skipIf(process.platform === 'win32')('stays a link where it is one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sekisho-'))
    await symlink(join(folder, 'report.html'), join(folder, 'link.html'))
    await nodeFiles.replace(join(folder, 'link.html'), 'one')
    await nodeFiles.replace(join(folder, 'link.html'), 'two')
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe('two')
    expect((await lstat(join(folder, 'link.html'))).isSymbolicLink()).toBe(true)
  })

  it.skipIf(process.platform === 'win32')('stays a device where it is one', async () => {
    await nodeFiles.replace('/dev/null', 'nothing')
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true)
  })
})
