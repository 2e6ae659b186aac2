import { describe, expect, it } from "vitest";
import { mayBeApproved, runPreflight } from "@/lib/packets/preflight";
import { findLeaks } from "@/lib/packets/preflight-leaks";
import { type PreflightLineId, preflightLines } from "@/lib/packets/preflight-lines";
import type { PacketSnapshot } from "@/lib/packets/snapshot";
import { bareSnapshot, sampleSnapshot } from "@/tests/support/sample-snapshot";

/** The invented case with its preservation references issued: every line passes or does not apply. */
function golden(): PacketSnapshot {
  const snapshot = sampleSnapshot();
  const references = snapshot.references.map((one) =>
    one.type === "preservation"
      ? {
          ...one,
          state: "issued" as const,
          number: `EXAMPLE-${one.code}`,
          issuedOn: "2026-11-20",
          expiresOn: "2027-02-18",
        }
      : one,
  );
  return { ...snapshot, references };
}

type Break = (snapshot: PacketSnapshot) => PacketSnapshot;
const first = <T>(list: readonly T[], change: Partial<T>): T[] =>
  list.map((one, i) => (i === 0 ? { ...one, ...change } : one));
const withCase =
  (change: Partial<PacketSnapshot["case"]>): Break =>
  (s) => ({ ...s, case: { ...s.case, ...change } });
const withRequest =
  (change: Partial<PacketSnapshot["request"]>): Break =>
  (s) => ({ ...s, request: { ...s.request, ...change } });
const withExhibit =
  (change: Partial<PacketSnapshot["exhibits"][number]>): Break =>
  (s) => ({ ...s, exhibits: first(s.exhibits, change) });
const withAccount =
  (change: Partial<PacketSnapshot["accounts"][number]>): Break =>
  (s) => ({ ...s, accounts: first(s.accounts, change) });
const withPacket =
  (change: Partial<PacketSnapshot["packet"]>): Break =>
  (s) => ({ ...s, packet: { ...s.packet, ...change } });
const withOther =
  (change: Partial<PacketSnapshot["pairs"][number]["other"]>): Break =>
  (s) => ({
    ...s,
    pairs: s.pairs.map((pair, i) => (i === 0 ? { ...pair, other: { ...pair.other, ...change } } : pair)),
  });

