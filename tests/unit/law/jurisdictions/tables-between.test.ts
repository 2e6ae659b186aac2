import { describe, expect, test } from "vitest";
import { findClock, findPlatform, findReferenceKind, houseLaw } from "@/lib/law/jurisdictions/rules";
import { factSaying, factsIn, marksOf } from "@/tests/unit/law/jurisdictions/tables";

/** Section 4: the row, its key, the home offences, whether content can be had. */
const pairings: [row: string, pair: string, key: string, home: string[], content: string][] = [
  ["CCA-15 violence", "ZA-US", "cca15-violence", ["za-cca-15"], "yes"],
  ["CCA-15 property", "ZA-US", "cca15-property", ["za-cca-15"], "only_through_pattern"],
  ["CCA-14", "ZA-US", "cca14", ["za-cca-14"], "rarely"],
  ["CCA-16 / FPA / SORMA", "ZA-US", "image-real", ["za-cca-16", "za-fpa-18f", "za-sorma-11a"], "yes"],
  ["CCA-16 simulated", "ZA-US", "image-simulated", ["za-cca-16"], "if_met"],
  ["sextortion", "ZA-US", "sextortion", ["za-cca-10", "za-ext", "za-fpa-18f", "za-sorma-11a"], "yes"],
  ["extortion", "ZA-US", "extortion", ["za-cca-10", "za-ext"], "yes"],
  ["hacking", "ZA-US", "hacking", ["za-cca-2", "za-cca-3", "za-cca-5-6", "za-cca-7"], "if_felony"],
  ["fraud", "ZA-US", "fraud", ["za-cca-8", "za-cca-9"], "if_fraud"],
  ["breach of order", "ZA-US", "order-breach", ["za-pha-18", "za-dva-17"], "yes"],
  ["Intimidation", "ZA-US", "intimidation", ["za-intim"], "yes"],
  ["crimen injuria", "ZA-US", "crimen-injuria", ["za-ci"], "no"],
  ["POPIA doxxing", "ZA-US", "doxxing", ["za-popia"], "rarely"],
  ["CSAM", "ZA-US", "csam", ["za-csam"], "yes"],
  ["reverse 2261A(2)", "US-ZA", "reverse-2261a2", ["us-2261a2"], "yes"],
  ["reverse 875(c)", "US-ZA", "reverse-875c", ["us-875c"], "yes"],
  ["reverse 223(h)", "US-ZA", "reverse-223h", ["us-223h-authentic", "us-223h-forgery", "us-223h"], "yes"],
  ["reverse 223(h)(6)", "US-ZA", "reverse-223h-threat", ["us-223h-threat"], "yes"],
  ["reverse 1030", "US-ZA", "reverse-1030", ["us-1030"], "yes"],
];

describe("4 dual criminality", () => {
  test.each(pairings)("%s", (_, pair, key, home, content) => {
    const row = houseLaw.dualCriminality[pair]?.find((pairing) => pairing.key === key);
    expect(row).toMatchObject({ home, content });
    expect(marksOf(row)).toBe("G");
    if (key !== "reverse-223h-threat") expect(row?.elements.length).toBeGreaterThan(0);
    for (const element of row?.elements ?? []) expect(marksOf(element)).not.toBe("");
  });

  test("a threat needs knowledge for 875(c), a course of conduct for 2261A, and over a year for content", () => {
    const row = houseLaw.dualCriminality["ZA-US"]?.find((pairing) => pairing.key === "cca15-violence");
    const needs = row?.elements.map((element) => [element.metBy.join(), element.offences.join()]) ?? [];
    expect(needs).toContainEqual(["knowledge", "us-875c"]);
    expect(needs).toContainEqual(["course_of_conduct", "us-2261a2"]);
    expect(needs).toContainEqual(["years_over:1", ""]);
  });

  test("an image needs an act of 19 May 2025 or later for 223(h)", () => {
    const row = houseLaw.dualCriminality["ZA-US"]?.find((pairing) => pairing.key === "image-real");
    expect(row?.elements.find((element) => element.metBy.includes("act_from:2025-05-19"))?.offences).toEqual([
      "us-223h-authentic",
      "us-223h",
    ]);
  });

  test("what a row needs names only offences of that row", () => {
    for (const row of Object.values(houseLaw.dualCriminality).flat()) {
      for (const element of row.elements) for (const key of element.offences) expect(row.there, row.key).toContain(key);
    }
  });
});

