/** Where a request comes from, on Node: the peer, or what the operator's own proxies say of it. */
import { BlockList, isIP } from 'node:net'

/** The setting of the trusted proxies cannot be used. */
export class ProxiesError extends Error {
  override name = 'ProxiesError'
}

/** What node-server gives beside a request, as far as it is used. */
interface NodeEnv {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
}

/**
 * @param proxies addresses and networks with commas (`10.0.0.0/8, 127.0.0.1`): only what those say of others is believed.
 * @throws {ProxiesError}
 */
export function createAddressOf(
  proxies: string | undefined,
): (request: Request, env: unknown) => string | undefined {
  const trusted = new BlockList()
  for (const entry of (proxies ?? '').split(',').map((one) => one.trim()))
    if (entry !== '') add(trusted, entry)
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (request, env) => {
    const peer = plain((env as NodeEnv | undefined)?.incoming?.socket?.remoteAddress ?? '')
    if (peer === '') return undefined
    if (!isTrusted(peer)) return peer
    // Each proxy adds the one that it heard from: from the right, the first that is no proxy of ours.
    const said = (request.headers.get('x-forwarded-for') ?? '').split(',').map(plain)
    const client = said.findLast((address) => !isTrusted(address))
    return client === undefined || isIP(client) === 0 ? peer : client
  }
}

function add(trusted: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/')
  const version = isIP(address)
  const length = bits === undefined ? undefined : Number(bits)
  const longest = version === 6 ? 128 : 32
  if (
    version === 0 ||
    (length !== undefined && !(Number.isInteger(length) && length >= 0 && length <= longest))
  ) {
    throw new ProxiesError(`SEKISHO_TRUSTED_PROXIES: '${entry}' is no address and no network (10.0.0.0/8).`)
  }
  const family = version === 6 ? 'ipv6' : 'ipv4'
  if (length === undefined) trusted.addAddress(address, family)
  else trusted.addSubnet(address, length, family)
}

/** Without the port that some proxies add, and as IPv4 where it is that. */
const plain = (address: string): string =>
  address
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
