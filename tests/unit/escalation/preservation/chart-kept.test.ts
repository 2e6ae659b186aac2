import { expect, test } from "vitest";
import { chartKept, type KeptWords } from "@/lib/escalation/preservation/chart-kept";
import type { ChartedKeep } from "@/lib/escalation/preservation/types";
import { briefingWordsOf } from "@/lib/law/jurisdictions/pairs/briefing-words";

const words: KeptWords = {
  title: "Kept",
  about: "",
  kept: "kept",
  possible: "possible",
  risk: "at risk",
  request: "request",
  requestName: "Request",
  today: "Today",
  more: String,
  dateText: String,
};
const today = "2026-11-24";
const keep = (dates: Partial<ChartedKeep>): ChartedKeep => ({
  name: "A1",
  note: "",
  from: null,
  until: null,
  possibleUntil: null,
  ...dates,
});
const looks = ["kept", "possible", "at risk", "request"];
const spansOf = (dates: Partial<ChartedKeep>, mayTakeMonths: number | null = 12) => {
  const { rows } = chartKept([keep(dates)], { sentOn: null, mayTakeMonths, text: "" }, today, words);
  return rows[0]?.spans.map(({ from, to, look }) => `${looks[look]} ${from} ${to}`);
};

test("what is kept, then what a renewal adds, then the days until a request may be answered", () => {
  expect(spansOf({ from: "2026-11-16", until: "2027-02-14", possibleUntil: "2027-05-15" })).toEqual([
    "kept 2026-11-16 2027-02-14",
    "possible 2027-02-15 2027-05-15",
    "at risk 2027-05-16 2027-11-24",
  ]);
});

test("with nothing kept everything is at risk from today", () => {
  expect(spansOf({})).toEqual(["at risk 2026-11-24 2027-11-24"]);
});

test("what lapsed is at risk from today", () => {
  expect(spansOf({ from: "2026-06-01", until: "2026-08-30" })).toEqual([
    "kept 2026-06-01 2026-08-30",
    "at risk 2026-11-24 2027-11-24",
  ]);
});

test("the bar of a request has no end, whatever the law data says of how long one takes", () => {
  for (const pair of ["ZA-US", "US-ZA"]) {
    const { mayTakeMonths, gap } = briefingWordsOf(pair).preservation;
    const { rows } = chartKept([], { sentOn: "2026-10-01", mayTakeMonths, text: gap.text }, today, words);
    expect(rows.at(-1)?.spans).toMatchObject([{ from: "2026-10-01", open: true }]);
    // A figure is drawn only where the text of the law data has it.
    expect(/year/.test(gap.text)).toBe(mayTakeMonths !== null);
  }
});
