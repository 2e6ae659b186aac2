import { expect, test } from "vitest";
import type { DocumentBlock } from "@/lib/documents/papers/types";
import type { CaseRecord } from "@/lib/packets/packets/snapshot/read-case";
import { statedIn } from "@/lib/packets/packets/snapshot/stated";

type Act = CaseRecord["incidents"][number];
const act = (number: number, words: string | null) => ({ kind: "act", number, words }) as Act;
const block = (id: string, text: string): DocumentBlock => ({ id, kind: "numbered", text, gaps: [] });
const prompt = (id: string, text: string): DocumentBlock => ({ id, kind: "prompt", asks: "?", text, must: null });

test("an act is stated where its paragraph stands, or where its words are told in another, by the printed number", () => {
  const blocks = [
    block("num-a", "I am the person named above."),
    prompt("pro-b", ""),
    block("num-c.I-1", "The first message."),
    prompt("pro-d", "On 8 November he wrote: “I WILL find you\nbefore they do.”"),
    block("num-c.I-12", ""),
  ];
  const acts = [act(1, null), act(2, "I will find you before they do."), act(12, null), act(3, "Hello")];
  expect([...statedIn({ title: "", addressee: [], blocks }, acts)]).toEqual([
    ["I-1", [2]],
    ["I-2", [3]],
  ]);
});
