/** The build turns a file to download into its bytes. */
declare module '*.xlsx' {
  const bytes: Uint8Array<ArrayBuffer>
  export default bytes
}
