import { isIP } from "node:net";

/**
 * The one place that reads X-Forwarded-For. Each proxy adds whom it saw at the end, so with `hops` proxies of our own
 * the address is the `hops`-th from the end; what stands before it is whatever a stranger sent. With none the server
 * itself wrote it (bin/support/own-address.mjs). A whole /64 of IPv6 is one customer, so it is one network.
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
  const [head, tail] = [groups(before), groups(after)];
  const gap = address.includes("::") ? Math.max(0, 8 - head.length - tail.length) : 0;
  const all = [...head, ...Array<string>(gap).fill("0"), ...tail];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
