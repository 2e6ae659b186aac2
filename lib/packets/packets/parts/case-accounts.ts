import type { PacketSnapshot, SnapshotAccount } from "../snapshot/snapshot";
import type { IdOf } from "./case-ids";
import { providerId } from "./case-people";
import { type Node, nodeOf, refTo } from "./case-words";

export const accountId = (idOf: IdOf, code: string): string => idOf("account", code);
const subjectId = (idOf: IdOf): string => idOf("subject");

/** The alleged sender as a role: the packet states that it is not proved whether one person used every account. */
export function subjectNode(idOf: IdOf, snapshot: PacketSnapshot): Node {
  return nodeOf(subjectId(idOf), "investigation:Subject", {
    "core:name": snapshot.case.subjectCode,
    "core:description": "Alleged by the client. It has not been tested by a court.",
  });
}

/** An account by its permanent ID, its handles, and the entity that holds its records. */
export function accountNode(idOf: IdOf, account: SnapshotAccount): Node {
  const id = accountId(idOf, account.code);
  return nodeOf(id, "observable:DigitalAccount", {
    "core:name": account.code,
    "core:description": account.platform,
    "core:hasFacet": [
      nodeOf(idOf(id, "account"), "observable:AccountFacet", {
        "observable:accountIdentifier": account.platformId,
        "observable:accountIssuer": account.provider && refTo(providerId(idOf, account.provider.entity)),
      }),
      nodeOf(idOf(id, "digital"), "observable:DigitalAccountFacet", {
        "observable:accountLogin": account.handles.map((handle) => handle.handle),
        "observable:displayName": account.displayNames.at(-1),
      }),
    ],
    "core:externalReference":
      account.url &&
      nodeOf(idOf(id, "url"), "core:ExternalReference", {
        "core:referenceURL": { "@type": "xsd:anyURI", "@value": account.url },
      }),
  });
}

/**
 * Why an account is attributed to the subject, in the words recorded for the subject. Confidence is not expressed as a
 * number.
 */
export function subjectRelation(idOf: IdOf, account: SnapshotAccount): Node[] {
  if (!account.link) return [];
  return [
    nodeOf(idOf("link", account.code), "core:Relationship", {
      "core:source": refTo(accountId(idOf, account.code)),
      "core:target": refTo(subjectId(idOf)),
      "core:kindOfRelationship": "Related_To",
      "core:isDirectional": true,
      "core:description": account.link.text,
      "core:tag": [`confidence: ${account.link.confidence}`],
    }),
  ];
}