describe("5 treaty and 6 INTERPOL", () => {
  test.each([
    ["reference", "treaty", "Reference: TIAS 13061", "V"],
    ["signed", "treaty", "16 September 1999", "V"],
    ["path", "treaty", "Path:", "V"],
    ["in force", "treaty", "25 June 2001", "V"],
    ["articles seen", "treaty", "Articles seen", "V"],
    ["central authorities", "treaty", "Central authorities:", "V S G"],
    ["kinds of help", "treaty", "Kinds of help", "V"],
    ["form and contents", "treaty", "Form and contents", "V2 G C"],
    ["refusal grounds", "treaty", "Grounds to refuse", "G C"],
    ["dual criminality", "treaty", "Dual criminality", "G C"],
    ["confidentiality", "treaty", "Confidentiality and use", "G C"],
    ["extradition", "treaty", "Extradition", "G"],
    ["checklist: content", "request-checklist", "Content:", "G"],
    ["letter rogatory", "treaty-alternatives", "Letter rogatory", "S G"],
    ["UN convention", "treaty-alternatives", "UN Convention", "V2 G C"],
    ["role", "interpol", "Role:", "S"],
    ["RPD", "interpol", "Rules on the Processing", "V"],
    ["purposes", "interpol", "Purposes", "V2"],
    ["neutrality", "interpol", "Neutrality", "V2"],
    ["notices", "interpol", "Notices:", "V2"],
    ["realistic", "interpol", "Realistic for harassment", "G"],
    ["message fields", "interpol-message", "From NCB", "G C"],
  ])("%s", (_, key, words, marks) => {
    expect(marksOf(factSaying(key, words))).toBe(marks);
  });

  test("INTERPOL Washington asks seven things, in the words of its archived manual", () => {
    expect(factsIn("interpol-washington-criteria").map(marksOf)).toEqual(Array(7).fill("V2"));
    factSaying("interpol-washington-criteria", "legitimate domestic law enforcement agency");
    factSaying("interpol-washington-criteria", "suspected of specific criminal involvement");
  });
});

/** Section 8: key, part of the stable identifier, who is told, the marks of the row. */
const platforms: [key: string, identifier: string, tells: string, marks: string][] = [
  ["facebook", "Numeric user id", "yes", "V G"],
  ["instagram", "Numeric user id", "yes", "V G"],
  ["whatsapp", "international form", "unknown", "V V2 G C"],
  ["x", "Numeric UID", "yes", "V2 G"],
  ["tiktok", "video id", "where_law_requires", "V G C"],
  ["youtube", "Channel id", "usually", "V2 G"],
  ["snapchat", "hex user id", "yes", "V V2 C"],
  ["reddit", "Exact username", "yes", "V2 G C"],
  ["telegram", "Numeric user id", "not_stated", "V2 G C"],
  ["discord", "17 to 19 digits", "yes", "V V2 G C"],
  ["linkedin", "Public profile URL", "usually", "V2 G C"],
  ["microsoft", "gamertag", "unknown", "G C"],
  ["cloudflare", "exact URL", "operator_sees_it", "V G"],
  ["host", "Domain", "unknown", "G"],
];

describe("8 platforms", () => {
  test.each(platforms)("%s", (key, identifier, tells, marks) => {
    const platform = findPlatform(key);
    expect(platform?.stableIdentifier).toContain(identifier);
    expect(platform).toMatchObject({ notifiesSubject: tells });
    expect(platform?.victimRoute.length).toBeGreaterThan(5);
    expect(platform?.retention.length).toBeGreaterThan(5);
    expect(platform?.facts.length).toBeGreaterThan(0);
    expect(marksOf(platform ?? undefined)).toBe(marks);
  });

  test("the categories that a form itself names", () => {
    expect(findPlatform("cloudflare")?.reportCategories).toEqual([
      "Non-Consensual Sexually Explicit Imagery",
      "Violent Threats and Harassment",
    ]);
  });

  test.each([
    ["StopNCII", "intimate-images-across-platforms", "StopNCII.org", "V2 G"],
    ["Take It Down", "intimate-images-across-platforms", "takeitdown.ncmec.org", "V2"],
    ["helplines: only the number that was read", "intimate-images-across-platforms", "Helplines", "V2 C"],
    ["order of work", "order-of-work", "Capture first", "G"],
  ])("%s", (_, key, words, marks) => {
    expect(marksOf(factSaying(key, words))).toBe(marks);
  });
});

