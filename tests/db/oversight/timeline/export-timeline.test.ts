import { beforeAll, describe, expect, test } from "vitest";
import { addNote } from "@/lib/casework/notes/add-note";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { exportTimeline } from "@/lib/oversight/timeline/export-timeline";
import { listLatest, readTimeline } from "@/lib/oversight/timeline/queries";
import { newId } from "@/lib/platform/ids";
import { account, openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let mine: Person;
let boss: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker", "Mine Example");
  boss = await org.person("supervisor", "Boss Example");
  caseId = (await openSample(mine.ctx, { accounts: [account] })).id;
  await recordReference(mine.ctx, {
    caseId,
    state: "issued",
    kind: "cas",
    raw: "Voorbeeldfontein CAS 7/11/2026",
    receivedVia: "sms",
    seenDuplicate: "on",
  });
  await addExhibit(mine.ctx, caseId, Buffer.from("A letter"));
  const note = { id: newId(), caseId, kind: "call", party: "client", visibility: "working" };
  await addNote(mine.ctx, { ...note, words: "=She heard the Quágga again." });
  await addNote(boss.ctx, { ...note, id: newId(), words: "Let her rest.", visibility: "supervision" });
});

const read = (person: Person, filter = {}) => readTimeline(person.ctx, caseId, { filter, page: 1 });
const kindsOf = async (person: Person, filter = {}) => (await read(person, filter)).rows.map(({ kind }) => kind);

describe("readTimeline", () => {
  test("holds every kind of record in one order, the newest first", async () => {
    const { rows, all, total } = await read(mine);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["call", "number", "evidence", "act", "case"]));
    expect([total, rows.length]).toEqual([all, all]);
    const times = rows.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(await listLatest(mine.ctx, caseId, 2)).toEqual(rows.slice(0, 2));
  });

  test("a supervision note is a line of supervisors alone", async () => {
    expect((await read(boss)).rows.filter(({ kind }) => kind === "call")).toHaveLength(2);
    expect((await read(mine)).rows.filter(({ kind }) => kind === "call")).toHaveLength(1);
    expect((await read(mine, { words: "rest" })).rows).toEqual([]);
  });

  test("is chosen by what, person, account, platform, day and words, whatever their accents", async () => {
    expect(await kindsOf(mine, { what: "contacts" })).toEqual(["call"]);
    expect(await kindsOf(mine, { person: "with:client" })).toEqual(["call"]);
    expect(await kindsOf(mine, { words: "quagga HEARD" })).toEqual(["call"]);
    expect(await kindsOf(mine, { from: "2026-10-13", to: "2026-10-13" })).toContain("act");
    expect(await kindsOf(mine, { to: "2020-01-01" })).toEqual([]);
    const { accounts, platforms, people } = await read(mine);
    expect(accounts).toHaveLength(1);
    expect(await kindsOf(mine, { account: accounts[0]?.value, platform: platforms[0]?.value })).toEqual(["act"]);
    expect(people.map(({ label }) => label)).toEqual(["The client", "Mine Example"]);
  });
});

describe("exportTimeline", () => {
  test("writes the same lines, with formulas defused, and the log does not say what was searched for", async () => {
    const { bytes, rows } = await exportTimeline(mine.ctx, { caseId, format: "csv", filter: { words: "quagga" } });
    const text = Buffer.from(bytes).toString("utf8");
    expect(rows).toBe(1);
    expect(text).toContain('"\'=She heard the Quágga again."');
    expect(text).not.toContain("rest");
    expect(await org.auditOf(caseId)).toContain("timeline.exported");
  });
});
