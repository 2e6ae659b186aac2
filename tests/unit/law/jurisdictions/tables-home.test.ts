import { describe, expect, test } from "vitest";
import { findOffence, findRemedy, houseLaw, inForceOn, isPickable, offencesOn } from "@/lib/law/jurisdictions/rules";
import { factSaying, factsIn, marksOf } from "@/tests/unit/law/jurisdictions/tables";

/** Section 1.1: code, words of the row, marks. */
const path: [code: string, words: string, marks: string][] = [
  ["ZA-EMERG", "SAPS emergency: 10111", "V"],
  ["ZA-CSC", "Community Service Centre", "V"],
  ["ZA-CAS", "CAS number: given by SMS", "V"],
  ["ZA-DET", "Detective: the docket is allocated", "V2"],
  ["ZA-CRIMESTOP", "Crime Stop 08600 10111", "V"],
  ["ZA-MYSAPS", "MySAPS app", "S"],
  ["ZA-SAPSHO", "+27 12 393 1000", "V2"],
  ["ZA-DPCI", "Hawks (DPCI)", "S"],
  ["ZA-NCB", "INTERPOL NCB Pretoria", "S"],
  ["ZA-NPA", "National Prosecuting Authority", "G"],
  ["ZA-CA", "Central authority: the Director-General", "V"],
  ["ZA-IR", "Information Regulator", "V"],
  ["ZA-FPB", "Film and Publication Board", "V2"],
  ["ZA-MAG", "Magistrate's court", "V2"],
];

describe("1.1 reporting path", () => {
  test.each(path)("%s", (_, words, marks) => {
    expect(marksOf(factSaying("za-reporting-path", words))).toBe(marks);
  });
  test("no row more, no row less", () => expect(factsIn("za-reporting-path")).toHaveLength(path.length));
});

describe("1.3 rungs of a refusal", () => {
  test.each([
    ["National Instruction 3", "Complaint step 0", "V2"],
    ["1", "Complaint step 1", "V2 G"],
    ["2", "Complaint step 2", "V2 G"],
    ["3", "Complaint step 3", "V V2 G"],
    ["4", "Complaint step 4", "V2"],
    ["5", "Complaint step 5", "V2 G"],
    ["6", "Complaint step 6", "G"],
    ["DV", "Domestic violence: a member", "G"],
    ["duty", "para 2(1)-(2)", "V2 C"],
    ["circulated letter", "A letter circulated", "V2 C"],
  ])("%s", (_, words, marks) => {
    expect(marksOf(factSaying("za-duty-to-register", words))).toBe(marks);
  });

  test("each is a rung that can be climbed, with its paper, its clock and its consent", () => {
    const rungs =
      houseLaw.playbooks.find((playbook) => playbook.pair === "ZA-US")?.steps["refusal-branch"]?.rungs ?? [];
    expect(rungs.map((rung) => [rung.key, rung.clockCode, rung.document, rung.authority])).toEqual([
      ["shift-commander", undefined, "refusal_complaint", undefined],
      ["station-commander", "T-RUNG-1", "refusal_complaint", undefined],
      ["cluster-province", "T-RUNG-2", "refusal_complaint", undefined],
      ["national-complaints", "T-RUNG-3", "refusal_complaint", undefined],
      ["civilian-secretariat", "T-CIVSEC", "refusal_complaint", "secretariat"],
      ["ipid", undefined, "refusal_complaint", undefined],
      ["later", undefined, "refusal_complaint", undefined],
    ]);
  });

  test("a CAS number is to be confirmed, an OB entry is none", () => {
    expect(marksOf(factSaying("za-docket", "CAS number reads"))).toBe("G C");
    expect(marksOf(factSaying("za-docket", "Occurrence Book"))).toBe("G");
  });
});

