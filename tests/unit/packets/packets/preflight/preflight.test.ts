import { describe, expect, it } from "vitest";
import { checklistOf } from "@/lib/packets/packets/preflight/checklist-of";
import { lawSourcesOf } from "@/lib/packets/packets/preflight/law-sources";
import { mayBeApproved, runPreflight } from "@/lib/packets/packets/preflight/preflight";
import type { PacketSnapshot, SnapshotPicture } from "@/lib/packets/packets/snapshot/snapshot";
import { packetKindKeys } from "@/lib/packets/packets/types";
import { breaks, cannotFail, doesNotApply } from "@/tests/support/golden-breaks";
import { goldenSnapshot, inventedPair } from "@/tests/support/golden-snapshot";
import { bareSnapshot, sampleSnapshot } from "@/tests/support/sample-snapshot";

const failing = (snapshot: PacketSnapshot) =>
  runPreflight(snapshot, ["Nomvula Dlamini"])
    .filter((line) => line.result === "fail")
    .map((line) => line.id);

const combinations = ["ZA-US", "US-ZA", inventedPair].flatMap((pair) => packetKindKeys.map((kind) => ({ pair, kind })));

describe.each(combinations)("the checklist of $kind, $pair", ({ pair, kind }) => {
  const golden = goldenSnapshot(kind, pair);
  const { lines, approvalLine } = checklistOf(kind, pair);

  it("passes a packet that lacks nothing, line by line", () => {
    const open = runPreflight(golden, ["Nomvula Dlamini"]).filter((line) => line.result !== "pass");
    const away = lines.filter((line) => doesNotApply[line.check]).map((line) => line.id);
    expect(open.map((line) => `${line.id} ${line.result}`)).toEqual(away.map((id) => `${id} na`));
  });

  const cases = lines.flatMap((line) =>
    Object.entries(breaks[line.check] ?? {}).map(([what, change]) => ({ id: line.id, what, line, change })),
  );

  it.each(cases)("$id and no other fails: $what", ({ id, line, change }) => {
    expect(failing({ ...golden, ...change(golden, line) })).toEqual([id]);
  });

  it("can fail in every line, or says why not", () => {
    const mute = lines.filter((line) => !cases.some((case_) => case_.id === line.id) && !cannotFail[line.check]);
    expect(mute.map((line) => line.id)).toEqual([]);
  });

  it("ends with approval, and has the rules of every packet", () => {
    const asked = new Set(lines.map((line) => line.check));
    expect(lines.find((line) => line.id === approvalLine)?.check).toBe("approved_by_second");
    for (const check of ["nothing_protected", "every_character_printed", "law_fresh", "no_minor"] as const)
      expect(asked).toContain(check);
  });
});

describe("the checklists of the model", () => {
  const ids = (kind: (typeof packetKindKeys)[number]) => checklistOf(kind, "ZA-US").lines.map((line) => line.id);
  const upTo = (letter: string, last: number) =>
    Array.from({ length: last }, (_, i) => `${letter}-${String(i + 1).padStart(2, "0")}`);

  it.each([
    ["mla_dossier", "M", 37],
    ["interpol_briefing", "N", 16],
    ["preservation_briefing", "S", 14],
  ] as const)("%s has its lines in order", (kind, letter, last) => {
    expect(ids(kind).slice(0, last)).toEqual(upTo(letter, last));
  });

  it("checks a snapshot of the time with one direction against the first pair", () => {
    expect(runPreflight(sampleSnapshot()).map((line) => line.id)).toEqual(ids("mla_dossier"));
  });
});

