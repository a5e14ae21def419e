/** The Data module of the benchmark's Worker: the packed or the flat file. */
declare module 'dictionary' {
  const bytes: ArrayBuffer
  export default bytes
}
