import type { LadderFacts } from "@/lib/escalation/ladder/types";

/** A case on its first day: nothing recorded yet. */
export function firstDay(change: Partial<LadderFacts> = {}): LadderFacts {
  return {
    steps: [],
    references: [],
    counts: { exhibits: 0, incidents: 0, subjectsWithAccountId: 0 },
    safeContactRecorded: false,
    documents: [],
    packets: [],
    handovers: [],
    danger: false,
    ...change,
  };
}

/** The made-up case of the design, on 24 November 2026. */
export function honeybush(change: Partial<LadderFacts> = {}): LadderFacts {
  return firstDay({
    safeContactRecorded: true,
    safeContactReviewedOn: "2026-11-03",
    counts: { exhibits: 31, incidents: 14, subjectsWithAccountId: 1 },
    documents: [{ kind: "sworn_statement", state: "sworn", on: "2026-10-12" }],
    traits: ["intimate_images"],
    steps: [
      {
        stepKey: "sworn-statement",
        state: "submitted",
        submittedOn: "2026-10-12",
        outcome: "Sworn 12 Oct 2026, 11 annexures",
      },
      { stepKey: "csc-report", state: "submitted", submittedOn: "2026-10-13" },
      { stepKey: "platform-reports", state: "submitted", submittedOn: "2026-11-22" },
      {
        stepKey: "take-it-down",
        state: "submitted",
        submittedOn: "2026-11-23",
        submittedAt: new Date("2026-11-23T07:40:00Z"),
      },
      { stepKey: "ic3", state: "submitted", submittedOn: "2026-10-14" },
      { stepKey: "crime-stop", state: "skipped", skippedReason: "Nothing anonymous to add" },
      {
        stepKey: "detective",
        state: "begun",
        begunOn: "2026-10-15",
        lastContactOn: "2026-11-06",
        outcome: "D/Sgt N. Petersen, last word 6 Nov",
      },
      { stepKey: "protection-order", state: "submitted", submittedOn: "2026-11-12", dueOn: "2026-12-02" },
      { stepKey: "state-protective-order", state: "submitted", submittedOn: "2026-11-10" },
      { stepKey: "fbi-tip", state: "submitted", submittedOn: "2026-10-14" },
      { stepKey: "preservation-request", state: "begun", begunOn: "2026-11-09" },
    ],
    references: [
      { kind: "cas", state: "issued", display: "Fynbos Road CAS 212/10/2026", issuedOn: "2026-10-13" },
      { kind: "ic3", state: "issued", display: "4F1C 9A07 E2D8 F012", issuedOn: "2026-10-14" },
      { kind: "platform_report", state: "issued", display: "FG-55021", issuedOn: "2026-11-22" },
      { kind: "protection_order_application", state: "issued", display: "1187/2026", issuedOn: "2026-11-12" },
      { kind: "preservation", state: "issued", display: "FG-PR-0088213", issuedOn: "2026-11-11" },
    ],
    packets: [
      { kind: "interpol_briefing", status: "acknowledged", version: 1, on: "2026-11-20" },
      { kind: "mla_dossier", status: "drafted", version: 3 },
    ],
    handovers: [{ packetKind: "interpol_briefing", handedOverOn: "2026-11-19", acknowledgedOn: "2026-11-20" }],
    ...change,
  });
}
