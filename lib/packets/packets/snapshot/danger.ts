import { passagesIn, questionOf } from "@/lib/casework/danger/rules";
import type { ActText, DangerQuestion } from "@/lib/casework/danger/types";
import type { DraftContent } from "../input";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { incidentCode, iso, staffCode } from "./words";

/** Whether the question of danger is open on a case, from its acts as they are, with nothing covered. */
export function dangerOf(record: CaseRecord): DangerQuestion {
  const acts = [...record.incidents, ...record.undated]
    .filter((row) => row.kind === "act")
    .map((row): ActText => ({ ...row, code: incidentCode(row), at: row.happenedAt ?? row.loggedAt }));
  const { inDanger, dangerSince } = record.case;
  return questionOf({ acts, last: record.assessments[0] ?? null, inDanger, dangerSince });
}

/**
 * The question and its answer as printed, null when nothing raised it and nobody answered it. The passages are quoted
 * from `record`, in which words may be covered.
 */
export function dangerPart(record: CaseRecord, question: DangerQuestion): PacketSnapshotInput["case"]["danger"] {
  const { acts, open, flaggedSince, last } = question;
  if (acts.length === 0 && !flaggedSince && !last) return null;
  const shown = new Map(record.incidents.map((row) => [row.id, row]));
  return {
    asked: true,
    acts: acts
      .filter(({ incidentId }) => shown.has(incidentId))
      .map(({ incidentId, code, at }) => {
        const row = shown.get(incidentId);
        return {
          incident: code,
          at: iso(at),
          words: passagesIn(row?.words ?? null),
          note: passagesIn(row?.what ?? null),
        };
      }),
    open: open.map(({ code }) => code),
    flagged: flaggedSince,
    answer: last?.answer ?? null,
    assessedAt: last ? iso(last.assessedAt) : null,
    assessedBy: last ? staffCode(record, last.assessedBy) : null,
    reason: last?.reason ?? null,
    steps: (last?.steps ?? []).map(({ what, at }) => ({ what, at: at && iso(at) })),
    reviewOn: last?.reviewOn ?? null,
  };
}

type Emergency = DraftContent["emergency"];

/** What an assessment of imminent danger says of an emergency; null for any other answer, and while none is given. */
export function emergencyFrom(record: CaseRecord): Pick<Emergency, "who" | "nature" | "whyNow"> | null {
  const { last, acts } = dangerOf(record);
  if (last?.answer !== "imminent") return null;
  const shown = new Map(record.incidents.map((row) => [row.id, row]));
  const quotes = acts.flatMap(({ incidentId, code }) => {
    const words = passagesIn(shown.get(incidentId)?.words ?? null);
    return words.length > 0 ? [`${code}: “${words.join(" ")}”`] : [];
  });
  return {
    who: `The client, ${record.client.code}.`,
    nature: clipped(quotes.slice(-3).join(" ") || last.reason),
    whyNow: clipped(last.reason),
  };
}

/** A draft takes no more for one answer. */
const clipped = (text: string): string => (text.length <= 600 ? text : `${text.slice(0, 598).trimEnd()} …`);
