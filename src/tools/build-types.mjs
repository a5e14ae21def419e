#!/usr/bin/env node
/** The types that callers get, into dist/types/; those of files that are gone go with them. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
rmSync(join(root, 'dist/types'), { recursive: true, force: true })
execFileSync(
  process.execPath,
  [join(typescript, 'bin/tsc'), '-p', 'tsconfig.types.json', '--checkers', '1'],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
