import { describe, expect, test } from "vitest";
import { nextDraft } from "@/lib/packets/packets/drafting/next-draft";
import { DraftContent, DraftPacket } from "@/lib/packets/packets/input";

const caseId = "01900000-0000-7000-8000-000000000001";
const base = {
  caseId,
  kind: "mla_dossier",
  prosecutor: "Prosecutor",
  stage: "Investigation",
  screened: "clear",
  minors: "no",
};
const record = { exhibits: [] };
const none = { from: "", to: "", why: "" };
const errors = (asks: unknown, help: unknown = {}) => {
  const read = DraftPacket.safeParse({ ...base, asks, help });
  return read.success ? [] : read.error.issues.map((issue) => issue.path.join("."));
};

describe("a draft from before ranges had classes", () => {
  const old = DraftContent.parse({
    asks: {
      A1: { subscriber: true, traffic: true, content: false, from: "2026-09-29", to: "2026-11-28" },
      A2: { subscriber: true, traffic: false, content: false, from: "", to: "2026-11-28" },
    },
  });

  test("keeps its one range for the classes that it asked for; the subscriber goes back to the creation", () => {
    expect(old.asks.A1).toEqual({
      subscriber: true,
      traffic: true,
      content: false,
      ranges: { subscriber: none, traffic: { from: "2026-09-29", to: "2026-11-28", why: "" }, content: none },
    });
    expect(old.asks.A2?.ranges).toEqual({ subscriber: none, traffic: none, content: none });
  });

  test("has its next version follow the acts again, where nobody gave a reason for other dates", () => {
    const written = { ...old, asks: { ...old.asks } };
    const reasoned = DraftContent.parse({
      asks: {
        A3: { traffic: true, ranges: { traffic: { from: "2026-10-01", to: "2026-10-09", why: "Seen in use." } } },
      },
    });
    const next = nextDraft(
      { ...written, asks: { ...written.asks, ...reasoned.asks } },
      { record, writtenAt: new Date(0), papers: new Set() },
    );
    expect(next.asks.A1?.ranges.traffic).toEqual(none);
    expect(next.asks.A3?.ranges.traffic).toEqual({ from: "2026-10-01", to: "2026-10-09", why: "Seen in use." });
  });
});

describe("other dates than those proposed", () => {
  const traffic = (range: object) => ({ A1: { traffic: "on", ranges: { traffic: range } } });

  test("need both days, in order, and a reason", () => {
    const day = "2026-10-01";
    expect(errors(traffic({ from: day, to: day, why: "The account was seen in use." }))).toEqual([]);
    expect(errors(traffic({ from: day, to: day }))).toEqual(["asks.A1.ranges.traffic.why"]);
    expect(errors(traffic({ to: day, why: "Seen in use." }))).toEqual(["asks.A1.ranges.traffic.from"]);
    expect(errors(traffic({ from: day, to: "2026-09-30", why: "Seen in use." }))).toEqual([
      "asks.A1.ranges.traffic.to",
    ]);
  });

  test("are asked of nobody for what is not ticked, and of other kinds of help alike", () => {
    expect(errors({ A1: { ranges: { traffic: { from: "2026-10-01" } } } })).toEqual([]);
    expect(errors({}, { interview: { ask: "on" } })).toEqual([]);
    expect(errors({}, { "identity-records": { ask: "on", from: "2026-10-01" } })).toEqual([
      "help.identity-records.why",
    ]);
  });
});
