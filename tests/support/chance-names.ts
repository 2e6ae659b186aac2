import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import { sampleSnapshot } from "./sample-snapshot";

/**
 * A snapshot in whose check word, hashes and ids chance made a name of three hexadecimal letters: in each piece of a hash
 * that is printed.
 */
export function withNames(snapshot: PacketSnapshot, name: string): PacketSnapshot {
  const three = name.toLowerCase();
  let made = 0;
  const group = () => {
    made += 1;
    return `${made % 10}${three}${String(made % 1000).padStart(3, "0")}e`;
  };
  const text = JSON.stringify(snapshot).replaceAll(
    /"[0-9a-f]{64}"/g,
    () => `"${Array.from({ length: 8 }, group).join("")}"`,
  );
  const planted: PacketSnapshot = JSON.parse(text);
  return {
    ...planted,
    packet: { ...planted.packet, checkWord: `${name.toUpperCase()}1-2F3C` },
    covers: [`01a2b3c4-4ee9-4${three}-8${three}-9${three}01b1c2d3`],
  };
}

export const snapshotWithNames = (name: string): PacketSnapshot => withNames(sampleSnapshot(), name);
