import { describe, expect, test } from "vitest";
import { kindLabel } from "@/lib/casework/danger/labels";
import { passagesIn, questionOf, raisedBy, shownMark } from "@/lib/casework/danger/rules";
import type { ActText, Assessment } from "@/lib/casework/danger/types";
import { markers } from "@/lib/evidence/chats/labels";
import { wordGroups } from "@/lib/law/jurisdictions/common/danger-words";

const act = (code: string, words: string | null, what = "A message."): ActText => ({
  id: code,
  code,
  at: new Date("2026-11-07T04:41:00Z"),
  words,
  what,
});

const covering = (acts: readonly ActText[], at = "2026-11-08T07:10:00Z"): Assessment => ({
  id: "1",
  answer: "none",
  acts: acts.flatMap((one) => raisedBy(one) ?? []),
  reason: "Nothing happened.",
  steps: [],
  reviewOn: null,
  assessedBy: "S-02",
  assessedAt: new Date(at),
});

const ask = (acts: readonly ActText[], last: Assessment | null = null, dangerSince: Date | null = null) =>
  questionOf({ acts, last, inDanger: dangerSince !== null, dangerSince });

describe("words that raise the question", () => {
  test.each([
    ["I will be at your stop on Friday. Wear the blue coat.", "day", "place"],
    ["I will find you before they do.", "watching"],
    ["My ticket is booked.", "journey"],
    ["Nice school your daughter has", "children"],
    ["see you after work", "work"],
    ["🔪🔪", "weapon"],
    ["Vrydag by jou werk", "day", "work"],
    ["Ngizofika ngoLwesihlanu", "day"],
    ["Nginesibhamu", "weapon"],
    ["Ndiya kuza ngoMvulo esikolweni", "day", "children"],
    ["Labohlano", "day"],
    ["On the 13th November", "day"],
  ])("%s", (words, ...kinds) => {
    expect(raisedBy(act("I-1", words))?.kinds.toSorted()).toEqual(kinds.toSorted());
  });

  test.each([
    "You cannot block all of me.",
    "Skilled and studied, fridays-club",
    "Jy is niks, en die mense weet dit.",
    "Pamela is a liar",
  ])("but not: %s", (words) => {
    expect(raisedBy(act("I-1", words))).toBeNull();
  });

  test("are quoted whole where they are short, or in their sentence, apart from what was written about the act", () => {
    const given = act("I-1", "You do not answer. I know where you live.\nIgnore this", "He spoke of Friday. No more.");
    expect(raisedBy(given)).toMatchObject({
      words: ["You do not answer. I know where you live. Ignore this"],
      note: ["He spoke of Friday. No more."],
    });
    expect(passagesIn(`${"You are nothing. ".repeat(20)}I know where you live.`)).toEqual(["I know where you live."]);
    expect(passagesIn(`tomorrow ${"x".repeat(400)}`)[0]).toHaveLength(240);
  });
});

describe("the question", () => {
  const first = act("I-1", "I will find you");

  test("is open until a person has assessed, and again with a new act or new words", () => {
    expect(ask([first])).toMatchObject({ isOpen: true, open: [{ code: "I-1" }] });
    const last = covering([first]);
    expect(ask([first], last)).toMatchObject({ isOpen: false, open: [] });
    expect(ask([first, act("I-2", "On Friday")], last)).toMatchObject({ isOpen: true, open: [{ code: "I-2" }] });
    expect(ask([act("I-1", "I will find you with a knife")], last)).toMatchObject({ isOpen: true });
    expect(ask([act("I-1", "I WILL  find you. Soon")], last).open).toEqual([]);
  });

  test("is not asked of an act without such words", () => {
    expect(ask([act("I-1", "You are nothing")])).toMatchObject({ isOpen: false, acts: [] });
  });

  test("is open when the case was marked as in danger after the last assessment", () => {
    const since = new Date("2026-11-09T00:00:00Z");
    expect(ask([], null, since).isOpen).toBe(true);
    expect(ask([], covering([]), since)).toMatchObject({ isOpen: true, flaggedSince: true });
    expect(ask([], covering([], "2026-11-09T00:00:00Z"), since).isOpen).toBe(false);
  });

  test("has a mark that another act or another word changes", () => {
    const marks = [[first], [first, act("I-2", "Friday")], [act("I-1", "I will follow you")]].map((acts) =>
      shownMark(ask(acts).acts),
    );
    expect(new Set(marks).size).toBe(3);
  });
});

test("each group of words has its label where it is shown", () => {
  const { asks, marks } = {
    asks: wordGroups.filter((group) => group.asks),
    marks: wordGroups.filter((group) => group.marks),
  };
  for (const { key } of asks) expect(kindLabel(key)).not.toBe(key);
  expect(markers.map(({ key }) => key).toSorted()).toEqual(marks.map(({ key }) => key).toSorted());
});
