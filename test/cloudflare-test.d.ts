/** What the tests in workerd use of `cloudflare:test`: its own types bring globals that are not Node's. */
declare module 'cloudflare:test' {
  export const SELF: { fetch(input: string, init?: RequestInit): Promise<Response> }
}