describe("1.4 and 1.5 regulators", () => {
  test.each([
    ["how", "za-information-regulator", "How:", "V"],
    ["who may", "za-information-regulator", "Who may:", "V2"],
    ["help", "za-information-regulator", "Help:", "V2"],
    ["time", "za-information-regulator", "Time:", "V2"],
    ["clock", "za-information-regulator", "Clock:", "V2"],
    ["contact", "za-information-regulator", "Contact:", "V2 S"],
    ["limits", "za-information-regulator", "Limits:", "G"],
    ["any person may complain", "za-film-board", "Any person", "V2"],
    ["identity of the publisher", "za-film-board", "identity of the publisher", "V2"],
    ["hosted here", "za-film-board", "ECTA 25 of 2002 s 77", "G"],
  ])("%s", (_, key, words, marks) => {
    expect(marksOf(factSaying(key, words))).toBe(marks);
  });
});

/** Section 2.2: code, key, years (null: not a number in the table), what is in force, the mark of the row. */
const offences: [code: string, key: string, years: number | null, inForce: string, mark: string][] = [
  ["ZA-CCA-14", "za-cca-14", 3, "yes", "V2"],
  ["ZA-CCA-15", "za-cca-15", 3, "yes", "V"],
  ["ZA-CCA-16", "za-cca-16", 3, "yes", "V2"],
  ["ZA-CCA-2", "za-cca-2", 5, "yes", "V"],
  ["ZA-CCA-3", "za-cca-3", 10, "yes", "V"],
  ["ZA-CCA-5/6", "za-cca-5-6", 10, "yes", "V"],
  ["ZA-CCA-7", "za-cca-7", 10, "yes", "V"],
  ["ZA-CCA-8", "za-cca-8", null, "yes", "V"],
  ["ZA-CCA-9", "za-cca-9", null, "yes", "V"],
  ["ZA-CCA-10", "za-cca-10", null, "yes", "G"],
  ["ZA-CCA-11", "za-cca-11", 15, "yes", "V"],
  ["ZA-FPA-18F", "za-fpa-18f", 4, "yes", "V2"],
  ["ZA-SORMA-11A", "za-sorma-11a", null, "yes", "C"],
  ["ZA-INTIM", "za-intim", 10, "partly", "V"],
  ["ZA-CI", "za-ci", null, "yes", "G"],
  ["ZA-EXT", "za-ext", null, "yes", "V2"],
  ["ZA-PHA-18", "za-pha-18", 5, "yes", "V2"],
  ["ZA-DVA-17", "za-dva-17", 5, "yes", "V2"],
  ["ZA-POPIA", "za-popia", null, "yes", "G"],
  ["ZA-CSAM", "za-csam", null, "yes", "C"],
];

describe("what was read again in November 2026", () => {
  test("each fine of the Cybercrimes Act may come with the prison term", () => {
    for (const key of [
      "za-cca-2",
      "za-cca-3",
      "za-cca-5-6",
      "za-cca-7",
      "za-cca-11",
      "za-cca-14",
      "za-cca-15",
      "za-cca-16",
    ])
      expect(findOffence(key)?.maxPenalty, key).toMatch(/^Fine, or up to \d+ years, or both/);
  });

  test("images of minors are not named by s 24B alone, and s 18F(6) is about adults", () => {
    expect(findOffence("za-csam")?.citation).not.toContain("24B");
    expect(findOffence("za-csam")?.note).toContain("contested");
    expect(
      factsIn("za-image-of-minor")
        .map((fact) => fact.text)
        .join(" "),
    ).not.toContain("18F");
    factSaying("za-film-board", "of an adult (s 18F)");
  });

  test("section 205 is for domestic investigations, and a foreign request is not made under it", () => {
    factSaying("za-cpa-205", "serve domestic investigations");
    factSaying("za-cpa-205", "A foreign request is not made under s 205");
  });

  test("written consent has its exception, and the oath its words", () => {
    factSaying("za-pha", "except where in the opinion of the court");
    factSaying("za-sworn-statement", "so help me God");
    factSaying("za-sworn-statement", "Nothing of it is answered before");
  });

  test("the instruction says what its paragraph 2 says; the rest stands in a letter", () => {
    expect(factSaying("za-duty-to-register", "para 2(1)-(2)").text).not.toMatch(/serious|disciplinary/);
  });
});

