import { describe, expect, test } from "vitest";
import { brokenLaw } from "@/lib/law/jurisdictions/check-law";
import { findOffence, houseLaw, textsOf } from "@/lib/law/jurisdictions/rules";

describe("statutes in their own words", () => {
  test.each([
    ["za-cca-15", ["offence", "penalty", "limitation"]],
    ["za-cca-16", ["offence", "penalty", "limitation"]],
    ["us-2261a2", ["offence", "penalty", "limitation"]],
    // The subsection itself has its penalty.
    ["us-875c", ["offence", "limitation"]],
  ])("%s has, in this order, %j", (offence, kinds) => {
    expect(textsOf(offence).map((text) => text.of)).toEqual(kinds);
  });

  test("a limb of an offence has the words of the whole, and a longer number does not", () => {
    expect(textsOf("us-223h-threat").map((text) => text.key)).toContain("us-text-223h");
    expect(textsOf("us-223hx")).toEqual([]);
  });

  test("what was left out or not read is said", () => {
    for (const text of houseLaw.texts) {
      expect(text.sources.length, text.key).toBeGreaterThan(0);
      // Cut off at the end, and nobody says so.
      if (text.text.endsWith("[…]")) expect(text.unread, text.key).toBeDefined();
    }
  });

  test("a text of an offence that is not there is named", () => {
    const [text] = houseLaw.texts;
    if (!text) throw new Error("no text");
    const broken = { ...houseLaw, texts: [{ ...text, offences: ["nothing"] }] };
    expect(brokenLaw(broken)).toContain(`text ${text.key}: no offence nothing`);
  });

  test("each belongs to the country of its offence", () => {
    for (const text of houseLaw.texts)
      for (const key of text.offences) expect(findOffence(key)?.jurisdiction, text.key).toBe(text.jurisdiction);
  });
});
