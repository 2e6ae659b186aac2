import { describe, expect, test } from "vitest";
import { planPacket } from "@/lib/packets/packets/sections/assemble-packet";
import { actsFigure } from "@/lib/packets/packets/sections/shared/acts-figure";
import { linksFigure } from "@/lib/packets/packets/sections/shared/links-figure";
import { leaksInFile } from "@/lib/packets/packets/snapshot/leaks-in-file";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { sourceOf } from "@/lib/platform/pdf/read-document";
import { writeDocument } from "@/lib/platform/pdf/write-document";
import { sampleOfKind } from "@/tests/support/sample-kinds";
import { sampleSnapshot } from "@/tests/support/sample-snapshot";
import { protectedClient } from "@/tests/support/spellings";

const wordsIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.b === "chart" ? block.chart.marks.flatMap((mark) => (mark.m === "text" ? [mark.text] : [])) : [],
  );
const figuresOf = (blocks: readonly Block[]) => blocks.filter((block) => block.b === "chart").length;
const none = { image: () => Promise.reject(new Error("no image")), attachments: [] };

test.each([
  ["mla_dossier", 2],
  ["interpol_briefing", 1],
  ["docket_pack", 1],
  ["preservation_briefing", 1],
  ["refusal_complaint", 0],
] as const)("a %s has %i figures, and none on its first two pages but those of its table", (kind, count) => {
  const { bare } = planPacket(kind === "mla_dossier" ? sampleSnapshot() : sampleOfKind(kind, "ZA-US"), []);
  expect(figuresOf(bare.blocks)).toBe(count);
});

describe("acts over time", () => {
  const snapshot = sampleSnapshot();

  test("names accounts, events and days only: no words of an act, no handle, no client", () => {
    const words = wordsIn(actsFigure(snapshot)).join("\n");
    const typed = [
      ...snapshot.incidents.flatMap(({ words: sent, note }) => [sent, note]),
      ...snapshot.accounts.flatMap(({ handles, displayNames }) => [
        ...handles.map(({ handle }) => handle),
        ...displayNames,
      ]),
      snapshot.case.clientCode,
    ];
    for (const text of typed) if (text && text.length > 3) expect(words).not.toContain(text);
    expect(words).toContain("A1");
  });

  test("is left out where two acts show no course", () => {
    const few: PacketSnapshot = { ...snapshot, incidents: snapshot.incidents.slice(0, 2) };
    expect(actsFigure(few)).toEqual([]);
  });
});

test("one account is linked to nothing, so there is no picture of links", () => {
  const snapshot = sampleSnapshot();
  expect(linksFigure({ ...snapshot, accounts: snapshot.accounts.slice(0, 1) })).toEqual([]);
});

test("the check of the finished file reads the words of a figure", async () => {
  const secret = protectedClient.find(({ kind }) => kind === "phone number") ?? protectedClient[0];
  const chart = {
    title: "A chart",
    about: "A chart.",
    width: 170,
    height: 10,
    text: 2.55,
    marks: [{ m: "text", x: 0, y: 5, text: secret?.value ?? "", anchor: "start", look: "plain" }],
  } as const;
  const plan: DocumentPlan = {
    blocks: [{ b: "chart", chart, caption: "Figure." }],
    head: { left: "", leftRest: "", right: "" },
    foot: "",
    meta: { title: "A", author: "A", language: "en", at: new Date("2026-11-24T10:00:00Z"), id: new Uint8Array(16) },
  };
  const { bytes } = await collectBytes(writeDocument(plan, none));
  expect(await leaksInFile(sourceOf(bytes), protectedClient)).toContainEqual({ where: "page 1", what: secret?.kind });
});