const breaks: [PreflightLineId, string, Break][] = [
  ["M-03", "no CAS number", (s) => ({ ...s, references: s.references.filter((one) => one.type !== "cas") })],
  ["M-03", "a CAS number without its station", (s) => ({ ...s, references: first(s.references, { station: null }) })],
  ["M-04", "no stage", withCase({ stage: null })],
  ["M-05", "no offence", (s) => ({ ...s, charges: [] })],
  [
    "M-06",
    "an offence from after the first act",
    (s) => ({ ...s, charges: first(s.charges, { inForceFrom: "2026-09-03" }) }),
  ],
  [
    "M-06",
    "an offence that ended before the last act",
    (s) => ({ ...s, charges: first(s.charges, { inForceUntil: "2026-09-03" }) }),
  ],
  ["M-07", "a provision not in force", (s) => ({ ...s, charges: first(s.charges, { inForce: false }) })],
  ["M-07", "law of the other country not in force", withOther({ inForce: false })],
  ["M-07", "law of the other country from after every act", withOther({ inForceFrom: "2027-01-01" })],
  [
    "M-08",
    "content with no offence over one year",
    (s) => ({ ...s, pairs: s.pairs.map((pair) => ({ ...pair, other: { ...pair.other, maxYears: 1 } })) }),
  ],
  [
    "M-09",
    "an element with neither fact nor gap",
    (s) => ({
      ...s,
      pairs: first(s.pairs, { elements: [{ home: "a", other: "b", facts: "", shownBy: [], gap: " " }] }),
    }),
  ],
  [
    "M-10",
    "insult only",
    (s) => ({ ...s, incidents: s.incidents.map((one) => ({ ...one, tags: ["insult" as const] })) }),
  ],
  ["M-10", "no knowledge fact", (s) => ({ ...s, events: s.events.map((one) => ({ ...one, knowledge: false })) })],
  ["M-11", "one act for a course of conduct", (s) => ({ ...s, incidents: s.incidents.slice(0, 1) })],
  [
    "M-12",
    "an image act before 19 May 2025",
    (s) => ({
      ...s,
      incidents: s.incidents.map((one) => (one.code === "I-6" ? { ...one, at: "2025-05-18T10:00:00Z" } : one)),
    }),
  ],
  ["M-13", "an account with no legal entity", withAccount({ provider: null })],
  ["M-14", "an account with no platform id", withAccount({ platformId: null })],
  [
    "M-15",
    "an item with no end",
    (s) => ({
      ...s,
      request: {
        ...s.request,
        items: s.request.items.map((item) => ({ ...item, rows: item.rows.map((row) => ({ ...row, to: null })) })),
      },
    }),
  ],
  ["M-16", "no item", withRequest({ items: [] })],
  [
    "M-17",
    "an account with no act and no link",
    (s) => ({ ...withAccount({ link: null })(s), incidents: s.incidents.filter((one) => one.account !== "A1") }),
  ],
  ["M-20", "no reason for secrecy", withRequest({ secrecy: null })],
  ["M-21", "no urgency", (s) => ({ ...withRequest({ urgency: [] })(s), case: { ...s.case, urgent: [] } })],
  ["M-22", "no preservation", (s) => ({ ...s, references: s.references.filter((one) => one.type !== "preservation") })],
  [
    "M-22",
    "preservation run out",
    (s) => ({
      ...s,
      references: s.references.map((one) => (one.type === "preservation" ? { ...one, expiresOn: "2026-11-23" } : one)),
    }),
  ],
  [
    "M-23",
    "an old act, not preserved",
    (s) => ({ ...s, incidents: first(s.incidents, { at: "2026-08-01T10:00:00Z", account: null }) }),
  ],
  [
    "M-24",
    "a release that ran out",
    (s) => ({ ...s, releases: s.releases.map((one) => ({ ...one, expiresOn: "2026-11-23" })) }),
  ],
  [
    "M-24",
    "a release that was revoked",
    (s) => ({ ...s, releases: s.releases.map((one) => ({ ...one, revokedOn: "2026-11-23" })) }),
  ],
  [
    "M-25",
    "an exhibit outside the release",
    (s) => ({ ...s, releases: s.releases.map((one) => ({ ...one, exhibits: ["E-01"] })) }),
  ],
  [
    "M-26",
    "no ground for transfer",
    (s) => ({ ...s, releases: s.releases.map((one) => ({ ...one, crossBorderBasis: null })) }),
  ],
  [
    "M-27",
    "a protected name in the words of an act",
    (s) => ({ ...s, incidents: first(s.incidents, { words: "I know you, nomvula  DLAMINI" }) }),
  ],
  ["M-28", "an exhibit with no method", withExhibit({ method: null })],
  ["M-28", "a hash that differs", withExhibit({ rehashed: { at: "2026-11-24T09:40:00Z", same: false } })],
  ["M-29", "an act that names an exhibit which is not there", (s) => ({ ...s, exhibits: s.exhibits.slice(1) })],
  ["M-30", "an open flag", withExhibit({ flags: ["needs_url"] })],
  ["M-31", "a person under 18", withExhibit({ minor: true })],
  ["M-31", "the question not answered", withExhibit({ minor: null })],
  ["M-31", "a case whose files are stopped", withCase({ filesStopped: true })],
  ["M-32", "not screened", withCase({ screened: null })],
  ["M-33", "a type with no state", (s) => ({ ...s, references: s.references.filter((one) => one.type !== "oia") })],
  ["M-34", "law checked too long ago", withPacket({ builtAt: "2027-06-01T09:00:00Z" })],
  [
    "M-35",
    "a threat for gain with no gain",
    (s) => ({
      ...s,
      pairs: first(s.pairs, {
        other: {
          ...{ maximum: "", maxYears: 2, yearsVerified: true, law: "L15" },
          ...{ inForceFrom: null, inForceUntil: null, inForce: true },
          ...s.pairs[0]?.other,
          provision: "18 USC 875(d)",
        },
      }),
    }),
  ],
  [
    "M-36",
    "an order without a country",
    (s) => ({
      ...s,
      references: [
        ...s.references,
        {
          ...s.references[0],
          code: "R-20",
          type: "order",
          label: "Protection order",
          country: null,
        } as PacketSnapshot["references"][number],
      ],
    }),
  ],
  ["M-37", "no approval", withPacket({ approval: null })],
  ["M-37", "approval by the author", withPacket({ approval: { by: "S-07", at: "2026-11-24T09:32:00Z" } })],
];

