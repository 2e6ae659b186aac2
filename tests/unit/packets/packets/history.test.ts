import { describe, expect, test } from "vitest";
import { changesBetween } from "@/lib/packets/packets/snapshot/history";
import type { PacketSnapshotInput } from "@/lib/packets/packets/snapshot/snapshot";
import { sampleSnapshot } from "@/tests/support/sample-snapshot";

const before = sampleSnapshot({
  packet: { no: "CD-2026-0147", version: 1, builtAt: "2026-11-09T08:15:00Z", preparedBy: "S-07" },
});

/** The next version of the same case, with what a test changes in it. */
const next = (change: Partial<PacketSnapshotInput> = {}): PacketSnapshotInput => ({
  ...sampleSnapshot(),
  changes: [],
  ...change,
});

const lines = (change: Partial<PacketSnapshotInput>): string[] =>
  changesBetween(before, next(change)).map((listed) =>
    `${listed.section} | ${listed.change} | ${listed.why}`.replaceAll("\u00A0", " "),
  );

describe("a new draft", () => {
  test("of the unchanged case lists nothing", () => {
    expect(changesBetween(before, next())).toEqual([]);
  });

  test("nor does one whose ledgers grew and whose hashes were computed again", () => {
    const exhibits = before.exhibits.map((exhibit) => ({
      ...exhibit,
      rehashed: { at: "2026-11-24T09:00:00Z", same: true },
      custody: [...exhibit.custody, { no: 7, action: "exported", at: "2026-11-09T09:00:00Z", by: "S-07", hash: null }],
    }));
    const holders = [{ version: 1, holder: "Sergeant", handedOver: "9 Nov 2026", state: "not opened" }];
    expect(lines({ exhibits, holders, preflight: null })).toEqual([]);
  });

  test("nor one whose reference numbers stand elsewhere in the register", () => {
    const references = before.references.map((reference, i) => ({ ...reference, code: `R-${i + 5}` }));
    expect(lines({ references })).toEqual([]);
  });
});

const receivedAt = (day: string) => [
  { no: 1, action: "received", at: `${day}T09:00:00Z`, by: "S-07", hash: null, byHand: false },
];

