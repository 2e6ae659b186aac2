import { expect, test } from "vitest";
import { actNatures } from "@/lib/casework/cases/labels";
import { type ActsWords, chartActs } from "@/lib/casework/incidents/chart-acts";
import { gravityOf } from "@/lib/casework/incidents/rules";
import type { ChartedAct } from "@/lib/casework/incidents/types";

const words: ActsWords = {
  title: "Acts",
  looks: ["threat", "image", "intrusion", "other"],
  grave: "grave",
  rest: "rest",
  noAccount: "No account",
  isNew: "New account",
  perWeek: "A week",
  more: String,
  about: ({ acts, rows, first, last, peak }) =>
    `${acts} by ${rows}, ${first} to ${last}, ${peak.acts} from ${peak.week}`,
  dateText: String,
};

const act = (on: string, account: string | null, gravity: ChartedAct["gravity"] = 3): ChartedAct => ({
  on,
  account,
  gravity,
});
const accounts = [
  { code: "A1", label: "A1 X" },
  { code: "A2", label: "A2 Instagram" },
];

test("two acts are no course, three are", () => {
  const three = [act("2026-10-01", "A1"), act("2026-10-02", "A1"), act("2026-10-03", "A1")];
  expect(chartActs({ acts: three.slice(1), accounts, flags: [] }, words)).toBeNull();
  expect(chartActs({ acts: three, accounts, flags: [] }, words)?.rows).toHaveLength(1);
});

test("accounts come in the order of their first act, and each after the first is new", () => {
  const acts = [act("2026-10-20", "A1"), act("2026-10-02", "A2", 0), act("2026-10-21", "A1"), act("2026-10-22", null)];
  const chart = chartActs({ acts, accounts, flags: [{ on: "2026-10-19", label: "C-1 blocked" }] }, words);
  expect(chart?.rows.map(({ label, isNew }) => [label, isNew])).toEqual([
    ["A2 Instagram", false],
    ["A1 X", true],
    ["No account", false],
  ]);
  // 19 October 2026 is a Monday.
  expect(chart?.about).toBe("4 by 3, 2026-10-02 to 2026-10-22, 3 from 2026-10-19");
});

test("every nature has its gravity: threats of violence and to property are the gravest", () => {
  const gravest = Object.keys(actNatures).filter((nature) => gravityOf(nature) === 0);
  expect(gravest).toEqual(["threat_violence", "threat_property"]);
  expect(gravityOf("unwanted_contact")).toBe(3);
});
