/** Data modules of the Worker's bundle (wrangler.toml). */
declare module '*.bin' {
  const bytes: ArrayBuffer
  export default bytes
}
