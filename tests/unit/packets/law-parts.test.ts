import { expect, test } from "vitest";
import { houseLaw } from "@/lib/jurisdictions/rules";
import { lawParts } from "@/lib/packets/taking/law";
import type { CaseRecord } from "@/lib/packets/taking/read-case";

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
  incidents: [{ id: "i1", kind: "act", number: 1 }],
  exhibits: [1, 2, 3].map((number) => ({ id: `e${number}`, number })),
  ties: [{ incidentId: "i1", exhibitId: "e1" }],
} as unknown as CaseRecord;

test("exhibits that are tied to an element are named beside its incidents, when they travel", () => {
  const [pair] = lawParts(record, new Set(["e1", "e2"]), houseLaw).pairs ?? [];
  expect(pair?.elements.map((one) => [one.shownBy, one.facts, one.gap]).slice(0, 4)).toEqual([
    [["I-1", "E-01", "E-02"], "As recorded in the incidents named.", ""],
    [["E-02"], "As the exhibits named show.", ""],
    [[], "", "The exhibits that show it do not travel with this packet."],
    [[], "", "No fact is recorded for this element."],
  ]);
});
