import type { PacketSnapshot, SnapshotExhibit } from "../snapshot/snapshot";
import { exhibitFileId, partId } from "./case-files";
import type { IdOf } from "./case-ids";
import { builderId, deviceId, performerId } from "./case-people";
import { instantOf, type Node, nodeOf, refTo } from "./case-words";

/** What was done with one exhibit, from its capture to its pages in the packet, each after the one before. */
export function custodyActions(idOf: IdOf, snapshot: PacketSnapshot, exhibit: SnapshotExhibit): Node[] {
  const originals = exhibit.files.filter((file) => file.kind !== "masked copy");
  const files = originals.map((file) => refTo(exhibitFileId(idOf, exhibit.code, file.no)));
  const actions = [
    capture(idOf, exhibit, files),
    ...ledger(idOf, exhibit, files),
    ...building(idOf, snapshot, exhibit, files),
  ];
  return actions.map((action, i) => {
    const before = actions[i - 1];
    return before ? { ...action, "investigation:wasInformedBy": refTo(before["@id"]) } : action;
  });
}

type Refs = { "@id": string }[];

function capture(idOf: IdOf, exhibit: SnapshotExhibit, files: Refs): Node {
  return nodeOf(idOf("capture", exhibit.code), "investigation:InvestigativeAction", {
    "core:name": "collected",
    "core:description": exhibit.method,
    "action:startTime": exhibit.capturedAt && instantOf(exhibit.capturedAt),
    "action:performer": exhibit.collector && refTo(performerId(idOf, exhibit.collector)),
    "action:instrument": exhibit.device && refTo(deviceId(idOf, exhibit.device)),
    "action:result": files,
  });
}

/** The ledger event by event. The hash of the chain is said in words: UCO has no property for it. */
function ledger(idOf: IdOf, exhibit: SnapshotExhibit, files: Refs): Node[] {
  return exhibit.custody.map((event) =>
    nodeOf(idOf("custody", exhibit.code, String(event.no)), "investigation:InvestigativeAction", {
      "core:name": event.action,
      "core:description": `Custody ledger of ${exhibit.code}, event ${event.no}${event.hash ? `, chain hash ${event.hash}` : ""}`,
      "action:startTime": instantOf(event.at),
      "action:performer": event.by && refTo(performerId(idOf, event.by)),
      "action:object": files,
    }),
  );
}

function building(idOf: IdOf, snapshot: PacketSnapshot, exhibit: SnapshotExhibit, files: Refs): Node[] {
  const { packet } = snapshot;
  const version = String(packet.version);
  const base = { "action:instrument": refTo(builderId(idOf)), "action:object": files };
  const { rehashed } = exhibit;
  const hashed = nodeOf(idOf("rehash", exhibit.code, version), "investigation:InvestigativeAction", {
    ...base,
    "core:name": "hashed again",
    "core:description": rehashed?.same ? "SHA-256 was the same as on receipt" : "SHA-256 differed from that on receipt",
    "action:startTime": rehashed && instantOf(rehashed.at),
  });
  const rendered = nodeOf(idOf("render", exhibit.code, version), "investigation:InvestigativeAction", {
    ...base,
    "core:name": "rendered",
    "core:description": `Put on the pages of packet ${packet.no}, version ${version}`,
    "action:startTime": instantOf(packet.builtAt),
    "action:performer": refTo(performerId(idOf, packet.preparedBy)),
    "action:result": [refTo(partId(idOf, snapshot, "served"))],
  });
  return rehashed ? [hashed, rendered] : [rendered];
}

/** What links an exhibit number to its files and to what was done with them. */
export function provenanceRecord(idOf: IdOf, exhibit: SnapshotExhibit, actions: readonly Node[]): Node {
  return nodeOf(idOf("exhibit", exhibit.code), "investigation:ProvenanceRecord", {
    "core:name": exhibit.title,
    "investigation:exhibitNumber": exhibit.code,
    "core:object": [
      ...exhibit.files.map((file) => refTo(exhibitFileId(idOf, exhibit.code, file.no))),
      ...actions.map((action) => refTo(action["@id"])),
    ],
  });
}
