import { describe, expect, test } from "vitest";
import { actNatures } from "@/lib/casework/cases/labels";
import { pairingGaps } from "@/lib/law/dual-criminality/pairing-gaps";
import {
  alignedRows,
  answersOf,
  candidatesOf,
  caseWarnings,
  elementsOf,
  needsOf,
  offeredFor,
} from "@/lib/law/dual-criminality/rules";
import { tellsToStop } from "@/lib/law/dual-criminality/tells-to-stop";
import type { CaseFacts, IncidentFact, StoredAnswer as KeptAnswer } from "@/lib/law/dual-criminality/types";
import { findOffence, houseLaw } from "@/lib/law/jurisdictions/rules";
import type { PairWarning } from "@/lib/law/jurisdictions/types";

const fact = (code: string, day: string, over: Partial<IncidentFact> = {}): IncidentFact => ({
  id: code,
  code,
  day,
  kind: code.startsWith("I") ? "act" : "event",
  nature: "threat_violence",
  happenedAt: new Date(`${day}T10:00:00Z`),
  isKnowledge: false,
  knowledgeText: null,
  ...over,
});
const facts = (...incidents: IncidentFact[]): CaseFacts => ({
  incidents,
  exhibits: [{ id: "E-01", code: "E-01" }],
  isPreserved: false,
});
const linked = (...incidentIds: string[]): KeptAnswer => ({ side: "home", key: "discloses", incidentIds, note: "" });
const named = (thereOffence: string | null, ...elements: KeptAnswer[]) => ({
  homeOffence: "za-cca-15",
  thereOffence,
  elements,
});
const line = (words: string, charge: ReturnType<typeof named>, known: CaseFacts) =>
  pairingGaps("ZA-US", charge, known)?.lines.find((pairingLine) => pairingLine.need.includes(words));
const knowing = { isKnowledge: true, knowledgeText: "told to stop" };

describe("what the other country still needs", () => {
  test("every pairing of the law data has needs, and each can be judged without a throw", () => {
    for (const [pair, rows] of Object.entries(houseLaw.dualCriminality)) {
      for (const row of rows) {
        for (const homeOffence of row.home) {
          for (const thereOffence of row.there) {
            const charge = { homeOffence, thereOffence, elements: [linked("I-1")] };
            const lines = pairingGaps(pair, charge, facts(fact("I-1", "2026-10-10")))?.lines ?? [];
            for (const pairingLine of lines)
              expect(pairingLine.words, `${pair} ${row.key}: ${pairingLine.need}`).not.toBe("");
          }
        }
      }
    }
  });

  test("nothing is said when no offence of the other country is named", () => {
    expect(pairingGaps("ZA-US", named(null), facts())).toBeNull();
  });

  test("a need that two pairings share stands once, and one of another offence not at all", () => {
    const needs = needsOf("ZA-US", named("us-2261a2")).map((need) => need.there);
    expect(new Set(needs).size).toBe(needs.length);
    expect(needs.some((need) => need.includes("true threat"))).toBe(false);
  });

  test("a fact of knowledge counts only when an act follows it, or shows it", () => {
    const charge = named("us-875c", linked("I-1"));
    const at = (day: string, over = {}) =>
      line("reckless", charge, facts(fact("I-1", "2026-10-10"), fact("C-1", day, over)));
    expect(at("2026-10-09")).toMatchObject({ state: "gap", by: [] });
    // Whatever is linked: the whole record counts.
    const later = facts(fact("I-1", "2026-10-10"), fact("C-1", "2026-10-11", knowing), fact("I-2", "2026-10-12"));
    expect(line("reckless", charge, later)).toMatchObject({ state: "met", by: ["C-1"] });
    expect(at("2026-10-09", knowing)).toMatchObject({ state: "met", by: ["C-1"] });
    expect(at("2026-10-11", knowing)).toMatchObject({ state: "gap" });
    const shown = facts(fact("I-1", "2026-10-10", knowing));
    expect(line("reckless", charge, shown)).toMatchObject({ state: "met", by: ["I-1"] });
  });

  test("a course of conduct is two acts that are linked, wherever they are linked; events are no acts", () => {
    const known = facts(fact("I-1", "2026-10-10"), fact("I-2", "2026-10-11"), fact("C-1", "2026-10-12"));
    const course = (...elements: KeptAnswer[]) => line("course of conduct", named("us-2261a2", ...elements), known);
    expect(course()).toMatchObject({ state: "gap", words: expect.stringContaining("No act is linked") });
    expect(course(linked("I-1", "C-1"))).toMatchObject({ state: "gap", words: expect.stringContaining("Only I-1") });
    expect(course(linked("I-1"), { ...linked("I-2"), side: "there", key: "facility" })).toMatchObject({
      state: "met",
      by: ["I-1", "I-2"],
    });
  });

  test("more than one year: known and more, known and not, not known", () => {
    const year = (thereOffence: string) => line("more than one year", named(thereOffence, linked("I-1")), facts());
    expect(year("us-875c")).toMatchObject({ state: "met" });
    expect(year("us-state")).toMatchObject({ state: "ask" });
    const law = {
      ...houseLaw,
      offences: houseLaw.offences.map((offence) => (offence.key === "us-875c" ? { ...offence, maxYears: 1 } : offence)),
    };
    const lines = pairingGaps("ZA-US", named("us-875c"), facts(), law)?.lines;
    expect(lines?.find((line) => line.need.includes("more than one year"))).toMatchObject({ state: "gap" });
  });

  test("an answer to words that the law data no longer has falls away", () => {
    const stale: KeptAnswer = { side: "pair", element: 0, need: "Old words", incidentIds: [], note: "Said" };
    const lines = pairingGaps("ZA-US", named("us-875c", stale), facts())?.lines ?? [];
    expect(lines.every((line) => line.state !== "judged")).toBe(true);
  });
});

