import { chmod, lstat, mkdtemp, readdir, readFile, stat, symlink, utimes } from 'node:fs/promises'
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

describe('the files of a folder', () => {
  it('are found below it, with what is linked; a link to a folder is not followed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sekisho-'))
    await nodeFiles.replace(join(folder, 'sub', 'b.txt'), 'b')
    await nodeFiles.replace(join(folder, '.hidden', 'c.txt'), 'c')
    await symlink(join(folder, 'sub', 'b.txt'), join(folder, 'a.txt'))
    await symlink(folder, join(folder, 'round'))
    const { files, refused } = await nodeFiles.list(folder)
    expect({ files, refused }).toEqual({
      files: [join(folder, 'a.txt'), join(folder, 'sub', 'b.txt')],
      refused: [],
    })
  })

  it.skipIf(process.getuid?.() === 0)('are found beside folders that may not be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sekisho-'))
    await nodeFiles.replace(join(folder, 'a.txt'), 'a')
    await nodeFiles.replace(join(folder, 'closed', 'b.txt'), 'b')
    await chmod(join(folder, 'closed'), 0o000)
    const { files, refused } = await nodeFiles.list(folder)
    expect({ files, refused }).toEqual({ files: [join(folder, 'a.txt')], refused: [join(folder, 'closed')] })
    await chmod(join(folder, 'closed'), 0o700)
  })
})

describe('the version of a file', () => {
  it('changes with its content, though its size stays', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'sekisho-')), 'a.txt')
    await nodeFiles.replace(file, 'one')
    const before = await nodeFiles.version(file)
    expect(await nodeFiles.version(file)).toBe(before)
    await nodeFiles.replace(file, 'two')
    await utimes(file, new Date(), new Date(Date.now() + 10))
    expect(await nodeFiles.version(file)).not.toBe(before)
    expect(await nodeFiles.version(`${file}.none`)).toBe('')
  })
})
