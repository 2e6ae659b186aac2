import { describe, expect, test } from "vitest";
import { actNatures } from "@/lib/casework/cases/labels";
import { caseWarnings, needsOf, pairingGaps } from "@/lib/law/dual-criminality/rules";
import type { CaseFacts, IncidentFact, KeptAnswer } from "@/lib/law/dual-criminality/types";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
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
const linked = (...incidentIds: string[]): KeptAnswer => ({ side: "home", element: 0, incidentIds, note: "" });
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
    expect(course(linked("I-1"), { ...linked("I-2"), side: "there" })).toMatchObject({
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
