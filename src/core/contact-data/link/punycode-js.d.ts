/** punycode.js brings no types of its own. */
declare module 'punycode.js' {
  const punycode: { toASCII(domain: string): string; toUnicode(domain: string): string }
  export default punycode
}
