import { type actNatures, knowledgeShown } from "@/lib/casework/cases/labels";
import type { Stated } from "./papers";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import type { incidentTags } from "./snapshot-parts";
import { accountCode, exhibitsOf, incidentCode, iso } from "./words";

type Tag = (typeof incidentTags)[number];

/** What an act is called in a sentence, and how it counts in the counts and the standards. */
const natures: Record<keyof typeof actNatures, { kind: string; tags: Tag[] }> = {
  threat_violence: { kind: "threat of violence", tags: ["violence"] },
  threat_property: { kind: "threat to property", tags: ["property"] },
  image_threat: { kind: "threat to show an intimate image", tags: ["intimate_image"] },
  image_shared: { kind: "intimate image shown to others", tags: ["image_shared"] },
  intimate_image: { kind: "message about intimate images", tags: ["intimate_image"] },
  extortion: { kind: "demand with a threat", tags: ["gain"] },
  stalking: { kind: "threatening message", tags: ["fear", "contact"] },
  unwanted_contact: { kind: "message", tags: ["contact"] },
  impersonation: { kind: "post in another person’s name", tags: ["impersonation"] },
  doxxing: { kind: "post of personal details", tags: ["fear"] },
  insult: { kind: "insult", tags: ["insult"] },
  other_act: { kind: "message", tags: [] },
};

function natureOf(nature: string): { kind: string; tags: Tag[] } {
  const known: Partial<Record<string, { kind: string; tags: Tag[] }>> = natures;
  return known[nature] ?? natures.other_act;
}

/** Acts, as `I-1`; other events, as `C-1`. Only exhibits that travel with the packet are named. */
export function incidentParts(
  record: CaseRecord,
  chosen: ReadonlySet<string>,
  stated: Stated = new Map(),
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
      statements: stated.get(incidentCode(row)) ?? [],
      tags: natureOf(row.nature).tags,
      knowledge: knowledgeShown(row)?.toLowerCase() ?? null,
    })),
    events: events.map((row) => ({
      code: incidentCode(row),
      at: iso(row.happenedAt),
      what: row.words ? `${row.what} “${row.words}”` : row.what,
      sources: exhibitsOf(record, row.id, chosen),
      knowledge: knowledgeShown(row) !== null,
      shows: knowledgeShown(row)?.toLowerCase() ?? null,
    })),
  };
}
