import { BlockList, isIP } from "node:net";

/**
 * The one place that reads X-Forwarded-For. Each proxy appends the address it saw, so with `hops` proxies of our own
 * the client address is the `hops`-th from the end; anything before it is untrusted. With none, the server itself wrote
 * it (bin/support/own-address.mjs). An IPv6 /64 is one customer, so it is one network.
 */
export function networkOf(chain: string | null, hops: number): string | null {
  const last = (chain ?? "").split(",").at(-Math.max(1, hops))?.trim() ?? "";
  const address = last.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  const kind = isIP(plain);
  if (kind === 0 || /^127\.|^::1$/.test(plain)) return null;
  return kind === 4 ? plain : `${firstHalf(plain)}::/64`;
}

function firstHalf(address: string): string {
  const [before = "", after = ""] = address.split("%")[0]?.split("::") ?? [];
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const head = groups(before);
  const tail = groups(after);
  const gap = address.includes("::") ? Math.max(0, 8 - head.length - tail.length) : 0;
  const all = [...head, ...Array<string>(gap).fill("0"), ...tail];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

const private4 = ["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"];
const private6 = ["::1/128", "fc00::/7", "fe80::/10"];
const ownNetworks = new BlockList();
for (const [kind, nets] of [
  ["ipv4", private4],
  ["ipv6", private6],
] as const) {
  for (const net of nets) {
    const [address = "", bits] = net.split("/");
    ownNetworks.addSubnet(address, Number(bits), kind);
  }
}

/** An address that is valid only within its own network and identifies nobody outside it. */
export function isPrivateAddress(address: string): boolean {
  const kind = isIP(address);
  return kind !== 0 && ownNetworks.check(address, kind === 4 ? "ipv4" : "ipv6");
}