describe("2.2 offences", () => {
  test.each(offences)("%s", (code, key, years, inForce, mark) => {
    const offence = findOffence(key);
    expect(offence).toMatchObject({ code, maxYears: years, inForce, listing: "pickable" });
    expect(marksOf(offence ?? undefined).split(" ")).toContain(mark);
    expect(offencesOn("ZA", "2026-11-24").map((item) => item.key)).toContain(key);
  });

  test.each([
    ["do not list", "za-criminal-defamation", "do_not_list", "V2"],
    ["watch list", "za-hate-crimes", "watch", "V2 G C"],
  ])("%s is shown as such and never picked", (code, key, listing, marks) => {
    const offence = findOffence(key);
    if (!offence) throw new Error(`no offence ${key}`);
    expect(offence).toMatchObject({ code, listing });
    expect(marksOf(offence)).toBe(marks);
    expect(isPickable(offence)).toBe(false);
    for (const day of ["2010-01-01", "2023-12-31", "2026-11-24"]) expect(inForceOn(offence, day)).toBe(false);
  });

  test("what disclose means, and the jurisdiction of courts here, were read in private copies", () => {
    expect(marksOf(factSaying("za-cca-in-force", "(s 13)"))).toBe("V2");
    expect(marksOf(factSaying("za-cca-in-force", "Courts here may try"))).toBe("V2");
  });
});

describe("2.3 powers with their status", () => {
  test.each([
    ["ss 26-40(2)", "za-cca-26-40", "partly", "V"],
    ["s 41", "za-cca-41", "no", "V C"],
    ["s 42", "za-cca-42", "no", "V C"],
    ["s 44", "za-cca-44", "no", "V C"],
    ["s 45", "za-cca-45", "yes", "V"],
    ["s 53", "za-cca-53", "yes", "V"],
    ["ss 46-51", "za-cca-46-51", "no", "V C"],
    ["s 52", "za-cca-52", "no", "V C"],
    ["s 54", "za-cca-54", "no", "V C"],
    ["in the meantime", "za-cpa-205", "yes", "V G"],
    ["ss 20-23 (2.1)", "za-cca-20-23", "no", "V C"],
    ["ICCMA (2.5)", "za-iccma", "yes", "V2 G"],
  ])("%s", (_, key, inForce, marks) => {
    const remedy = findRemedy(key);
    expect(remedy).toMatchObject({ kind: "power", inForce });
    expect(marksOf(remedy ?? undefined)).toBe(marks);
  });

  test("the 21 days of s 41 are to be confirmed", () => {
    expect(marksOf(factSaying("za-cca-41", "21 days"))).toBe("C");
  });
});

describe("2.4 civil protection orders", () => {
  test.each([
    ["who", "za-pha", "Who:", "V2"],
    ["where", "za-pha", "Where:", "V2"],
    ["forms", "za-pha", "Forms:", "V2"],
    ["interim order", "za-pha", "Interim order:", "V2"],
    ["return date", "za-pha", "Return date:", "G C"],
    ["unknown harasser", "za-pha", "Unknown harasser:", "V2"],
    ["s 5/6", "za-pha", "Sections 5 and 6", "V2"],
    ["final order", "za-pha", "Final order:", "V2"],
    ["address", "za-pha", "Address:", "V2"],
    ["ECSP limits", "za-pha", "Limits of s 4", "G"],
    ["duration", "za-pha", "Duration:", "V2"],
    ["DVA s 5B", "za-dva", "s 5B", "V2"],
    ["DVA new", "za-dva", "New:", "V2"],
    ["Equality Court", "za-equality-court", "protected grounds", "G"],
    ["ECTA s 77", "za-ecta-77", "hosted in South Africa", "G"],
  ])("%s", (_, key, words, marks) => {
    expect(marksOf(factSaying(key, words))).toBe(marks);
  });
});
