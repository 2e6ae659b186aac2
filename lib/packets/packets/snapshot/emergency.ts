import type { DraftContent } from "../input";
import { dangerOf, emergencyFrom } from "./danger";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { codesIn, incidentCode } from "./words";

/**
 * What a provider requires for an emergency disclosure: as the author wrote it, and where they wrote nothing, as the
 * assessment of imminent danger says. Null if no danger is claimed.
 */
export function emergencyPart(record: CaseRecord, draft: DraftContent): Pick<PacketSnapshotInput, "emergency"> {
  const assessed = emergencyFrom(record);
  const { who, nature, whyNow, data, noTime } = fillEmpty(draft.emergency, assessed);
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
      sources: named.length > 0 ? named : assessed ? actsOf(record) : [last ?? "case record"],
    },
  };
}

type Answers = DraftContent["emergency"];

function fillEmpty(written: Answers, assessed: Partial<Answers> | null): Answers {
  const filled = Object.entries(assessed ?? {}).filter(([field]) => !written[field as keyof Answers]);
  return { ...written, ...Object.fromEntries(filled) };
}

function actsOf(record: CaseRecord): string[] {
  const codes = dangerOf(record).acts.map(({ code }) => code);
  return codes.length > 0 ? codes : ["case record"];
}
