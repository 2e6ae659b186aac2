import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { addNote } from "@/lib/casework/notes/add-note";
import { getNote, listPinnedNotes } from "@/lib/casework/notes/queries";
import { readLadder } from "@/lib/escalation/ladder/queries";
import { officeToday } from "@/lib/law/office/rules";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let mine: Person;
let colleague: Person;
let boss: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
  colleague = await org.person("caseworker");
  boss = await org.person("supervisor");
  caseId = await plantCase(mine.ctx);
  await bySql(
    boss.ctx,
    sql`insert into app.case_members (org_id, case_id, member_id, since)
      values (${org.id}::uuid, ${caseId}::uuid, ${colleague.memberId}::uuid, now())`,
  );
});

const call = (over: Record<string, unknown> = {}) => ({
  id: newId(),
  caseId,
  kind: "call",
  words: "The Quagga number is dead, she said.",
  visibility: "working",
  ...over,
});

describe("addNote", () => {
  test("needs the words alone; what is not known stays open, and nothing that was typed lies open", async () => {
    const { id } = await addNote(mine.ctx, call({ partyName: "Aunt Quagga", agreed: "Quagga", nextAct: "Ask Quagga" }));
    const { note, versions } = await getNote(mine.ctx, caseId, id);
    expect(note).toMatchObject({ kind: "call", party: null, direction: null, accountId: null, nextOn: null });
    expect(versions).toMatchObject([{ number: 1, body: { words: "The Quagga number is dead, she said." } }]);
    expect(await org.auditOf(id)).toEqual(["note.written"]);
    for (const table of ["case_notes", "note_versions"]) {
      const rows = await bySql<{ row: string }>(
        mine.ctx,
        sql`select to_jsonb(x)::text as row from app.${sql.identifier(table)} x where case_id = ${caseId}::uuid`,
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ row }) => row.includes("Quagga"))).toEqual([]);
    }
  });

  test("sent twice it is one note", async () => {
    const twice = call();
    await addNote(mine.ctx, twice);
    await expect(addNote(mine.ctx, twice)).rejects.toMatchObject({ code: "conflict" });
  });

  test("names the field that is wrong", async () => {
    const wrong = [
      ["words", { words: " " }],
      ["when", { when: "2099-01-01T10:00" }],
      ["nextOn", { nextOn: "soon" }],
      ["nextOn", { visibility: "supervision", nextOn: "2099-01-01" }],
    ] as const;
    for (const [field, over] of wrong) {
      await expect(addNote(mine.ctx, call(over)), field).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: expect.any(String) },
      });
    }
  });

  test("its next act is a deadline of the case, and says no word of what is to be done", async () => {
    const nextOn = addDays(officeToday(new Date()), 4);
    const { id } = await addNote(mine.ctx, call({ party: "client", nextAct: "Ask for the Quagga picture", nextOn }));
    const clockOf = async () => (await readLadder(mine.ctx, caseId)).clocks.find(({ key }) => key === `note:${id}`);
    expect(await clockOf()).toMatchObject({ dueOn: nextOn, path: `/notes/${id}`, kind: "D" });
    expect(JSON.stringify(await clockOf())).not.toContain("Quagga");
  });
});

describe("a supervision note", () => {
  test("is for its author and supervisors: the colleague on the case does not find it, in the product or by SQL", async () => {
    const bossWrote = await addNote(boss.ctx, call({ visibility: "supervision", pinned: "on" }));
    const iWrote = await addNote(mine.ctx, call({ visibility: "supervision" }));
    const seenBy = async (person: Person) => {
      const rows = await bySql<{ id: string }>(
        person.ctx,
        sql`select id from app.case_notes where visibility = 'supervision' and case_id = ${caseId}::uuid
          union all select note_id from app.note_versions where visibility = 'supervision' and case_id = ${caseId}::uuid`,
      );
      return new Set(rows.map(({ id }) => id));
    };
    expect(await seenBy(boss)).toEqual(new Set([bossWrote.id, iWrote.id]));
    expect(await seenBy(mine)).toEqual(new Set([iWrote.id]));
    expect(await seenBy(colleague)).toEqual(new Set());
    await expect(getNote(mine.ctx, caseId, bossWrote.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getNote(colleague.ctx, caseId, iWrote.id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listPinnedNotes(mine.ctx, caseId)).map((note) => note.id)).not.toContain(bossWrote.id);
  });

  test("nobody makes one of them a working note, nor takes a note away", async () => {
    const { id } = await addNote(mine.ctx, call({ visibility: "supervision" }));
    for (const attempt of [
      sql`update app.case_notes set visibility = 'working' where id = ${id}::uuid`,
      sql`delete from app.case_notes where id = ${id}::uuid`,
      sql`update app.note_versions set visibility = 'working' where note_id = ${id}::uuid`,
    ]) {
      const before = await bySql(mine.ctx, sql`select 1 from app.case_notes where visibility = 'supervision'`);
      await bySql(mine.ctx, attempt).catch((error: unknown) => expect(refusedByPostgres(error)).toBe(true));
      expect(await bySql(mine.ctx, sql`select 1 from app.case_notes where visibility = 'supervision'`)).toEqual(before);
    }
  });
});
