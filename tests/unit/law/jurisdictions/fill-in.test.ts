import { describe, expect, test } from "vitest";
import { fillIn } from "@/lib/law/jurisdictions/fill-in";

const parts = new Map<string, unknown>(
  Object.entries({
    read: { text: "Read.", source: "A book", marks: ["V"], checkedOn: "2026-01-01" },
    ending: [{ text: "One." }, { text: "Two." }],
    "sentences/true": "It is true.",
    step: { title: "Report", side: "home", sources: [{ use: "read" }] },
    bodies: [
      { key: "a", name: "Alpha", choices: ["x"], facts: [{ text: "Slow.", sources: [{ source: "Practice" }] }] },
      { key: "b", name: "Beta" },
      { key: "c", name: "Gamma" },
    ],
    round: { use: "about" },
    about: { use: "round" },
  }),
);

test("a thing is taken over by its name, whole or with what differs, and a list is laid into the list", () => {
  expect(fillIn({ use: "step", side: "there" }, parts)).toEqual({
    title: "Report",
    side: "there",
    sources: [parts.get("read")],
  });
  expect(fillIn([{ text: "Zero." }, { use: "ending" }], parts)).toEqual([
    { text: "Zero." },
    { text: "One." },
    { text: "Two." },
  ]);
});

test("a sentence stands in a text by its name; what is called by no name stays as it is written", () => {
  expect(fillIn("I say: <sentences/true> {blank}", parts)).toBe("I say: It is true. {blank}");
  expect(fillIn("a < b, <nothing>", parts)).toBe("a < b, <nothing>");
});

test("a source without a text says what it stands under", () => {
  const fact = { text: "It is so.", sources: [{ source: "A book" }, { text: "Otherwise.", source: "B" }] };
  expect(fillIn(fact, parts)).toMatchObject({ sources: [{ text: "It is so." }, { text: "Otherwise." }] });
});

test("a paper for each thing of a list, with pieces for what it has and for what it has not", () => {
  const paper = {
    forEach: "bodies",
    except: ["c"],
    title: "To <name>",
    blocks: [
      { forEach: "facts", text: "<text>", sources: "<sources>" },
      { if: "choices", choices: "<choices>" },
      { unless: "choices", hint: "Copy it" },
    ],
  };
  expect(fillIn([paper], parts)).toEqual([
    {
      title: "To Alpha",
      blocks: [{ text: "Slow.", sources: [{ text: "Slow.", source: "Practice" }] }, { choices: ["x"] }],
    },
    { title: "To Beta", blocks: [{ hint: "Copy it" }] },
  ]);
});

describe("what leads nowhere is said", () => {
  test.each([
    ["a name that nobody gave", { use: "nobody" }, "use: nothing is called nobody"],
    ["a thing that takes over itself", { use: "round" }, "use: round takes over itself"],
    ["a change to a list", [{ use: "ending", side: "home" }], "use: nothing can stand beside it here: side"],
    ["a field that the thing has not", [{ forEach: "bodies", title: "<nmae>" }], "nothing is called nmae"],
    ["a list that there is not", [{ forEach: "nobodies" }], "forEach: no list nobodies"],
  ])("%s", (_, data, message) => {
    expect(() => fillIn(data, parts)).toThrow(message);
  });
});
