import { describe, expect, test } from "vitest";
import { findOffence, findRemedy, supportsContentWarrant } from "@/lib/law/jurisdictions/rules";
import { factSaying, marksOf } from "@/tests/unit/law/jurisdictions/tables";

/** Section 3.1: code, key, max_years (null: varies), over one year, the mark of the row. */
const offences: [code: string, key: string, years: number | null, over: boolean, mark: string][] = [
  ["US-875c", "us-875c", 5, true, "V V2"],
  ["US-875b", "us-875b", 20, true, "V2"],
  ["US-875d", "us-875d", 2, true, "V2"],
  ["US-2261A2", "us-2261a2", 5, true, "V2 G C"],
  ["US-2262", "us-2262", 5, true, "V2 C"],
  ["US-223a", "us-223a", 2, true, "V2 C"],
  ["US-223h", "us-223h", 2, true, "V V2 C"],
  ["US-223h-2A", "us-223h-authentic", 2, true, "V V2 C"],
  ["US-223h-3A", "us-223h-forgery", 2, true, "V V2 C"],
  ["US-223h-6", "us-223h-threat", 2, true, "V V2 C"],
  ["US-1030", "us-1030", 5, true, "V2 G C"],
  ["US-1028A", "us-1028a", 2, true, "V2"],
  ["US-1028a7", "us-1028a7", 5, true, "V2 G"],
  ["US-2252A", "us-2252a", 20, true, "V2 G"],
  ["US-1801", "us-1801", 1, false, "V2"],
  ["US-2511", "us-2511", 5, true, "V2 G C"],
  ["US-STATE", "us-state", null, false, "V2 G"],
];

describe("3.1 offences", () => {
  test.each(offences)("%s", (code, key, years, over, marks) => {
    const offence = findOffence(key);
    if (!offence) throw new Error(`no offence ${key}`);
    expect(offence).toMatchObject({ code, maxYears: years });
    expect(supportsContentWarrant(offence)).toBe(over);
    expect(marksOf(offence)).toBe(marks);
  });

  test("the felony limb and the predicate are said where the years alone would mislead", () => {
    expect(findOffence("us-1030")?.note).toMatch(/felony limb/);
    expect(findOffence("us-1028a")?.note).toMatch(/another listed felony/);
  });
});

test("a breach of an order has a least term, and a solicitation half of what it solicits", () => {
  expect(findOffence("us-2261a2")?.note).toContain("not less than 1 year");
  expect(findOffence("us-373")?.maxPenalty).toMatch(/half of the maximum .* 20 years/);
});

test("where a state order is filed is said of Ohio alone, and that a client abroad cannot", () => {
  const ohio = factSaying("us-po", "ORC 2903.214").text;
  expect(ohio).toContain("petitioner lives");
  expect(ohio).toContain("cannot file it there");
});

describe("3.2 TAKE IT DOWN notice", () => {
  test.each([
    ["48 hours", "at most 48 hours", "V"],
    ["(i) signature", "(i) the physical", "V"],
    ["(ii) locate", "(ii)", "V"],
    ["(iii) good faith", "(iii)", "V"],
    ["(iv) contact", "(iv)", "V"],
    ["covered platform", "Covered:", "V V2 G"],
    ["enforcement", "Enforced by the FTC", "V V2 G"],
    ["victim abroad", "need not be in the US", "G"],
    ["digital forgery", "digital forgery", "V2"],
  ])("%s", (_, words, marks) => {
    expect(marksOf(factSaying("us-223a-notice", words))).toBe(marks);
  });

  test("it is live since 19 May 2026", () => {
    expect(findRemedy("us-223a-notice")).toMatchObject({ inForce: "yes", inForceFrom: "2026-05-19" });
  });
});

describe("3.3 civil", () => {
  test.each([
    ["US-6851", "us-6851", "liquidated $150 000", "V2"],
    ["US-6851 limitation", "us-6851", "Four years", "G C"],
    ["US-PO", "us-po", "Kinds:", "G"],
    ["US-PO from abroad", "us-po", "petitioner from abroad", "G C"],
    ["US-2265", "us-2265", "enforced in all others", "V2"],
    ["US-2265 foreign orders", "us-2265", "no orders of foreign countries", "V2"],
    ["US-1782", "us-1782", "any interested person", "G"],
    ["US-230", "us-230", "not the publisher", "S G"],
    ["US-JohnDoe", "us-john-doe", "Dendrite", "G"],
  ])("%s", (_, key, words, marks) => {
    expect(marksOf(factSaying(key, words))).toBe(marks);
  });
});

describe("3.4 data classes and 3.5 protected speech", () => {
  test.each([
    ["basic subscriber", "us-stored-communications", "Basic subscriber", "V2 G"],
    ["other non-content", "us-stored-communications", "Other non-content", "V2 G"],
    ["content", "us-stored-communications", "Content:", "V2"],
    ["preservation", "us-stored-communications", "Preservation (2703(f)):", "V2"],
    ["emergency", "us-stored-communications", "Emergency:", "V2"],
    ["direct to foreign police", "us-stored-communications", "Directly to foreign police", "V2"],
    ["CLOUD Act", "us-stored-communications", "CLOUD Act", "G C"],
    ["3512", "us-stored-communications", "18 USC 3512:", "V2"],
    ["Counterman", "us-first-amendment", "consciously disregarded", "V"],
    ["Elonis", "us-first-amendment", "Mere negligence", "V2"],
    ["insult", "us-first-amendment", "Insult, hate speech", "G"],
  ])("%s", (_, key, words, marks) => {
    expect(marksOf(factSaying(key, words))).toBe(marks);
  });
});

describe("7 IC3 and tips", () => {
  test.each([
    ["who may file", "Who may file", "V2"],
    ["form fields", "Form fields", "V2 G"],
    ["processing", "Processing", "V2"],
    ["evidence", "Evidence", "V2"],
    ["confirmation", "Confirmation", "G C"],
    ["status", "Status", "G"],
    ["contact safety", "Contact safety", "V2"],
    ["tips.fbi.gov", "tips.fbi.gov", "V2 S G C"],
    ["US>ZA", "same forms", "G"],
  ])("%s", (_, words, marks) => {
    expect(marksOf(factSaying("us-ic3", words))).toBe(marks);
  });
});