describe("what weakens a request", () => {
  const warning = (when: PairWarning["when"]): PairWarning => ({
    key: "one",
    when,
    text: "Weak",
    todo: "Mend it",
    sources: [{ text: "Read", source: "Somewhere", marks: ["G"], checkedOn: "2026-11-24" }],
  });
  const by = (when: PairWarning["when"], known: CaseFacts, offences: string[] = []) =>
    caseWarnings([warning(when)], known, offences, "2026-11-24")[0]?.by ?? null;
  const two = facts(fact("I-1", "2026-08-26", { nature: "insult" }), fact("I-2", "2026-08-25", { nature: "insult" }));

  test("without an act nothing is said", () => {
    expect(by({ is: "no_acts", natures: ["insult"] }, facts(fact("C-1", "2026-10-10")))).toBeNull();
  });

  test("only and none of some natures, one act alone", () => {
    expect(by({ is: "only_acts", natures: ["insult"] }, two)).toEqual(["I-1", "I-2"]);
    expect(by({ is: "only_acts", natures: ["doxxing"] }, two)).toBeNull();
    expect(by({ is: "no_acts", natures: ["extortion"] }, two)).toEqual(["I-1", "I-2"]);
    expect(by({ is: "no_acts", natures: ["insult"] }, two)).toBeNull();
    expect(by({ is: "single_act" }, two)).toBeNull();
    expect(by({ is: "single_act" }, facts(fact("I-1", "2026-10-10")))).toEqual(["I-1"]);
  });

  test("the ninetieth day is not yet old, and nothing is said once something is preserved", () => {
    expect(by({ is: "act_older", days: 90 }, two)).toEqual(["I-2"]);
    expect(by({ is: "act_older", days: 90 }, { ...two, isPreserved: true })).toBeNull();
  });

  test("an act before the law matters only where that law is named", () => {
    const before = { is: "act_before", day: "2026-08-26", offences: ["x"] } as const;
    expect(by({ ...before, offences: ["x"] }, two, ["x"])).toEqual(["I-2"]);
    expect(by({ ...before, offences: ["x"] }, two, ["y"])).toBeNull();
  });

  test("the law data speaks of natures and offences that there are", () => {
    for (const playbook of houseLaw.playbooks) {
      for (const { key, when } of playbook.warnings) {
        const natures = "natures" in when ? when.natures : [];
        expect(
          natures.filter((nature) => !(nature in actNatures)),
          key,
        ).toEqual([]);
        const offences = "offences" in when ? when.offences : [];
        expect(
          offences.filter((offence) => !houseLaw.offences.some((law) => law.key === offence)),
          key,
        ).toEqual([]);
      }
    }
  });
});

