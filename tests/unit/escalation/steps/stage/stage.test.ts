import { describe, expect, test } from "vitest";
import { stageWords } from "@/lib/escalation/steps/stage/labels";
import { stageOf } from "@/lib/escalation/steps/stage/rules";
import type { LadderFacts } from "@/lib/escalation/steps/types";
import { findPlaybook, houseLaw } from "@/lib/law/jurisdictions/rules";
import { firstDay } from "@/tests/unit/escalation/ladder/facts";

const playbook = findPlaybook("ZA-US");
if (!playbook) throw new Error("no playbook");
const moment = { today: "2026-11-24", now: null, zone: "Africa/Johannesburg" };

function look(key: string, change: Partial<LadderFacts>) {
  const step = playbook?.steps[key];
  if (!playbook || !step) throw new Error(`no step ${key}`);
  const counts = { exhibits: 1, incidents: 1, subjectsWithAccountId: 1 };
  const facts = firstDay({ counts, ...change });
  const stage = stageOf({ playbook, facts, law: houseLaw, moment }, step);
  return { ...stage, words: stageWords(stage, step) };
}

const regulator = "information-regulator";
const number = { kind: "information_regulator", state: "issued" as const, display: "IR 4471", issuedOn: "2026-11-10" };
const of = (stepKey: string, change: object) => ({ steps: [{ stepKey, state: "submitted" as const, ...change }] });

describe("how far a step is", () => {
  test.each([
    ["to_do", {}, "Nothing was prepared or sent yet."],
    ["prepared", { documents: [{ kind: "popia_complaint", state: "draft" as const }] }, "Prepared, not sent."],
    [
      "sent",
      of(regulator, { submittedOn: "2026-11-09" }),
      "Sent on 9 Nov 2026. Nobody has confirmed that they have it.",
    ],
    ["received", { references: [number] }, "Received on 10 Nov 2026 by: Regulator. Not answered yet."],
    [
      "answered",
      { references: [number], ...of(regulator, { outcome: "Looked at", outcomeOn: "2026-11-20" }) },
      "Answered on 20 Nov 2026 by: Regulator. It goes on.",
    ],
    ["closed", of(regulator, { state: "done", outcome: "Refused", outcomeOn: "2026-11-22" }), "Closed on 22 Nov 2026."],
    ["not_needed", of(regulator, { state: "skipped", skippedReason: "No company" }), "Not needed."],
  ])("%s", (stage, change, words) => {
    expect(look(regulator, change)).toMatchObject({ stage, words });
  });

  test("B7: a dossier that an officer acknowledged is not with DOJ&CD", () => {
    const packets = [{ kind: "mla_dossier", status: "acknowledged" as const, version: 1, on: "2026-11-20" }];
    const handovers = [{ packetKind: "mla_dossier", handedOverOn: "2026-11-19", acknowledgedOn: "2026-11-20" }];
    const found = look("mla-request", { packets, handovers });
    expect(found).toMatchObject({ stage: "sent", onTheWay: true });
    expect(found.words).toBe(
      "Handed over on 19 Nov 2026 to the officer who has version 1. Nothing shows yet that it is with: DOJ&CD.",
    );
  });
});
