import { describe, expect, test } from "vitest";
import { comparePlaybooks } from "@/lib/law/jurisdictions/compare-playbooks";
import { findPlaybook, houseLawWith } from "@/lib/law/jurisdictions/rules";
import type { Playbook, PlaybookStep } from "@/lib/law/jurisdictions/types";

const law = houseLawWith("tests/fixtures/law-invented");
const found = findPlaybook("XA-XB", 3, law);
if (!found) throw new Error("no invented playbook");
const old: Playbook = found;

/** The next version of the invented playbook, with what a test changes in it. */
function next(edit: (playbook: Playbook) => void): Playbook {
  const playbook = structuredClone(old);
  playbook.version = old.version + 1;
  edit(playbook);
  return playbook;
}

function stepOf(playbook: Playbook, key: string): PlaybookStep {
  const step = playbook.steps[key];
  if (!step) throw new Error(`no step ${key}`);
  return step;
}

describe("what a move to another version changes", () => {
  test("nothing, for the same steps under another number", () => {
    const changes = comparePlaybooks(
      old,
      next(() => {}),
    );
    expect(changes).toMatchObject({ pair: "XA-XB", from: 3, to: 4, same: true, added: [], changed: [], whole: [] });
  });

  test("a step that is new, one that is gone, one with another name", () => {
    const to = next((playbook) => {
      playbook.steps["ring-bell"] = { ...stepOf(playbook, "hail-isle"), key: "ring-bell", title: "Ring the bell" };
      delete playbook.steps["hail-isle"];
      const row = playbook.levels[0]?.rows[0];
      if (row) row.there = "ring-bell";
      stepOf(playbook, "seal").title = "Great seal";
    });
    const changes = comparePlaybooks(old, to, law);
    expect(changes.added).toEqual([
      { stepKey: "ring-bell", title: "Ring the bell", says: ["New on level 1: About hail-isle."] },
    ]);
    expect(changes.removed.map((stepChange) => stepChange.stepKey)).toEqual(["hail-isle"]);
    expect(changes.removed[0]?.says[0]).toContain("stays on file");
    expect(changes.renamed).toEqual([{ stepKey: "seal", title: "Great seal", says: ["Was called seal."] }]);
    expect(changes).toMatchObject({ changed: [], same: false });
  });

  test("clocks, prerequisites, guidance and who may send, each in words", () => {
    const to = next((playbook) => {
      const hail = stepOf(playbook, "hail-isle");
      hail.clocks = [{ code: "X-ECHO", from: { event: "begun" }, until: "done", idle: "9 days" }];
      hail.guidance = ["One.", "Three."];
      const seal = stepOf(playbook, "seal");
      seal.prerequisites = [];
      seal.whoMaySend = "Anyone";
      seal.sendableByUs = true;
    });
    const { changed } = comparePlaybooks(old, to, law);
    expect(changed.find((stepChange) => stepChange.stepKey === "hail-isle")?.says).toEqual([
      "Clock, new: X-ECHO",
      "Clock, no longer: Hail answered",
      "Guidance, new: Three.",
      "Guidance, no longer: Two.",
    ]);
    expect(changed.find((stepChange) => stepChange.stepKey === "seal")?.says).toEqual([
      "Who may send: Anyone, before Warden only.",
      "We may send it now.",
      "Opens, no longer: when the warden's number is recorded",
    ]);
  });

  test("a clock that starts otherwise, a step on another level, and the levels themselves", () => {
    const to = next((playbook) => {
      const [clock] = stepOf(playbook, "hail-isle").clocks;
      if (clock) clock.from = { event: "submitted" };
      playbook.levels = [
        { key: "low", name: "Say it", rows: [{ home: "tell-warden" }] },
        { key: "mid", name: "Shout it", rows: [{ there: "hail-isle" }] },
        { key: "high", name: "Seal it", rows: [{ home: "seal", there: "isle-court" }] },
      ];
      playbook.caseClocks = [{ code: "X-HAIL", from: { event: "first_act" }, idle: "5 days" }];
    });
    const changes = comparePlaybooks(old, to, law);
    expect(changes.changed.find((stepChange) => stepChange.stepKey === "hail-isle")?.says).toEqual([
      "Moved from level 1 to level 2.",
      "Hail answered: starts or stops otherwise (5 working days).",
    ]);
    expect(changes.whole).toEqual(["Level, new: Shout it", "Clock of the whole case, new: Hail answered"]);
  });

  test("a warning that is new, and what to say on the spot", () => {
    const { sources } = stepOf(old, "seal");
    const to = next((playbook) => {
      const warning = { text: "One hoot is no din.", todo: "Was there a second one?", sources };
      playbook.warnings = [{ key: "one-hoot", when: { is: "single_act" }, ...warning }];
      stepOf(playbook, "seal").onTheSpot = [{ text: "The warden must seal.", sources }];
    });
    const changes = comparePlaybooks(old, to, law);
    expect(changes.whole).toEqual(["Warning, new: One hoot is no din."]);
    expect(changes.changed[0]?.says).toEqual(["To say on the spot, new: The warden must seal."]);
  });

  test("a source that was brought up to date is said, even when nothing else changed", () => {
    const to = next((playbook) => {
      stepOf(playbook, "seal").sources = [
        { text: "Read again.", source: "Nowhere", marks: ["V"], checkedOn: "2027-01-02" },
      ];
    });
    expect(comparePlaybooks(old, to, law).changed).toEqual([
      { stepKey: "seal", title: "seal", says: ["Details or sources were brought up to date."] },
    ]);
  });

  test("two pairs are no versions of each other", () => {
    expect(() => comparePlaybooks(old, { ...old, pair: "XA-XC" })).toThrow(RangeError);
  });
});