describe("preflight", () => {
  const golden = goldenSnapshot("mla_dossier", "ZA-US");

  it("gives each line a reason and the field that corrects it, also for an empty case", () => {
    for (const { kind, pair } of combinations) {
      const bare = bareSnapshot();
      const results = runPreflight({ ...bare, packet: { ...bare.packet, kind }, case: { ...bare.case, pair } });
      expect(results).toHaveLength(checklistOf(kind, pair).lines.length);
      for (const line of results) {
        expect(line.reason.length, line.id).toBeGreaterThan(10);
        expect(line.field).toMatch(/^[a-z]/i);
      }
    }
  });

  it("lists exactly what must come out, and for whom", () => {
    const narrow = {
      ...golden,
      releases: golden.releases.map((release) => ({
        ...release,
        exhibits: release.exhibits.filter((code) => code !== "E-07"),
      })),
    };
    const reason = runPreflight(narrow).find((line) => line.id === "M-25")?.reason;
    expect(reason).toBe(
      `What must come out: ${["Investigating officer", "Prosecutor", "Central authority"].map((value) => `for ${value}, to Warrant Officer, SAPS, Voorbeeldfontein (REL-4): E-07`).join("; ")}.`,
    );
  });

  it("asks no date of law that no statute began", () => {
    const charges = golden.charges.map((charge) => ({ ...charge, inForceFrom: null, commonLaw: true }));
    const pairs = golden.pairs.map((pair) => ({
      ...pair,
      other: { ...pair.other, inForceFrom: null, commonLaw: true },
    }));
    const lines = runPreflight({ ...golden, charges, pairs });
    for (const id of ["M-06", "M-07"]) expect(lines.find((line) => line.id === id)?.result, id).toBe("pass");
  });

  it("says which law was never read from a source, and fails for none of it by its age", () => {
    const old = { ...golden, packet: { ...golden.packet, builtAt: "2027-06-01T09:00:00Z" } };
    const reason = (snapshot: PacketSnapshot) =>
      runPreflight(snapshot).find((line) => line.id === "M-34")?.reason ?? "";
    const unread = lawSourcesOf(golden)
      .filter(({ marks }) => marks.every(({ mark }) => mark === "G" || mark === "C"))
      .map(({ no }) => no);
    const named = reason(golden).split("Never read from a source: ")[1]?.match(/L\d+/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    expect(unread).toEqual(expect.arrayContaining(named));
    for (const no of named) expect(reason(old).match(/L\d+/g)).not.toContain(no);
  });

  it("names where a character stands that cannot be printed", () => {
    const odd = {
      ...golden,
      incidents: golden.incidents.map((incident, i) => (i === 1 ? { ...incident, words: "\u{F0000}" } : incident)),
    };
    const reason = runPreflight(odd).find((line) => line.id === "M-38")?.reason;
    expect(reason).toContain("I-2, the words (U+F0000)");
  });

  it("never repeats a protected value in a reason", () => {
    const leaky = { ...golden, org: { ...golden.org, name: "Nomvula Dlamini" } };
    expect(JSON.stringify(runPreflight(leaky, ["Nomvula Dlamini"]))).not.toMatch(/nomvula/i);
  });

  it("blocks approval until each failed line has a reason", () => {
    const results = runPreflight({ ...golden, references: [], packet: { ...golden.packet, approval: null } });
    expect(mayBeApproved(results)).toBe(false);
    expect(mayBeApproved([])).toBe(false);
    const override = { by: "S-02", at: "2026-11-24T09:30:00Z", reason: "because" };
    expect(mayBeApproved(results.map((line) => (line.result === "fail" ? { ...line, override } : line)))).toBe(true);
  });

  const hardOf = (snapshot: PacketSnapshot) => runPreflight(snapshot).flatMap(({ id, hard }) => (hard ? [id] : []));
  const [insult] = golden.incidents.map((incident) => ({ ...incident, tags: ["contact" as const] }));
  const lone = { ...golden, incidents: insult ? [insult] : [] };
  const [, other] = golden.accounts;
  const withoutId = golden.accounts.map((account, i) => (i === 0 ? { ...account, platformId: null } : account));
  const asksFor = (code: string) => ({
    ...golden.request,
    items: golden.request.items
      .slice(0, 1)
      .map((item) => ({ ...item, rows: item.rows.slice(0, 1).map((row) => ({ ...row, accounts: [code] })) })),
  });

  it.each([
    ["no offence", { ...golden, charges: [] }, ["M-05"]],
    ["one act that threatens nothing", lone, ["M-10"]],
    [
      "acts that only together frighten",
      { ...golden, incidents: golden.incidents.map((act) => ({ ...act, tags: ["contact" as const] })) },
      [],
    ],
    [
      "a single old act, and no word why now",
      {
        ...golden,
        incidents: golden.incidents.slice(0, 1).map((act) => ({ ...act, at: "2026-05-01T10:00:00Z" })),
        case: { ...golden.case, urgent: [] },
        request: { ...golden.request, urgency: [] },
      },
      ["M-21"],
    ],
    ["no id of an account that is asked about", { ...golden, accounts: withoutId, request: asksFor("A1") }, ["M-14"]],
    ["no id of another account", { ...golden, accounts: withoutId, request: asksFor(other?.code ?? "") }, []],
  ])("takes no reason where nothing can be asked on it: %s", (_what, snapshot, lines) => {
    expect(hardOf(snapshot)).toEqual(lines);
    const override = { by: "S-02", at: "2026-11-24T09:30:00Z", reason: "because" };
    const results = runPreflight(snapshot).map((line) => ({ ...line, override }));
    expect(mayBeApproved(results)).toBe(lines.length === 0);
  });

  it("takes no reason for a pack for the docket without a sworn statement", () => {
    const docket = goldenSnapshot("docket_pack", "ZA-US");
    expect(hardOf({ ...docket, statements: [] })).toEqual(["D-02"]);
  });

  it("takes no reason for a look, and says who looked on which day", () => {
    const picture = { page: 1, sha256: "0".repeat(64) };
    const look = { by: "S-07", at: "2026-11-12T22:30:00Z" };
    const served = (pictures: SnapshotPicture[]) =>
      runPreflight({ ...golden, exhibits: golden.exhibits.map((exhibit) => ({ ...exhibit, pictures })) });
    const override = { by: "S-02", at: "2026-11-24T09:30:00Z", reason: "because" };
    const unseen = served([{ ...picture, look: null }]).map((line) => ({ ...line, override }));
    expect(mayBeApproved(unseen)).toBe(false);
    const seen = served([
      { ...picture, look: { ...look, found: "nothing" } },
      { ...picture, page: 2, look: { ...look, found: "nothing" } },
      { ...picture, page: 0, look: { ...look, by: "S-08", found: "may_leave" } },
    ]).find((line) => line.id === "M-27");
    const [first] = golden.exhibits;
    expect(seen?.result).toBe("pass");
    expect(seen?.reason).toContain(`By S-07 on 13 Nov 2026, nothing of the client: ${first?.code}, pages 1 to 2; `);
    expect(seen?.reason).toContain(`By S-08 on 13 Nov 2026, shows the client, and may leave: ${first?.code}, the file`);
  });
});
