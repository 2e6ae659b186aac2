import { describe, expect, test } from "vitest";
import { compareBodies } from "@/lib/documents/papers/compare-bodies";
import { type BodyEdits, editBody } from "@/lib/documents/papers/edit-body";
import { findClash } from "@/lib/documents/papers/find-clash";
import { refreshBody } from "@/lib/documents/papers/refresh-body";
import { fillTemplate, wordsOf } from "@/lib/documents/papers/rules";
import type { DocumentBody } from "@/lib/documents/papers/types";
import { makeFacts, makeTemplate, nextIncident } from "@/tests/unit/documents/papers/paper";

const start = () => fillTemplate(makeTemplate(), makeFacts());
const none = { texts: {}, add: [], remove: [] };
let made = 0;
const makeId = () => `x${++made}`;
const edit = (body: DocumentBody, change: Partial<BodyEdits>) => editBody(body, { ...none, ...change }, makeId);
const idOf = (body: DocumentBody, kind: string, nth = 0) =>
  body.blocks.filter((block) => block.kind === kind)[nth]?.id ?? "";
const words = (body: DocumentBody, id: string) => {
  const block = body.blocks.find((documentBlock) => documentBlock.id === id);
  return block ? wordsOf(block) : undefined;
};
const more = () => {
  const facts = makeFacts();
  return fillTemplate(makeTemplate(), {
    ...facts,
    values: { ...facts.values, "client.identityNumber": "000000 0000 000" },
    lists: { ...facts.lists, incidents: [...facts.lists.incidents, nextIncident] },
  });
};

describe("editing", () => {
  test("fills a blank, and the gap is gone", () => {
    const body = start();
    const id = idOf(body, "numbered");
    const next = edit(body, { texts: { [id]: "I am Nomvula Voorbeeld, passport T00.\r\nSecond line." } });
    expect(next.blocks.find((block) => block.id === id)).toMatchObject({
      text: "I am Nomvula Voorbeeld, passport T00.\nSecond line.",
      gaps: [],
      edited: true,
    });
  });

  test("the same words change nothing", () => {
    const body = start();
    const id = idOf(body, "numbered");
    expect(edit(body, { texts: { [id]: words(body, id) ?? "" } })).toEqual(body);
  });

  test("adds a paragraph below, and takes one out", () => {
    const body = start();
    const first = idOf(body, "numbered");
    const second = idOf(body, "numbered", 1);
    const next = edit(body, { add: [first], remove: [second] });
    expect(next.blocks.map((block) => block.id).slice(1, 3)).toEqual([first, expect.stringMatching(/^own-/)]);
    expect(next.removed).toEqual([second]);
  });

  test("keeps what a rule asks for, the oath and a notice", () => {
    const body = start();
    const stay = [idOf(body, "prompt"), idOf(body, "oath"), idOf(body, "notice"), idOf(body, "table")];
    expect(edit(body, { remove: stay }).blocks).toEqual(body.blocks);
  });

  test("never loses words for a piece that is gone", () => {
    const next = edit(start(), { texts: { "own-gone": "I typed this." } });
    expect(next.blocks.some((block) => wordsOf(block) === "I typed this.")).toBe(true);
  });
});

describe("drawing again", () => {
  test("takes in new facts, and keeps every word that a person wrote", () => {
    const before = start();
    const told = idOf(before, "numbered", 1);
    const edited = edit(before, { texts: { [told]: "In my own words." }, add: [told] });
    const own = edited.blocks.find((block) => block.id.startsWith("own-"))?.id ?? "";
    const written = edit(edited, { texts: { [own]: "And then." } });
    const after = refreshBody(written, more());
    expect(words(after, told)).toBe("In my own words.");
    expect(words(after, idOf(after, "numbered"))).toContain("000000 0000 000");
    const order = after.blocks.map((block) => wordsOf(block)).filter(Boolean);
    expect(order.slice(2, 4)).toEqual(["In my own words.", "And then."]);
    expect(order[4]).toContain("14 Oct 2026");
  });

  test("does not bring back what was taken out, nor drop words whose incident is gone", () => {
    const before = more();
    const out = idOf(before, "numbered", 1);
    const kept = idOf(before, "numbered", 2);
    const edited = edit(before, { texts: { [kept]: "Mine." }, remove: [out] });
    const after = refreshBody(edited, start());
    expect(words(after, out)).toBeUndefined();
    expect(words(after, kept)).toBe("Mine.");
  });
});

describe("two wordings", () => {
  test("a clash shows both, and says who changed what", () => {
    const base = start();
    const a = idOf(base, "numbered");
    const b = idOf(base, "numbered", 1);
    const c = idOf(base, "prompt");
    const theirs = edit(base, { texts: { [a]: "Theirs.", [c]: "Theirs too." } });
    const mine = { [a]: "Mine.", [b]: "Mine too.", [c]: "" };
    expect(findClash(base, theirs, mine)).toEqual([
      { id: a, mine: "Mine.", theirs: "Theirs.", changed: "both" },
      { id: b, mine: "Mine too.", theirs: words(base, b), changed: "mine" },
      { id: c, mine: "", theirs: "Theirs too.", changed: "theirs" },
    ]);
  });

  test("a comparison goes piece by piece", () => {
    const before = start();
    const first = idOf(before, "numbered");
    const after = edit(before, { texts: { [first]: "New." }, remove: [idOf(before, "heading")] });
    expect(compareBodies(before, after).map((difference) => [difference.what, difference.after])).toEqual([
      ["Paragraph 1", "New."],
      ['Heading "Who I am"', null],
    ]);
  });
});
