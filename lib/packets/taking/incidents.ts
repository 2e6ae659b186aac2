import type { PacketSnapshotInput } from "@/lib/packets/snapshot";
import { incidentTags } from "@/lib/packets/snapshot-parts";
import type { CaseRecord } from "./read-case";
import { accountCode, exhibitsOf, incidentCode, iso } from "./words";

type Tag = (typeof incidentTags)[number];

/** What a nature is called in a sentence, and what it counts as. A nature that is not here is printed as it stands. */
const natures: Record<string, { kind: string; tags: Tag[] }> = {
  threat: { kind: "threat", tags: ["violence"] },
  threat_violence: { kind: "threat of violence", tags: ["violence"] },
  threat_of_violence: { kind: "threat of violence", tags: ["violence"] },
  threat_property: { kind: "threat to property", tags: ["property"] },
  intimate_image: { kind: "message about intimate images", tags: ["intimate_image"] },
  extortion: { kind: "demand", tags: ["gain"] },
  sextortion: { kind: "demand about intimate images", tags: ["gain", "intimate_image"] },
  stalking: { kind: "message", tags: ["fear", "contact"] },
  harassment: { kind: "message", tags: ["contact"] },
  unwanted_contact: { kind: "message", tags: ["contact"] },
  impersonation: { kind: "post in another person’s name", tags: ["impersonation"] },
  doxxing: { kind: "post of personal details", tags: ["fear"] },
  doxing: { kind: "post of personal details", tags: ["fear"] },
  insult: { kind: "insult", tags: ["insult"] },
  hate: { kind: "insult", tags: ["insult"] },
};

function natureOf(nature: string): { kind: string; tags: Tag[] } {
  const own = incidentTags.filter((tag) => tag === nature);
  return natures[nature] ?? { kind: nature.replaceAll("_", " ") || "message", tags: own };
}

/** Acts, as `I-1`; other events, as `C-1`. Only exhibits that travel with the packet are named. */
export function incidentParts(
  record: CaseRecord,
  chosen: ReadonlySet<string>,
): Pick<PacketSnapshotInput, "incidents" | "events"> {
  const codeOf = new Map(record.accounts.map((account) => [account.id, accountCode(account)]));
  const acts = record.incidents.filter((row) => row.kind === "act");
  const events = record.incidents.filter((row) => row.kind === "event");
  return {
    incidents: acts.map((row) => ({
      code: incidentCode(row),
      at: iso(row.happenedAt),
      exact: row.timeIsExact,
      account: (row.accountId && codeOf.get(row.accountId)) || null,
      kind: natureOf(row.nature).kind,
      words: row.words,
      note: row.what,
      url: row.url,
      exhibits: exhibitsOf(record, row.id, chosen),
      tags: natureOf(row.nature).tags,
    })),
    events: events.map((row) => ({
      code: incidentCode(row),
      at: iso(row.happenedAt),
      what: row.words ? `${row.what} “${row.words}”` : row.what,
      sources: exhibitsOf(record, row.id, chosen),
      knowledge: row.isKnowledge,
    })),
  };
}
