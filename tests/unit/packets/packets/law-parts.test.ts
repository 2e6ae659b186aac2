import { expect, test } from "vitest";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { lawParts } from "@/lib/packets/packets/snapshot/law";
import { subjectParts } from "@/lib/packets/packets/snapshot/people";
import type { CaseRecord } from "@/lib/packets/packets/snapshot/read-case";

const elements = [
  { side: "home", element: 0, incidentIds: ["i1"], exhibitIds: ["e2"], note: "" },
  { side: "home", element: 1, incidentIds: [], exhibitIds: ["e2"], note: "" },
  { side: "home", element: 2, incidentIds: [], exhibitIds: ["e3"], note: "" },
  { side: "pair", element: 0, need: "Whatever", incidentIds: [], note: "A person judged it" },
];

/** As much of a case as the part about the law reads. */
const record = {
  case: { pair: "ZA-US" },
  preservations: [],
  charges: [{ homeOffence: "za-cca-15", thereOffence: "us-875c", elements }],
  incidents: [
    { id: "i1", kind: "act", number: 1, happenedAt: new Date("2026-09-02T16:14:09Z"), zone: "Africa/Johannesburg" },
  ],
  exhibits: [1, 2, 3].map((number) => ({ id: `e${number}`, number })),
  links: [{ incidentId: "i1", exhibitId: "e1" }],
} as unknown as CaseRecord;

test("exhibits that are linked to an element are named beside its incidents, when they travel", () => {
  const [pair] = lawParts(record, new Set(["e1", "e2"]), houseLaw).pairs ?? [];
  expect(pair?.elements.map((element) => [element.shownBy, element.facts, element.gap]).slice(0, 4)).toEqual([
    [["I-1", "E-01", "E-02"], "As recorded in the incidents named.", ""],
    [["E-02"], "As the exhibits named show.", ""],
    [[], "", "The exhibits that show it do not travel with this packet."],
    [[], "", "No fact is recorded for this element."],
  ]);
});

test("what the other country needs beside its elements is in the packet, with what is missing", () => {
  const [pair] = lawParts(record, new Set(["e1", "e2"]), houseLaw).pairs ?? [];
  const needs = pair?.elements.filter((element) => element.home === "").slice(-4) ?? [];
  const knew = needs.find((need) => need.gap.startsWith("Nothing recorded shows what the sender knew"));
  expect(knew).toMatchObject({ home: "", facts: "", shownBy: [] });
  // Advice to a caseworker stays on the case page.
  expect(JSON.stringify(pair)).not.toMatch(/Tie |Link |Collect it/);
  // The checklist asks for a fact or a printed gap beside every element.
  expect(pair?.elements.filter((element) => element.shownBy?.length === 0 && element.gap === "")).toEqual([]);
  expect(pair?.content).toEqual(["Yes"]);
});

test("an offence has the number of its own pair, and in words what an administrator found since", () => {
  const numbered = lawParts(record, new Set(), houseLaw);
  expect([numbered.charges?.[0]?.sources, numbered.pairs?.[0]?.other.law]).toEqual([["L7"], "L12"]);
  const found = { text: "Read anew.", source: "Gazette 1", marks: ["V" as const], checkedOn: "2026-11-20" };
  const offences = houseLaw.offences.map((offence) =>
    offence.key === "us-875c" ? { ...offence, sources: [found] } : offence,
  );
  const changed = lawParts(record, new Set(), { ...houseLaw, offences });
  expect(changed.pairs?.[0]?.other.law).toBe("Gazette 1 (V, checked 20 Nov 2026)");
});

test("phones and other identifiers of the subject are told with the exhibit that shows them, when it travels", () => {
  const people = {
    ...record,
    subjects: [1, 2].map((number) => ({ id: `s${number}`, number, allegedName: null, allegedPlace: null })),
    identifiers: [
      { subjectId: "s1", kind: "phone", value: "+1 555 0100", exhibitId: "e1" },
      { subjectId: "s1", kind: "email", value: "a@mail.example", exhibitId: "e3" },
      { subjectId: "s2", kind: "email", value: "other@mail.example", exhibitId: null },
    ],
  } as unknown as CaseRecord;
  expect(subjectParts(people, new Set(["e1"])).subjectIdentifiers).toEqual([
    { kind: "phone number", value: "+1 555 0100", sources: ["E-01"] },
    { kind: "e-mail address", value: "a@mail.example", sources: ["told by the client"] },
    { kind: "e-mail address of Subject 2", value: "other@mail.example", sources: ["told by the client"] },
  ]);
});
