import { BlockList, isIP } from "node:net";

/** Everything of IPv4 that is not for the public (registries of IANA for special purposes). */
const special4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];

/** Of IPv6 only this is public, so nothing that carries an IPv4 address outside it has to be named. */
const public6 = ["2000::/3"];
const special6 = ["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"];

const blockList = (nets: readonly string[], kind: "ipv4" | "ipv6"): BlockList => {
  const list = new BlockList();
  for (const net of nets) {
    const [address = "", bits] = net.split("/");
    list.addSubnet(address, Number(bits), kind);
  }
  return list;
};

const refused4 = blockList(special4, "ipv4");
const open6 = blockList(public6, "ipv6");
const refused6 = blockList(special6, "ipv6");

/** An address of the public internet, as text; false for every other, and for what is no address. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !refused4.check(address, "ipv4");
  if (kind === 6) return open6.check(address, "ipv6") && !refused6.check(address, "ipv6");
  return false;
}
