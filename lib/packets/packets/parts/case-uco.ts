import { draftStamp } from "../fixed-text";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { accountNode, subjectNode, subjectRelation } from "./case-accounts";
import { eventNode, incidentNode, shownRelations } from "./case-acts";
import { custodyActions, provenanceRecord } from "./case-custody";
import { copyRelations, exhibitFiles, packetFiles } from "./case-files";
import { idsOf } from "./case-ids";
import { orgId, peopleNodes } from "./case-people";
import { caseContext, instantOf, type Node, nodeOf, refTo } from "./case-words";
import type { ManifestPart } from "./manifest";

export type CaseBundle = { "@context": typeof caseContext } & Node;

/**
 * The case of a packet as a CASE 1.4.0 bundle in JSON-LD: files with hashes, the actions on each exhibit and by whom
 * (by code), accounts, messages and events. A pure function; `manifest` is the one without this file in it.
 */
export function caseUcoOf(snapshot: PacketSnapshot, manifest: { parts: readonly ManifestPart[] }): CaseBundle {
  const idOf = idsOf(snapshot);
  const { packet, case: matter, accounts, incidents, events, exhibits } = snapshot;
  const custody = exhibits.map((exhibit) => ({ exhibit, actions: custodyActions(idOf, snapshot, exhibit) }));
  const things: Node[] = [
    ...peopleNodes(idOf, snapshot),
    subjectNode(idOf, snapshot),
    ...accounts.map((account) => accountNode(idOf, account)),
    ...incidents.map((incident) => incidentNode(idOf, incident)),
    ...events.map((event) => eventNode(idOf, event)),
    ...exhibits.flatMap((exhibit) => exhibitFiles(idOf, exhibit)),
    ...packetFiles(idOf, snapshot, manifest),
    ...custody.flatMap(({ exhibit, actions }) => [...actions, provenanceRecord(idOf, exhibit, actions)]),
    ...exhibits.flatMap((exhibit) => copyRelations(idOf, exhibit)),
    ...accounts.flatMap((account) => subjectRelation(idOf, account)),
    ...incidents.flatMap((incident) => shownRelations(idOf, snapshot, incident)),
  ];
  const investigation = nodeOf(idOf("investigation"), "investigation:Investigation", {
    "core:name": packet.no,
    "investigation:investigationForm": "case",
    "investigation:focus": matter.matter,
    "core:object": things.map((thing) => refTo(thing["@id"])),
  });
  return {
    "@context": caseContext,
    ...nodeOf(idOf("bundle", String(packet.version)), "core:Bundle", {
      "core:name": `${packet.no}, version ${packet.version}${packet.approval ? "" : `, ${draftStamp}`}`,
      "core:specVersion": "CASE 1.4.0",
      "core:objectCreatedTime": instantOf(packet.builtAt),
      "core:createdBy": refTo(orgId(idOf)),
      "core:object": [investigation, ...things],
    }),
  };
}
