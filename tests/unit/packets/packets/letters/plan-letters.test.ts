import { describe, expect, test } from "vitest";
import { planLetters } from "@/lib/packets/packets/letters/plan-letters";
import { letterDocx, letterPdf } from "@/lib/packets/packets/letters/write-letter";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import { flatPagesOf } from "@/tests/support/pdf";
import { sampleOfKind } from "@/tests/support/sample-kinds";
import { unzip, wordsOfDocx } from "@/tests/support/zip";

const danger = {
  acts: [
    { incident: "I-8", words: "My ticket is booked. I will break your jaw like I said.", at: "2026-11-14T23:12:27Z" },
  ],
  answer: "imminent",
  assessedAt: "2026-11-24T08:00:00Z",
  assessedBy: "S-02",
  reason: "The sender wrote in I-8 that a ticket is booked (E-09).",
  steps: [],
  reviewOn: null,
};
const noTime = "The journey may begin on any day.";

/** The invented case, with what a named person decided of the danger. */
function sample(change: Record<string, unknown> = {}, more: Partial<PacketSnapshot> = {}): PacketSnapshot {
  const snapshot = sampleOfKind("preservation_briefing");
  const emergency = snapshot.emergency && { ...snapshot.emergency, noTime, data: null, whyNow: null };
  const withDanger = { ...snapshot.case, danger: { ...danger, ...change } } as unknown as PacketSnapshot["case"];
  return { ...snapshot, emergency, case: withDanger, ...more };
}

const of = (snapshot: PacketSnapshot) => planLetters(snapshot).letters.map(({ kind, entity }) => `${kind} ${entity}`);

async function wordsIn(snapshot: PacketSnapshot, kind: string, entity: string): Promise<string> {
  const letter = planLetters(snapshot).letters.find((each) => each.kind === kind && each.entity === entity);
  if (!letter) throw new Error(`no ${kind} letter to ${entity}`);
  const { bytes } = await letterPdf(snapshot, letter);
  return (await flatPagesOf(bytes)).join(" ").replaceAll(/\s+/g, " ");
}

const ofTheRecord = /(?<![\w@])(?:I|E|C|R|Q|L|F|REL|ST|RK|CD)-?\d+|Marula|RK-27|\bclient\b/;

