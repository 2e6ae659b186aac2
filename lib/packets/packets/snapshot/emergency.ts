import type { DraftContent } from "../input";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { codesIn, incidentCode } from "./words";

/** What a provider requires for an emergency disclosure, as the author wrote it; null if no danger is claimed. */
export function emergencyPart(record: CaseRecord, draft: DraftContent): Pick<PacketSnapshotInput, "emergency"> {
  const { who, nature, whyNow, data, noTime } = draft.emergency;
  const written = [who, nature, whyNow, data, noTime].filter(Boolean);
  if (written.length === 0) return { emergency: null };
  const known = record.incidents.map(incidentCode);
  const named = codesIn(written.join(" ")).filter((code) => !/^[IC]-/.test(code) || known.includes(code));
  const last = record.incidents
    .filter((row) => row.kind === "act")
    .map(incidentCode)
    .at(-1);
  return {
    emergency: {
      who: who || null,
      nature: nature || null,
      whyNow: whyNow || null,
      data: data || null,
      noTime: noTime || null,
      sources: named.length > 0 ? named : [last ?? "case record"],
    },
  };
}
