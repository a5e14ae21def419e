// react.jsx as a browser runs it; a marketplace's own build does the same with `import 'sekisho/field'`.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const near = (path) => fileURLToPath(new URL(path, import.meta.url))

export async function bundleReact() {
  const { outputFiles } = await build({
    entryPoints: [near('react.jsx')],
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'react',
    tsconfigRaw: '{}',
    write: false,
    minify: true,
    alias: { 'sekisho/field': near('../../dist/field.js') },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0].text
}
