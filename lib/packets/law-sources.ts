import type { PacketLaw } from "@/lib/law/jurisdictions/packet-word-types";
import type { PacketSnapshot } from "@/lib/packets/snapshot";
import { lawsOf } from "./assembly/pair-words";

/** Every law source that a packet of this pair may name, in the order of their numbers. */
export function lawSourcesOf(snapshot: PacketSnapshot): readonly PacketLaw[] {
  return [...lawsOf(snapshot).values()];
}