/** Section 11: code, length, kind, alerts, marks. */
const clocks: [code: string, limit: string, kind: string, alerts: number[], marks: string][] = [
  ["T-TIDA", "48 hours", "L", [24, 48], "V"],
  ["T-2703F", "90 calendar_days", "L", [60, 75, 83], "V2"],
  ["T-X-EXT", "83 calendar_days", "P", [75], "V2"],
  ["T-TT", "180 calendar_days", "P", [60, 75, 83, 165], "V2"],
  ["T-PHA-ECSP", "5 court_days", "L", [3, 5], "V2"],
  ["T-PHA-RET", "10 calendar_days", "L", [], "G C"],
  ["T-DVA-RET", "10 calendar_days", "L", [], "G C"],
  ["T-CCA21", "5 court_days", "L", [], "V C"],
  ["T-CCA42", "90 calendar_days", "L", [], "V2"],
  ["T-CCA54", "72 hours", "L", [], "V2"],
  ["T-CIVSEC", "5 working_days", "L", [5], "V2"],
  ["T-IR-3Y", "3 years", "L", [], "V2"],
  ["T-IR-21", "21 calendar_days", "L", [21], "V2"],
  ["T-PAIA", "30 calendar_days", "L", [25, 30], "G C"],
  ["T-BREACH", "72 hours", "D", [24, 72], "V2 G"],
  ["T-6851", "4 years", "L", [], "G C"],
  ["T-SOL-US", "5 years", "L", [], "G"],
  ["T-3292", "3 years", "L", [], "G"],
  ["T-PRESC-ZA", "20 years", "L", [], "V2"],
  ["T-PRESC-CIV", "3 years", "L", [], "G"],
  ["T-MLA-EMERG", "10 calendar_days", "D", [7, 10], "G"],
  ["T-US-TRO", "10 calendar_days", "L", [], "G"],
  ["T-PO-EXP", "none", "D", [-60, -30], "G"],
  ["T-SAPS-CAS", "48 hours", "D", [24, 48], "G"],
  ["T-SAPS-IO", "2 working_days", "D", [2], "V2"],
  ["T-SAPS-FU", "14 calendar_days", "D", [14, 30], "G"],
  ["T-CRISIS", "24 hours", "D", [24], "G"],
  ["T-DANGER", "none", "D", [-1], "G"],
  ["T-PLAT-1", "72 hours", "D", [24, 72, 168, 336], "G"],
  ["T-PLAT-APPEAL", "14 calendar_days", "D", [7], "G"],
  ["T-IC3", "30 calendar_days", "D", [30], "G"],
  ["T-MLA", "60 calendar_days", "D", [60], "G"],
  ["T-ROI", "30 calendar_days", "D", [-7], "V2"],
  ["T-EVID", "30 calendar_days", "D", [7, 30], "G"],
];

describe("11 time limits", () => {
  test.each(clocks)("%s", (code, limit, kind, alertsAfter, marks) => {
    const clock = findClock(code);
    expect(clock).toMatchObject({ kind, alertsAfter });
    expect(clock?.limit ? `${clock.limit.amount} ${clock.limit.unit}` : "none").toBe(limit);
    expect(marksOf(clock ?? undefined)).toBe(marks);
  });

  test("law that has not begun never runs", () => {
    expect(houseLaw.clocks.filter((clock) => !clock.enabled).map((clock) => clock.code)).toEqual([
      "T-CCA21",
      "T-CCA42",
      "T-CCA54",
    ]);
  });

  test("every clock that may run is reached: by a step, a rung, the case, an account or by hand", () => {
    const reached = houseLaw.playbooks.flatMap((playbook) => [
      ...playbook.caseClocks.map((clock) => clock.code),
      ...Object.values(playbook.steps).flatMap((step) => [
        ...step.clocks.map((clock) => clock.code),
        ...(step.rungs ?? []).map((rung) => rung.clockCode ?? ""),
      ]),
    ]);
    for (const clock of houseLaw.clocks.filter((candidate) => candidate.enabled)) {
      expect(clock.byHand || clock.perAccount || reached.includes(clock.code), clock.code).toBe(true);
    }
  });

  test("preservation runs for each account, with the platform's own rule", () => {
    expect(houseLaw.clocks.filter((clock) => clock.perAccount).map((clock) => [clock.code, clock.platforms])).toEqual([
      ["T-2703F", []],
      ["T-X-EXT", ["x"]],
      ["T-TT", ["tiktok", "snapchat"]],
    ]);
  });
});

test("12.3 every kind of number has a reference kind", () => {
  const kinds =
    "cas ob court_case protection_order_application letter_of_request oia doj_cd ncb interpol_washington ic3 fbi_tip cybertipline information_regulator fpb platform_report preservation us_police_report fbi_case dpci ipid stopncii take_it_down";
  for (const key of kinds.split(" ")) expect(findReferenceKind(key), key).not.toBeNull();
});

test("finding 6: three processes ask for written consent, and the FBI's form for the filer", () => {
  expect(houseLaw.processes.map((proceeding) => [proceeding.key, proceeding.jurisdiction])).toEqual([
    ["harassment_order", "ZA"],
    ["secretariat", "ZA"],
    ["takedown", "US"],
    ["ic3", "US"],
  ]);
});
