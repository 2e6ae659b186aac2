import { idOfName } from "@/lib/platform/ids";
import type { PacketSnapshot } from "../snapshot/snapshot";

/** Generated once, at random, for this product: every id of a CASE bundle is derived from it. */
const productNamespace = "5b0f4c3e-0c55-4d0a-9c1b-6f7a3f1e9d42";

export type IdOf = (...names: readonly string[]) => string;

/**
 * Ids of the objects in a packet's bundle, as `urn:uuid:`. The same exhibit has the same id in every version, so that
 * two bundles can be compared; the id of what is new in a version includes the version.
 */
export function idsOf({ org, packet }: Pick<PacketSnapshot, "org" | "packet">): IdOf {
  const own = idOfName(JSON.stringify([org.name, packet.no]), productNamespace);
  return (...names) => `urn:uuid:${idOfName(JSON.stringify(names), own)}`;
}
