import { expect, test } from "vitest";
import { evaluateLadder } from "@/lib/escalation/ladder/rules";
import type { LadderFacts } from "@/lib/escalation/ladder/types";
import {
  findPlaybook,
  findRemedy,
  houseLawWith,
  notesOf,
  offencesOn,
  pairingsOf,
  templatesFor,
} from "@/lib/law/jurisdictions/rules";
import { firstDay } from "@/tests/unit/escalation/ladder/facts";

/** Two countries that do not exist: nothing but the JSON files of this folder knows of them. */
const inventedLaw = houseLawWith("tests/fixtures/law-invented");
const playbook = findPlaybook("XA-XB", undefined, inventedLaw);
if (!playbook) throw new Error("no invented playbook");
const look = (facts: LadderFacts, today = "2026-11-24") => evaluateLadder(playbook, facts, today, null, inventedLaw);
const step = (facts: LadderFacts, key: string, today?: string) =>
  look(facts, today)
    .levels.flatMap((level) => level.rows.flatMap((row) => [row.home, row.there]))
    .find((candidate) => candidate?.key === key);

test("a pair that is data alone is climbed to the top", () => {
  const first = firstDay();
  expect(look(first)).toMatchObject({
    pairName: "Aland to Bisle",
    level: { number: 1, of: 2 },
    next: { stepKey: "tell-warden" },
  });
  expect(step(first, "seal")).toMatchObject({
    status: "not_yet",
    fact: { before: "Opens when the warden's number is recorded" },
  });

  const numbered = firstDay({
    steps: [{ stepKey: "hail-isle", state: "submitted", submittedOn: "2026-11-24" }],
    references: [{ kind: "warden", state: "issued", display: "W 9", issuedOn: "2026-11-24" }],
  });
  expect(look(numbered)).toMatchObject({ level: { number: 2 }, next: { stepKey: "seal", level: 2 } });
  expect(step(numbered, "tell-warden")).toMatchObject({ status: "done", fact: { before: "Warden", number: "W 9" } });

  const given = {
    ...numbered,
    packets: [{ kind: "seal_pack", status: "handed_over" as const, version: 1, on: "2026-11-24" }],
  };
  expect(step(given, "seal")).toMatchObject({ status: "waiting", word: "Waiting on the officer who has version 1" });
  expect(look(given).levels[1]?.rows[0]?.crossing).toMatchObject({ state: "open", text: "Pack given" });

  const top: LadderFacts = {
    ...given,
    references: [...numbered.references, { kind: "isle", state: "issued", display: "I 1", issuedOn: "2026-12-01" }],
    steps: [...numbered.steps, { stepKey: "isle-court", state: "done", outcome: "Tried", outcomeOn: "2026-12-24" }],
  };
  const done = look(top, "2026-12-24");
  expect(done.levels.every((level) => level.climbed)).toBe(true);
  expect(done).toMatchObject({ level: { number: 2, of: 2 }, next: { rule: "close", path: "/close" } });
  expect(done.levels[1]?.rows[0]?.crossing).toMatchObject({ state: "crossed", text: "Crossed 24 Dec" });
});

test("its clock counts by its own holidays", () => {
  const hailed = firstDay({ steps: [{ stepKey: "hail-isle", state: "begun", begunOn: "2026-11-24" }] });
  expect(step(hailed, "hail-isle")?.clock).toMatchObject({ kind: "P", dueOn: "2026-12-02", text: "Due 2 Dec" });
  expect(step(hailed, "hail-isle", "2026-12-03")).toMatchObject({ status: "overdue", word: "1 day overdue" });
});

test("its offences, pairing, remedy, facts and paper come from the folder too", () => {
  expect(offencesOn("XA", "2026-11-24", inventedLaw).map((offence) => offence.key)).toEqual(["xa-hooting"]);
  expect(pairingsOf("XA-XB", "xa-hooting", inventedLaw)[0]?.elements.map((element) => element.metBy)).toEqual([
    ["course_of_conduct"],
    ["home_element:1"],
  ]);
  expect(findRemedy("xa-hush", inventedLaw)?.rules).toHaveLength(1);
  expect(notesOf("XA", inventedLaw).map((note) => note.title)).toEqual(["How to tell a warden"]);
  expect(templatesFor(playbook, inventedLaw).map((template) => template.key)).toContain("xa-telling");
});

test("the release does not know of it", () => {
  expect(findPlaybook("XA-XB")).toBeNull();
});
