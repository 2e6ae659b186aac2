import type { PacketSnapshot } from "../snapshot/snapshot";
import type { IdOf } from "./case-ids";
import { type Node, nodeOf } from "./case-words";

export const orgId = (idOf: IdOf): string => idOf("organisation");
export const builderId = (idOf: IdOf): string => idOf("tool", "Crossdocket");
export const performerId = (idOf: IdOf, name: string): string => idOf("person", name);
export const deviceId = (idOf: IdOf, name: string): string => idOf("device", name);
export const providerId = (idOf: IdOf, entity: string): string => idOf("provider", entity);

/** The actors, by code or role as printed: the organisation, staff, the client, providers. No names. */
export function peopleNodes(idOf: IdOf, snapshot: PacketSnapshot): Node[] {
  const { org, exhibits, accounts, packet } = snapshot;
  const performers = exhibits.flatMap((exhibit) => [
    exhibit.collector ?? "",
    ...exhibit.custody.map((event) => event.by),
  ]);
  const devices = exhibits.map((exhibit) => exhibit.device ?? "");
  const entities = accounts.map((account) => account.provider?.entity ?? "");
  return [
    nodeOf(orgId(idOf), "identity:Organization", { "core:name": org.name }),
    ...once([packet.preparedBy, packet.approval?.by ?? "", ...performers]).map((name) =>
      nodeOf(performerId(idOf, name), "identity:Identity", { "core:name": name }),
    ),
    ...once(entities).map((name) => nodeOf(providerId(idOf, name), "identity:Organization", { "core:name": name })),
  ].concat(
    once(devices).map((name) => nodeOf(deviceId(idOf, name), "tool:Tool", { "core:name": name })),
    nodeOf(builderId(idOf), "tool:Tool", { "core:name": "Crossdocket", "tool:toolType": "case management" }),
  );
}

const once = (names: readonly string[]): string[] => [...new Set(names)].filter(Boolean);
