import type { PacketSnapshot, SnapshotIncident } from "../snapshot/snapshot";
import { accountId } from "./case-accounts";
import { exhibitFileId } from "./case-files";
import type { IdOf } from "./case-ids";
import { instantOf, type Node, nodeOf, refTo } from "./case-words";

const incidentId = (idOf: IdOf, code: string): string => idOf("incident", code);

/** An act with known words is a message; any other is an event. */
export function incidentNode(idOf: IdOf, incident: SnapshotIncident): Node {
  const id = incidentId(idOf, incident.code);
  const from = incident.account && refTo(accountId(idOf, incident.account));
  if (incident.words) {
    const facet = nodeOf(idOf(id, "message"), "observable:MessageFacet", {
      "observable:messageText": incident.words,
      "observable:messageType": incident.kind,
      "observable:sentTime": incident.exact ? instantOf(incident.at) : null,
      "observable:from": from,
    });
    return nodeOf(id, "observable:Message", {
      "core:name": incident.code,
      "core:description": incident.exact ? null : `On ${incident.at.slice(0, 10)} (UTC), time not exact`,
      "core:hasFacet": [facet],
    });
  }
  return nodeOf(id, "core:Event", {
    "core:name": incident.code,
    "core:description": incident.note,
    "core:eventType": incident.kind,
    "core:startTime": instantOf(incident.at),
    "core:eventContext": from,
  });
}

export function eventNode(idOf: IdOf, event: PacketSnapshot["events"][number]): Node {
  return nodeOf(incidentId(idOf, event.code), "core:Event", {
    "core:name": event.code,
    "core:description": event.what,
    "core:startTime": instantOf(event.at),
  });
}

/** Which file shows which act. An exhibit that is not in this version is not named. */
export function shownRelations(idOf: IdOf, snapshot: PacketSnapshot, incident: SnapshotIncident): Node[] {
  const here = snapshot.exhibits.filter((exhibit) => incident.exhibits.includes(exhibit.code));
  return here.map((exhibit) =>
    nodeOf(idOf("shows", exhibit.code, incident.code), "core:Relationship", {
      "core:source": refTo(incidentId(idOf, incident.code)),
      "core:target": refTo(exhibitFileId(idOf, exhibit.code, exhibit.files[0]?.no ?? 1)),
      "core:kindOfRelationship": "Contained_Within",
      "core:isDirectional": true,
    }),
  );
}