const failing = (snapshot: PacketSnapshot) =>
  runPreflight(snapshot, ["Nomvula Dlamini"])
    .filter((line) => line.result === "fail")
    .map((line) => line.id);

describe("preflight", () => {
  it("passes a case that lacks nothing", () => {
    expect(failing(golden())).toEqual([]);
  });

  it.each(breaks)("%s fails on %s", (id, _, change) => {
    expect(failing(change(golden()))).toContain(id);
  });

  it.each(preflightLines.map((line) => line.id))("%s can fail or is a notice that the assembly prints", (id) => {
    const always: readonly PreflightLineId[] = ["M-01", "M-02", "M-18", "M-19"];
    expect(breaks.some(([broken]) => broken === id) || always.includes(id)).toBe(true);
  });

  it("gives each line a reason and the field that mends it, also for an empty case", () => {
    const results = runPreflight(bareSnapshot());
    expect(results).toHaveLength(37);
    for (const line of results) {
      expect(line.reason.length, line.id).toBeGreaterThan(10);
      expect(line.field).toMatch(/^[a-z]/i);
    }
  });

  it("never repeats a protected value in a reason", () => {
    const leaky = { ...golden(), org: { ...golden().org, name: "Nomvula Dlamini" } };
    expect(JSON.stringify(runPreflight(leaky, ["Nomvula Dlamini"]))).not.toMatch(/nomvula/i);
  });

  it("blocks approval until each failed line has a reason", () => {
    const results = runPreflight(bareSnapshot());
    expect(mayBeApproved(results)).toBe(false);
    expect(mayBeApproved([])).toBe(false);
    const override = { by: "S-02", at: "2026-11-24T09:30:00Z", reason: "because" };
    expect(mayBeApproved(results.map((line) => (line.result === "fail" ? { ...line, override } : line)))).toBe(true);
  });
});

describe("findLeaks", () => {
  it.each([
    ["other case", "met NOMVULA DLAMINI there"],
    ["no space", "nomvuladlamini@example.example"],
    ["a hyphen", "Nomvula-Dlamini"],
    ["many spaces and a line break", "Nomvula \n  Dlamini"],
    ["an accent", "Nómvula Dlamini"],
    ["a zero-width space", "Nomvula\u200B Dlamini"],
    ["the name of a file", "IMG_nomvula.dlamini_2026.png"],
  ])("finds a name with %s", (_, text) => {
    expect(findLeaks(text, ["Nomvula Dlamini"])).toEqual([0]);
  });

  it("finds a number however it is grouped", () => {
    expect(findLeaks("call 082-555-0123 now", ["+27 82 555 0123", "082 555 0123"])).toEqual([1]);
  });

  it("does not find what is not there, nor a short value inside a word", () => {
    expect(findLeaks("the client lives in Anytown", ["Nomvula Dlamini", "Any", ""])).toEqual([]);
    expect(findLeaks("see Any here", ["Any"])).toEqual([0]);
  });

  it("finds names of other scripts", () => {
    expect(findLeaks("他是王小明说的。", ["王小明", "李四"])).toEqual([0]);
    expect(findLeaks("كتب محمد عبد الله هنا", ["محمد عبد الله"])).toEqual([0]);
  });
});
