import { describe, expect, test } from "vitest";
import { factText, templateFor } from "@/lib/documents/forms/facts/rules";
import { allPlaces, boxesOf, fillPlaces, problemsOf, questionsOf } from "@/lib/documents/forms/rules";
import type { Place } from "@/lib/documents/forms/types";
import { opensOf } from "@/lib/documents/papers/rules";
import type { FormField } from "@/lib/platform/sandbox/form-types";

const pages = [{ width: 595, height: 842 }];
const field = (change: Partial<FormField>): FormField => ({
  name: "applicant",
  label: null,
  kind: "text",
  option: null,
  multiline: false,
  page: 1,
  x: 160,
  y: 100,
  w: 200,
  h: 20,
  ...change,
});
const place = (change: Partial<Place>): Place => ({
  field: null,
  option: null,
  box: { page: 1, x: 20, y: 30, w: 80, h: 6 },
  kind: "text",
  label: "Name",
  origin: "hand",
  fact: null,
  words: null,
  answer: null,
  size: 10,
  multiline: false,
  ...change,
});
const facts = new Set(["client.name", "list.acts"]);

describe("the mapping of a form", () => {
  test("has each field of the file once, as it was saved, and positions behind them", () => {
    const fields = [field({}), field({ page: 2 }), field({ name: "language", kind: "radio", option: "isiZulu" })];
    const saved = [place({ label: "By hand" }), place({ field: "applicant", box: null, label: "Applicant" })];
    expect(allPlaces(fields, saved).map(({ label, kind }) => [label, kind])).toEqual([
      ["Applicant", "text"],
      ["language: isiZulu", "tick"],
      ["By hand", "text"],
    ]);
    expect(boxesOf(place({ field: "applicant", box: null }), { pages, fields })).toHaveLength(2);
  });

  test("says at the field what is wrong with it, and nothing of one that is right", () => {
    const wrong = [
      place({ origin: "fact", fact: "client.shoeSize" }),
      place({ origin: "fixed" }),
      place({ origin: "asked", kind: "tick", words: "Urgent?" }),
      place({ box: { page: 2, x: 0, y: 0, w: 10, h: 5 } }),
      place({ box: { page: 1, x: 200, y: 0, w: 20, h: 5 } }),
      place({ box: { page: 1, x: 0, y: 296, w: 20, h: 5 } }),
      place({ field: "gone", box: null }),
      place({ origin: "fact", fact: "client.name", kind: "tick" }),
      place({ origin: "fact", fact: "client.name" }),
    ];
    expect(Object.keys(problemsOf(wrong, { pages, fields: [] }, facts))).toEqual([
      "places.0.origin",
      "places.1.words",
      "places.2.answer",
      "places.3.page",
      "places.4.w",
      "places.5.h",
      "places.6.origin",
      "places.7.origin",
    ]);
  });
});

describe("what goes on a form", () => {
  const asked = (answer: string) => place({ kind: "tick", origin: "asked", words: "Which language?", answer });
  const mapped = [
    place({ origin: "fact", fact: "client.name", label: "Name" }),
    place({ origin: "fact", fact: "list.acts", label: "What happened" }),
    place({ origin: "fixed", words: "By e-mail", label: "How to answer" }),
    place({ label: "Signature" }),
    place({ origin: "asked", words: "Why now?", label: "Urgency" }),
    asked("English"),
    asked("isiZulu"),
  ];
  const form = { pages, fields: [] };

  test("is asked once for each question, with the answers that its boxes have", () => {
    expect(questionsOf(mapped)).toEqual([
      { question: "Why now?", answers: null },
      { question: "Which language?", answers: ["English", "isiZulu"] },
    ]);
  });

  test("is what is known; what is not stays empty and is named, and the pen has its own", () => {
    const filled = fillPlaces(mapped, form, {
      facts: { "client.name": "Nomvula Example", "list.acts": null },
      answers: { "Which language?": "isiZulu" },
    });
    expect(filled.entries.map(({ text, tick }) => [text, tick])).toEqual([
      ["Nomvula Example", null],
      ["By e-mail", null],
      ["isiZulu", "drawn"],
    ]);
    expect(filled.missing).toEqual(["What happened", "Urgency"]);
    expect(filled.byHand).toEqual(["Signature"]);
  });

  test("opens of the client's sealed details only those that it names", () => {
    expect(opensOf(templateFor(["client.name", "case.code", "list.acts"]))).toEqual(["name"]);
  });

  test("has a line for each thing of a list", () => {
    const item = (code: string, values: Record<string, string | null>) => ({ code, values });
    const lists = {
      incidents: [],
      acts: [item("I-1", { at: "1 March 2026", what: "A call.", words: null, exhibits: "E-01" })],
      knowledge: [],
      exhibits: [],
      accounts: [],
      identifiers: [],
      references: [],
    };
    expect(factText("list.acts", { values: {}, lists })).toBe("1. 1 March 2026: A call. (E-01)");
    expect(factText("list.accounts", { values: {}, lists })).toBeNull();
    expect(factText("client.name", { values: { "client.name": " " }, lists })).toBeNull();
  });
});
