import type { PacketLaw } from "@/lib/law/jurisdictions/packet-word-types";
import { lawsOf } from "../sections/pair-words";
import type { PacketSnapshot } from "../snapshot/snapshot";

/** Every law source that a packet of this pair may name, in the order of their numbers. */
export function lawSourcesOf(snapshot: PacketSnapshot): readonly PacketLaw[] {
  return [...lawsOf(snapshot).values()];
}