describe("a letter to preserve", () => {
  test("is one for each provider, and tells it of no other provider, account or code", async () => {
    const snapshot = sampleOfKind("preservation_briefing");
    expect(of(snapshot)).toEqual(["preservation X Corp.", "preservation Meta Platforms, Inc."]);
    const theirs = (entity: string) =>
      snapshot.accounts
        .filter(({ provider }) => provider?.entity === entity)
        .flatMap(({ platformId, url, handles }) => [platformId, url, ...handles.map(({ handle }) => handle)])
        .filter((value): value is string => Boolean(value));
    for (const [entity, other] of [
      ["X Corp.", "Meta Platforms, Inc."],
      ["Meta Platforms, Inc.", "X Corp."],
    ] as const) {
      const text = await wordsIn(snapshot, "preservation", entity);
      for (const value of theirs(entity)) expect(text.replaceAll(" ", "")).toContain(value.replaceAll(" ", ""));
      for (const value of [
        ...theirs(other),
        other,
        other === "X Corp." ? "legalrequests.x.com" : "facebook.com/records",
      ])
        expect(text).not.toContain(value);
      expect(text).not.toMatch(ofTheRecord);
    }
  });

  test("names the statute, asks what it asks, and counts from the day on which it is received", async () => {
    const text = await wordsIn(sampleOfKind("preservation_briefing"), "preservation", "X Corp.");
    for (const message of [
      "18 USC 2703(f)",
      "to take all necessary steps to preserve records and other evidence in its possession pending the issuance of a court order or other process",
      "for 90 days from the day on which you receive this letter",
      "Through: legalrequests.x.com",
      "Voorbeeldfontein CAS",
      "2026-09-01T00:00:00Z to 2026-09-06T23:59:59Z",
    ])
      expect(text).toContain(message);
  });

  test("leaves to the officer only the date, who signs, and how to reach them", () => {
    const [letter] = planLetters(sampleOfKind("preservation_briefing")).letters;
    const text = JSON.stringify(letter?.blocks);
    expect(text.match(/"t":"blank"/g)).toHaveLength(1);
    expect(text.match(/"label":"[^"]+"/g)).toEqual([
      '"label":"Name"',
      '"label":"Rank, force number"',
      '"label":"Official e-mail"',
      '"label":"Telephone"',
      '"label":"Signature"',
    ]);
  });

  test("asks for a renewal where the provider preserves already, and only while one is left", async () => {
    const snapshot = sampleOfKind("preservation_briefing");
    const rows = snapshot.preservation?.rows.map((row) =>
      row.entity === "X Corp." ? { ...row, state: "kept" as const, reference: "PRES-1" } : row,
    );
    const kept = { ...snapshot, preservation: snapshot.preservation && { ...snapshot.preservation, rows: rows ?? [] } };
    const text = await wordsIn(kept, "preservation", "X Corp.");
    expect(text).toContain("extend their preservation by 90 days");
    expect(text).toContain("PRES-1");
    expect(text).not.toContain("all necessary steps");
    const last = kept.preservation?.rows.map((row) => ({ ...row, secondExpiresOn: null })) ?? [];
    const none = planLetters({ ...kept, preservation: kept.preservation && { ...kept.preservation, rows: last } });
    expect(none.letters.map(({ entity }) => entity)).toEqual(["Meta Platforms, Inc."]);
    expect(none.notOffered).toContainEqual({
      kind: "preservation",
      entity: "X Corp.",
      why: "What it keeps cannot be renewed again",
    });
  });

  test("is not drafted for a provider without a legal entity, or without anything to find the account by", () => {
    const snapshot = sampleOfKind("preservation_briefing");
    const rows = snapshot.preservation?.rows.map((row) => (row.entity === "X Corp." ? { ...row, entity: null } : row));
    const preservation = snapshot.preservation && { ...snapshot.preservation, rows: rows ?? [] };
    const accounts = snapshot.accounts.map((account) => ({ ...account, platformId: null, url: null, handles: [] }));
    expect(of({ ...snapshot, preservation })).toEqual(["preservation Meta Platforms, Inc."]);
    expect(of({ ...snapshot, accounts })).toEqual([]);
  });

  test("says on every page that nobody approved it, and has neither our number nor our name in the file", async () => {
    const snapshot = sampleOfKind("preservation_briefing");
    const draft = { ...snapshot, packet: { ...snapshot.packet, approval: null } };
    expect(await wordsIn(draft, "preservation", "X Corp.")).toContain("DRAFT - not approved");
    expect(await wordsIn(snapshot, "preservation", "X Corp.")).not.toContain("DRAFT");
    const [letter] = planLetters(snapshot).letters;
    if (!letter) throw new Error("no letter");
    const docx = Buffer.from(await letterDocx(snapshot, letter));
    expect(wordsOfDocx(docx)).toContain("all necessary steps to preserve");
    for (const file of unzip(docx).values()) expect(file).not.toMatch(/CD-2026|Marula/);
  });
});

describe("a letter in an emergency", () => {
  test("goes to the provider of the words of danger, whole, without a code", async () => {
    const snapshot = sample();
    expect(of(snapshot)).toEqual(["emergency X Corp.", "preservation X Corp.", "preservation Meta Platforms, Inc."]);
    const text = await wordsIn(snapshot, "emergency", "X Corp.");
    for (const message of [
      "18 USC 2702(b)(8)",
      "“My ticket is booked. I will break your jaw like I said.”",
      "(2026-11-14T23:12:27Z)",
      "a ticket is booked.",
      noTime,
      "log-in and session IP addresses",
    ])
      expect(text).toContain(message);
    expect(text).not.toMatch(ofTheRecord);
  });

  test.each([
    ["no assessment", sample({}, { case: sampleOfKind("preservation_briefing").case }), /No named person decided/],
    ["a danger that is not imminent", sample({ answer: "serious" }), /No named person decided/],
    ["no word why process is too slow", sample({}, { emergency: null }), /Why there is no time/],
    ["a reason that names another account", sample({ reason: "A3 wrote the same." }), /names another account/],
    [
      "a reason that names another service",
      sample({ reason: "On Instagram he wrote it too." }),
      /names another account/,
    ],
  ])("is not offered with %s, and the reason is said", (_, snapshot, why) => {
    const { letters, notOffered } = planLetters(snapshot);
    expect(letters.some(({ kind }) => kind === "emergency")).toBe(false);
    expect(
      notOffered
        .filter(({ kind }) => kind === "emergency")
        .map((each) => each.why)
        .join(),
    ).toMatch(why);
  });
});
