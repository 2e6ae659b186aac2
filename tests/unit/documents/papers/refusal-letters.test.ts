import { describe, expect, test } from "vitest";
import { fillTemplate } from "@/lib/documents/papers/rules";
import type { DocumentFacts } from "@/lib/documents/papers/types";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { makeFacts } from "@/tests/unit/documents/papers/paper";

const letters = houseLaw.documents.filter(({ about }) => about === "refusal");

const wordsOf = (template: (typeof letters)[number], change: Partial<DocumentFacts>) => {
  const facts = makeFacts(change);
  const values = {
    ...facts.values,
    "reference.cas": "Fynbos Road CAS 212/10/2026",
    "refusal.step": "Detective assigned",
  };
  return JSON.stringify(fillTemplate(template, { ...facts, values }));
};

describe.each(letters.map((template) => ({ key: template.key, template })))("$key", ({ template }) => {
  test("about a report with a number asks for no number, and does not say that none was registered", () => {
    const text = wordsOf(template, { situation: "numbered" });
    expect(text).not.toMatch(
      /CAS number (is|was) given|Give me the CAS|docket is opened|No case docket|report is taken|took no report/i,
    );
    expect(text).not.toMatch(/report taken|takes the report/i);
  });

  test("about a report without a number does not speak of one", () => {
    const text = wordsOf(template, { situation: "no_number" });
    expect(text).not.toMatch(/docket (is|in) Fynbos|attended to|was refused or not answered/);
  });
});

test("B14: a detective's silence asks for the detective, and what was done in the docket that it names", () => {
  const template = letters.find(({ key }) => key === "za-refusal-station-commander");
  if (!template) throw new Error("no letter");
  const text = wordsOf(template, { situation: "numbered" });
  expect(text).toContain("The docket is Fynbos Road CAS 212/10/2026");
  expect(text).toContain("This was refused or not answered: Detective assigned");
  expect(text).toContain("name, rank and telephone number of the detective in Fynbos Road CAS 212/10/2026 are given");
  const before = wordsOf(template, { situation: "no_number" });
  expect(before).toContain("that the CAS number is given");
});