describe("what changed", () => {
  const first = <T>(list: readonly T[]): T => list[0] as T;

  test("is named with its field, and entries with the same fields share a line", () => {
    const incidents = before.incidents.map((incident) =>
      ["I-1", "I-2", "I-3"].includes(incident.code)
        ? { ...incident, words: "others" }
        : incident.code === "I-5"
          ? { ...incident, exact: false }
          : incident,
    );
    expect(lines({ incidents })).toEqual([
      "1, B | Incidents changed: I-1 to I-3 (words) | changed since version 1",
      "1, B | Incidents changed: I-5 (time) | changed since version 1",
    ]);
  });

  test("is told apart from what was added and left out", () => {
    const added = { ...first(before.exhibits), code: "E-11", title: "A letter", custody: receivedAt("2026-11-20") };
    const exhibits = [...before.exhibits.filter((exhibit) => exhibit.code !== "E-04"), added];
    expect(lines({ exhibits })).toEqual([
      "A, C | Exhibits added: E-11 | recorded since version 1",
      "A, C | Exhibits left out: E-04 | not in this version",
    ]);
  });

  test("an exhibit that was there and is put in now is not called new", () => {
    const without = { ...before, exhibits: before.exhibits.filter((exhibit) => exhibit.code < "E-03") };
    const late = { ...first(before.exhibits), code: "E-11", custody: receivedAt("2026-11-20") };
    const early = before.exhibits.filter((exhibit) => exhibit.code < "E-05");
    const messages = changesBetween(without, next({ exhibits: [...early, late] })).map(
      ({ change, why }) => `${change} | ${why}`,
    );
    expect(messages.map((message) => message.replaceAll("\u00A0", " "))).toEqual([
      "Exhibits added: E-03, E-04 | were already there, now included",
      "Exhibits added: E-11 | recorded since version 1",
    ]);
  });

  test("says that a masked copy came, and not that the original changed", () => {
    const copy = { no: 2, name: "E-02-page-1-masked-1.png", kind: "masked copy", bytes: 9, sha256: "a".repeat(64) };
    const exhibits = before.exhibits.map((exhibit) =>
      exhibit.code === "E-02" ? { ...exhibit, files: [...exhibit.files, copy] } : exhibit,
    );
    expect(lines({ exhibits })).toEqual(["A, C | Exhibits changed: E-02 (masked copies) | changed since version 1"]);
  });

  test("gives the day on which a release was revoked", () => {
    const releases = before.releases.map((release) =>
      release.code === "REL-5" ? { ...release, revokedOn: "2026-11-22" } : release,
    );
    expect(lines({ releases })).toEqual(["6.6 | Releases changed: REL-5 (revocation) | revoked on 22 Nov 2026"]);
  });

  test("names a number that was issued since", () => {
    const open = before.references.find((reference) => reference.state === "not_yet_issued");
    const references = before.references.map((reference) =>
      reference === open ? { ...reference, state: "issued" as const, number: "123/2026" } : reference,
    );
    const [added, gone] = lines({ references });
    expect(added).toBe(`5 | Reference numbers added: ${open?.label} 123/2026 | recorded since version 1`);
    expect(gone).toContain("left out");
  });

  test.each<[string, Partial<PacketSnapshotInput>, string]>([
    [
      "accounts",
      { accounts: before.accounts.map((account) => (account.code === "A2" ? { ...account, link: null } : account)) },
      "4 | Accounts changed: A2 (link to the subject) | changed since version 1",
    ],
    [
      "events",
      { events: before.events.filter((entry) => entry.code !== "C-1") },
      "B | Events left out: C-1 | not in this version",
    ],
    [
      "receivers",
      { receivers: before.receivers.slice(1) },
      "Brief | Receivers left out: Investigating officer, SAPS Voorbeeldfontein | redrafted",
    ],
    ["statements", { statements: [] }, "1 | Statements left out: ST; ST2 | not in this version"],
    [
      "the stage",
      { case: { ...before.case, stage: { text: "Trial.", sources: ["R-1"] } } },
      "1 | The stage of the matter: changed | redrafted",
    ],
    [
      "the screening",
      { case: { ...before.case, screened: null } },
      "1 | The screening for anything military or political: taken out | redrafted",
    ],
    [
      "the secrecy",
      { request: { ...before.request, secrecy: null } },
      "6.3 | The reason for secrecy: taken out | redrafted",
    ],
    [
      "what is asked of a bureau",
      { ncb: { purpose: "locate", action: null, by: null, priority: "normal", conditions: null, level: "official" } },
      "1 | What is asked of the bureau: added | redrafted",
    ],
  ])("is found among %s", (_, change, line) => {
    expect(lines(change)).toEqual([line]);
  });

  test("is found among offences, pairs and the items sought", () => {
    const [charge, ...charges] = before.charges;
    const [pair, ...pairs] = before.pairs;
    const [item, ...items] = before.request.items;
    if (!charge || !pair || !item) throw new Error("the sample has none");
    const elements = pair.elements.map((element, i) => (i === 0 ? { ...element, gap: "another gap" } : element));
    const rows = item.rows.map((row) => ({ ...row, to: "2026-11-25T00:00:00Z" }));
    expect(
      lines({
        charges: [{ ...charge, maximum: "5 years" }, ...charges],
        pairs: [{ ...pair, elements }, ...pairs],
        request: { ...before.request, items: [{ ...item, rows }, ...items] },
      }),
    ).toEqual([
      `Brief | Items sought changed: ${item.provider}, ${item.dataClass} (range) | redrafted`,
      `2 | Offences changed: ${charge.provision} (maximum) | changed since version 1`,
      `2 | Pairs of offences changed: ${pair.home.provision} / ${pair.other.provision} (gaps) | changed since version 1`,
    ]);
  });

  test("a source alone is no change: codes follow what was added elsewhere", () => {
    const purpose = before.request.purpose.map((statement) => ({ ...statement, sources: ["I-9"] }));
    expect(lines({ request: { ...before.request, purpose } })).toEqual([]);
  });

  test("in a kind that numbers its sections otherwise is placed by words", () => {
    const packet = { ...before.packet, kind: "docket_pack" as const, version: 2 };
    const [one] = changesBetween(before, next({ packet, statements: [] }));
    expect(one?.section).toBe("Statements");
  });
});