describe("stable keys", () => {
  test("every element and need of the release has a key, none twice, and each stands in one row of its pairing", () => {
    for (const offence of houseLaw.offences)
      expect(offence.elementKeys, offence.key).toHaveLength(offence.elements.length);
    for (const [pair, rows] of Object.entries(houseLaw.dualCriminality)) {
      for (const row of rows) {
        expect(row.elements.filter((need) => need.key === undefined)).toEqual([]);
        for (const homeOffence of row.home) {
          for (const thereOffence of row.there) {
            const table = alignedRows(pair, { homeOffence, thereOffence });
            const all = table
              .flatMap(({ home, there }) => [...home, ...there])
              .map(({ offence, key }) => `${offence.key} ${key}`);
            const asked = [homeOffence, thereOffence].flatMap((key) => {
              const offence = findOffence(key);
              return offence ? elementsOf(offence).map((element) => `${key} ${element.key}`) : [];
            });
            expect(all.toSorted(), `${pair} ${row.key}`).toEqual(asked.toSorted());
            expect(new Set(all).size).toBe(all.length);
          }
        }
      }
    }
  });

  test.each([
    ["ZA-US", "za-cca-15", "us-875c"],
    ["ZA-US", "za-cca-15", "us-2261a2"],
    ["ZA-US", "za-cca-16", "us-223h-authentic"],
    ["US-ZA", "us-875c", "za-cca-15"],
  ])("%s: each row of %s and %s has both countries", (pair, homeOffence, thereOffence) => {
    const rows = alignedRows(pair, { homeOffence, thereOffence });
    expect(rows.filter(({ home, there, needs }) => home.length === 0 || there.length + needs.length === 0)).toEqual([]);
  });

  test("answers kept by place and by words mean the same elements and needs as ever", () => {
    const stored: KeptAnswer[] = [
      { side: "home", element: 2, incidentIds: ["I-1"], note: "" },
      { side: "there", element: 2, incidentIds: [], note: "Told twice" },
      { side: "pair", element: 0, need: "Sent over a state or national border", incidentIds: ["I-2"], note: "" },
      {
        side: "pair",
        element: 0,
        need: "Intent to extort money or another thing of value",
        incidentIds: ["I-2"],
        note: "A",
      },
      { side: "there", element: 1, incidentIds: ["I-3"], note: "B" },
    ];
    const of = (thereOffence: string) =>
      answersOf("ZA-US", { homeOffence: "za-intim", thereOffence, elements: stored }).map(
        ({ side, key, incidentIds, note }) => [side, key, incidentIds, note],
      );
    const threat = answersOf("ZA-US", named("us-875c", ...stored.slice(0, 2)));
    expect(threat.map(({ side, key }) => [side, key])).toEqual([
      ["home", "perceived"],
      ["there", "mind"],
    ]);
    // What a need says of an element is that element's answer.
    expect(of("us-875b")).toEqual([
      ["there", "threat", ["I-2"], ""],
      ["there", "extort", ["I-2", "I-3"], "A B"],
    ]);
  });

  test("223(h) is named by its limbs; what was named before still has its table", () => {
    const old = findOffence("us-223h");
    expect(old?.replacedBy.map((key) => findOffence(key)?.elementKeys.includes("privacy"))).toEqual([
      true,
      false,
      false,
    ]);
    const rows = alignedRows("ZA-US", { homeOffence: "za-cca-16", thereOffence: "us-223h" });
    expect(rows.flatMap(({ there }) => there.map(({ key }) => key))).toEqual([
      "publishes",
      "person",
      "privacy",
      "harm",
    ]);
  });
});

describe("what is offered", () => {
  const acts = facts(
    fact("I-1", "2026-10-10"),
    fact("I-2", "2026-10-11", { nature: "insult" }),
    fact("I-3", "2021-01-01"),
    fact("C-1", "2026-10-12", { nature: "told_to_stop", ...knowing }),
    fact("C-2", "2026-10-13", { nature: "effect" }),
  );
  const offered = (key: string) => {
    const row = alignedRows("ZA-US", { homeOffence: "za-cca-15", thereOffence: "us-875c" }).find(({ home }) =>
      home.some((element) => element.key === key),
    );
    return row ? offeredFor(row, findOffence("za-cca-15"), acts).map(({ code }) => code) : null;
  };

  test("acts of the natures that reach the law, in force on their day; for the mind what shows it, for fear its effect", () => {
    expect(offered("threat")).toEqual(["I-1"]);
    expect(offered("intent")).toEqual(["C-1"]);
    expect(offered("perceived")).toEqual(["I-1", "C-2"]);
  });

  test("offences of both countries that the acts reach are candidates until somebody looks at them", () => {
    const keys = (...seen: string[]) => candidatesOf(["ZA", "US"], acts, seen).map(({ offence }) => offence.key);
    expect(keys()).toEqual(
      expect.arrayContaining(["za-cca-14", "za-cca-15", "za-intim", "us-875c", "us-2261a2", "us-223a"]),
    );
    expect(keys()).not.toContain("us-223h-threat");
    expect(keys("us-875c", "za-cca-15")).not.toContain("us-875c");
    const picture = facts(fact("I-1", "2026-10-10", { nature: "intimate_image" }));
    const limbs = candidatesOf(["US"], picture, []).map(({ offence }) => offence.key);
    expect(limbs).toEqual(
      expect.arrayContaining(["us-223h-authentic", "us-223h-forgery", "us-223h-threat", "us-875d"]),
    );
    expect(limbs).not.toContain("us-223h");
    // A pattern needs a second act.
    expect(limbs).not.toContain("us-2261a2");
    expect(candidatesOf(["US"], picture, ["us-223h"]).map(({ offence }) => offence.key)).toEqual(["us-875d"]);
  });

  test.each([
    ["Do not write to me again.", true],
    ["I told you to STOP", true],
    ["Don’t call me", true],
    ["Los my uit", true],
    ["He waits at the bus stop", false],
    ["I cannot stop crying", false],
    ["Are you awake", false],
  ])("%j may tell the sender to stop: %s", (words, yes) => {
    expect(tellsToStop(words)).toBe(yes);
  });
});
