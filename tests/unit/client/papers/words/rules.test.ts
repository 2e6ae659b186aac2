import { describe, expect, test } from "vitest";
import { paragraphsIn } from "@/lib/client/papers/rules";
import type { PaperContent } from "@/lib/client/papers/types";
import { composePaper, hasWords } from "@/lib/client/papers/words/rules";
import { clientLanguages, sayIn } from "@/lib/client/wording/rules";
import { houseLaw } from "@/lib/law/jurisdictions/rules";

const release = {
  what: "release",
  recipientRole: "ncb",
  recipient: "Sgt <b>Petersen</b> {date}",
  purpose: "Case CAS 12/11/2026",
  which: "some",
  exhibits: { "E-03": true, "E-04": false, "E-11": true },
  identity: false,
  officers: {},
  items: "Not E-04",
  crossBorderBasis: "The client agrees",
  expiresOn: "2026-12-30",
} satisfies PaperContent;

const authority = (process: string): PaperContent => ({
  what: "authority",
  process,
  information: "E-01",
  to: "The service",
  expiresOn: null,
  law: "47 USC 223a",
});

const papers: [string, PaperContent][] = [
  ["a consent", { what: "consent", purposes: ["help", "record", "evidence", "police", "numbers"] }],
  ["a release", release],
  ...["harassment_order", "secretariat", "takedown", "ic3"].map((key): [string, PaperContent] => [key, authority(key)]),
  ["how to reach her", { what: "contact", channel: "SMS", hours: "09:00 to 11:00", never: ["E-mail"] }],
  ["a statement", { what: "statement", paragraphs: ["1. On 3 May 2026 he wrote."] }],
];

/** Numbers, citations and what stands for a name: everything that no translation may change. */
const facts = (paragraphs: readonly string[]) =>
  (
    paragraphs.join("\n").match(/\d[\d/:-]*|E-\d+|USC|IC3|FBI|CAS|<b>Petersen<\/b> \{date\}|Umbrella Desk/g) ?? []
  ).toSorted();

describe.each(papers)("%s", (_, content) => {
  test("names in each language what it names in English", () => {
    const english = composePaper(sayIn("en"), "Umbrella Desk", content);
    for (const language of clientLanguages) {
      const { paragraphs } = composePaper(sayIn(language), "Umbrella Desk", content);
      expect(facts(paragraphs), language).toEqual(facts(english.paragraphs));
      expect(paragraphs).toHaveLength(english.paragraphs.length);
      expect(paragraphs.join("\n")).not.toMatch(/\{(?!date\})/);
    }
  });
});

test("a release names the exhibits that were ticked and no other", () => {
  const { paragraphs } = composePaper(sayIn("en"), "Umbrella Desk", { ...release, items: null });
  expect(paragraphs).toContain("They may give this evidence and no other: E-03, E-11.");
});

test("every process of the law that asks for an authority has a text for the client", () => {
  expect(houseLaw.processes.filter(({ key }) => !hasWords(key))).toEqual([]);
});

test("a document is read back without what is confidential, printed around it or kept inside", () => {
  const at = { id: "x", hint: null, choices: null, must: null };
  const body = {
    title: "Statement",
    addressee: [],
    blocks: [
      { id: "a", kind: "notice" as const, text: "For the one who drafts", inside: true },
      { id: "b", kind: "numbered" as const, text: "He wrote.", gaps: [] },
      { ...at, kind: "field" as const, label: "I am", value: "N.", confidential: false },
      { ...at, kind: "field" as const, label: "Safe hours", value: "9", confidential: true },
      { id: "c", kind: "signature" as const, who: "Deponent", blanks: ["Signature"] },
    ],
  };
  expect(paragraphsIn(body)).toEqual(["He wrote.", "I am: N."]);
});
