import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listMarks } from "@/lib/evidence/exhibits/list-marks";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { coverWords } from "@/lib/evidence/redactions/cover-words";
import { keepWordCover } from "@/lib/evidence/redactions/keep-word-cover";
import { listWordCovers } from "@/lib/evidence/redactions/queries";
import { newId } from "@/lib/platform/ids";
import { addText } from "@/tests/support/add-text";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Covering Example");
  caseId = await plantCase(worker.ctx);
});

const textOf = (content: string, name?: string) => addText(org, worker, { caseId, content, ...(name ? { name } : {}) });

const coversOf = async (exhibitId: string) => (await listWordCovers(worker.ctx, caseId, exhibitId)).covers;

const asked = (exhibitId: string, change: object = {}) => ({ exhibitId, words: "Thandi", kind: "child", ...change });

describe("keepWordCover", () => {
  test("keeps words and reason sealed, with role and name of whoever covered; ledger and log say neither", async () => {
    const exhibitId = await textOf("I saw THÁNDI at the gate");
    const { id, times } = await coverWords(worker.ctx, asked(exhibitId, { reason: "the client’s daughter" }));
    expect(times).toBe(1);
    expect(await coversOf(exhibitId)).toEqual([
      expect.objectContaining({
        id,
        words: "Thandi",
        kind: "child",
        reason: "the client’s daughter",
        place: null,
        by: "caseworker",
        madeBy: "Covering Example",
      }),
    ]);
    const { ledger } = await readExhibit(worker.ctx, caseId, exhibitId);
    expect(ledger.events.at(-1)).toMatchObject({
      action: "redacted",
      purpose: expect.stringContaining("Words covered"),
    });
    expect((await org.auditOf(exhibitId)).at(-1)).toBe("exhibit.words_covered");
    expect((await listMarks(worker.ctx, caseId, [exhibitId])).get(exhibitId)).toMatchObject({ covered: true });
    const open = await bySql<{ all: string }>(
      org.service(),
      sql`select (select string_agg(c::text, ' ') from app.word_covers c)
        || (select string_agg(detail::text, ' ') from audit.entries where subject_id = ${exhibitId})
        || (select string_agg(e.purpose, ' ') from app.custody_events e where e.exhibit_id = ${exhibitId}::uuid) as all`,
    );
    expect(open[0]?.all).toContain("everywhere");
    expect(open[0]?.all).not.toMatch(/thandi|daughter/i);
  });

  test("no reason tells what another cover of the case hides, whichever came first", async () => {
    const exhibitId = await textOf("Lwazi and Sipho, and the gate");
    const other = await textOf("Lwazi’s uncle");
    const refused = (change: object) =>
      coverWords(worker.ctx, asked(exhibitId, change)).catch((error: { fields: object }) => error.fields);
    await coverWords(worker.ctx, asked(other, { words: "Lwazi" }));
    const uncle = { words: "Sipho", kind: "other", reason: "LWAZI’s uncle" };
    expect(await refused(uncle)).toEqual({
      reason: "The reason is printed and holds words that are covered in this case. Take them out.",
    });
    await coverWords(worker.ctx, asked(exhibitId, { ...uncle, reason: "at the gate" }));
    expect(await refused({ words: "the gate" })).toEqual({
      words: "These words appear in the printed reason of another cover. Take that one back first.",
    });
  });

  test("says in which role it was made, also when that person has another one by now", async () => {
    const person = await org.person("caseworker");
    const mine = await plantCase(person.ctx);
    const exhibitId = await addText(org, person, { caseId: mine, content: "Thandi and Lwazi" });
    await coverWords(person.ctx, asked(exhibitId));
    await owner()`update app.members set role = 'supervisor' where id = ${person.memberId}`;
    const supervisor = await org.as("supervisor");
    await coverWords(supervisor, asked(exhibitId, { words: "Lwazi" }));
    const { covers } = await listWordCovers(supervisor, mine, exhibitId);
    expect(covers.map(({ words, by }) => [words, by])).toEqual([
      ["Thandi", "caseworker"],
      ["Lwazi", "supervisor"],
    ]);
  });

  test("is for people who work on the case; to others the exhibit does not exist", async () => {
    const exhibitId = await textOf("Thandi");
    const whole = { ...asked(exhibitId), place: null, reading: null };
    for (const role of ["admin", "liaison"] as const) {
      await expect(coverWords(await org.as(role), asked(exhibitId))).rejects.toMatchObject({ code: "forbidden" });
      await expect(keepWordCover(await org.as(role), whole)).rejects.toMatchObject({ code: "forbidden" });
    }
    for (const who of [await org.as("caseworker"), await (await makeOrg()).as("supervisor")]) {
      await expect(coverWords(who, asked(exhibitId))).rejects.toMatchObject({ code: "not_found" });
      await expect(keepWordCover(who, whole)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("Postgres says the same: in one’s own name, of the exhibit’s own case, and never altered", async () => {
    const exhibitId = await textOf("Thandi");
    const { id } = await coverWords(worker.ctx, asked(exhibitId));
    const colleague = await org.person("caseworker");
    const elsewhere = await plantCase(worker.ctx);
    const insert = (to: string, by: string, lifts: string | null) => sql`insert into app.word_covers
      (id, org_id, case_id, exhibit_id, lifts, words, kind, made_by, made_at)
      values (${newId()}::uuid, ${org.id}::uuid, ${to}::uuid, ${exhibitId}::uuid, ${lifts}::uuid,
        ${lifts ? null : "x"}, ${lifts ? null : "child"}, ${by}::uuid, now())`;
    const refused = (statement: ReturnType<typeof sql>) =>
      expect(bySql(worker.ctx, statement)).rejects.toSatisfy(refusedByPostgres);
    await refused(insert(caseId, colleague.memberId, null));
    await refused(insert(elsewhere, worker.memberId, null));
    await refused(insert(caseId, worker.memberId, newId()));
    for (const alter of [sql`update app.word_covers set words = null`, sql`delete from app.word_covers`]) {
      await bySql(worker.ctx, sql`${alter} where id = ${id}::uuid`).catch((error: unknown) => {
        expect(refusedByPostgres(error)).toBe(true);
      });
    }
    expect(await coversOf(exhibitId)).toMatchObject([{ id, words: "Thandi" }]);
  });
});
