import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { clearPictures } from "@/lib/evidence/clearances/clear-pictures";
import { listPictures } from "@/lib/evidence/clearances/queries";
import { redactExhibit } from "@/lib/evidence/redactions/redact-exhibit";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { nothingOn } from "@/tests/support/look-at-pictures";
import { addLookedInto, middle } from "@/tests/support/masked";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { stopImages } from "@/tests/support/stop";

let org: Org;
let worker: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Looking Example");
  caseId = await plantCase(worker.ctx);
});

const picturesOf = async (exhibitId: string, who: Ctx = worker.ctx) => listPictures(who, caseId, exhibitId);

describe("clearPictures", () => {
  test("names who looked, when and what they found; why one may leave is sealed and goes into no log", async () => {
    const exhibitId = await addLookedInto(org, worker.ctx, caseId, "photo.jpg");
    const [before] = await picturesOf(exhibitId);
    expect(before).toMatchObject({ exhibit: "E-01", page: 1, copyId: null, stands: true, clearance: null });
    const { sha256 = "" } = before ?? {};
    const reason = "She wants her face shown to the prosecutor";
    const answer = { exhibitId, page: 1, sha256, found: "may_leave", reason };
    await clearPictures(worker.ctx, { caseId, pictures: { 0: answer } });
    const [after] = await picturesOf(exhibitId);
    expect(after?.clearance).toEqual({
      by: "Looking Example",
      mine: true,
      at: worker.ctx.now,
      found: "may_leave",
      reason,
    });
    const [other] = await picturesOf(exhibitId, await org.as("supervisor"));
    expect(other?.clearance).toMatchObject({ by: "Looking Example", mine: false });
    const open = await bySql<{ all: string }>(
      org.service(),
      sql`select (select string_agg(c::text, ' ') from app.clearances c)
        || (select string_agg(detail::text, ' ') from audit.entries where subject_id = ${caseId}) as all`,
    );
    expect(open[0]?.all).toContain("E-01, page 1");
    expect(open[0]?.all).not.toContain("prosecutor");
    expect((await org.auditOf(caseId)).at(-1)).toBe("exhibit.pictures_cleared");
  });

  test("counts for these bytes alone: a masked copy is another picture, and the old one is not taken any more", async () => {
    const exhibitId = await addLookedInto(org, worker.ctx, caseId, "photo.jpg");
    const before = await picturesOf(exhibitId);
    await clearPictures(worker.ctx, { caseId, pictures: nothingOn(before) });
    const { id } = await redactExhibit(worker.ctx, { exhibitId, page: 1, boxes: [middle], reason: "A number plate" });
    const [masked] = await picturesOf(exhibitId);
    expect(masked).toMatchObject({ copyId: id, clearance: null });
    expect(masked?.sha256).not.toBe(before[0]?.sha256);
    await expect(clearPictures(worker.ctx, { caseId, pictures: nothingOn(before) })).rejects.toMatchObject({
      code: "invalid",
      fields: { "pictures.0.found": expect.stringContaining("Another picture has replaced this one") },
    });
  });

  test("each page of a file is a picture, and one that travels and cannot be drawn is one by itself", async () => {
    const letter = await addLookedInto(org, worker.ctx, caseId, "letter.pdf");
    const pages = (await picturesOf(letter)).map(({ page }) => page);
    expect(pages).toEqual(pages.map((_, i) => i + 1));
    expect(pages.length).toBeGreaterThan(0);
    const film = await addLookedInto(org, worker.ctx, caseId, "archive.zip");
    expect((await picturesOf(film)).map(({ page }) => page)).toEqual([0]);
    const words = await addLookedInto(org, worker.ctx, caseId, "note.txt");
    expect(await picturesOf(words), "words are no picture").toEqual([]);
  });

  test("says at the field what is missing, and keeps nothing then", async () => {
    const exhibitId = await addLookedInto(org, worker.ctx, caseId, "photo.jpg");
    const [picture] = await picturesOf(exhibitId);
    const one = { exhibitId, page: 1, sha256: picture?.sha256 };
    const fields = async (pictures: unknown) =>
      clearPictures(worker.ctx, { caseId, pictures }).catch((error: { fields: unknown }) => error.fields);
    expect(await fields({ 0: { ...one, found: "may_leave", reason: " " } })).toEqual({
      "pictures.0.reason": expect.stringContaining("why it may leave"),
    });
    expect(await fields({ 0: { ...one, found: "" } })).toEqual({
      "pictures.0.found": expect.stringContaining("at least one"),
    });
    expect((await picturesOf(exhibitId))[0]?.clearance).toBeNull();
  });

  test("is for whoever works on this case: none of another case, of another organisation, or of an administrator", async () => {
    const exhibitId = await addLookedInto(org, worker.ctx, caseId, "photo.jpg");
    const pictures = nothingOn(await picturesOf(exhibitId));
    const elsewhere = await plantCase(worker.ctx);
    await expect(clearPictures(worker.ctx, { caseId: elsewhere, pictures })).rejects.toMatchObject({
      code: "not_found",
    });
    const away = await makeOrg();
    for (const who of [await org.as("caseworker"), await away.as("supervisor")]) {
      await expect(clearPictures(who, { caseId, pictures })).rejects.toMatchObject({ code: "not_found" });
    }
    for (const role of ["admin", "liaison"] as const) {
      await expect(clearPictures(await org.as(role), { caseId, pictures })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    await expect(clearPictures(org.service(), { caseId, pictures })).rejects.toMatchObject({ code: "forbidden" });
    expect((await picturesOf(exhibitId))[0]?.clearance).toBeNull();
  });

  test("Postgres says the same: in one’s own name, by no job, and never altered", async () => {
    const exhibitId = await addLookedInto(org, worker.ctx, caseId, "photo.jpg");
    const [picture] = await picturesOf(exhibitId);
    const colleague = await org.person("supervisor");
    const add = (by: string | null) => sql`insert into app.clearances
      (id, org_id, case_id, exhibit_id, page, sha256, found, looked_by, looked_at)
      values (gen_random_uuid(), ${worker.ctx.orgId}, ${caseId}, ${exhibitId}, 1, ${picture?.sha256 ?? ""}, 'nothing', ${by}, now())`;
    await expect(bySql(worker.ctx, add(colleague.memberId))).rejects.toSatisfy(refusedByPostgres);
    await expect(bySql(org.service(), add(worker.memberId))).rejects.toSatisfy(refusedByPostgres);
    await bySql(worker.ctx, add(worker.memberId));
    for (const alter of [sql`update app.clearances set found = 'may_leave'`, sql`delete from app.clearances`]) {
      await bySql(worker.ctx, sql`${alter} where exhibit_id = ${exhibitId}`).catch((error: unknown) => {
        expect(refusedByPostgres(error)).toBe(true);
      });
    }
    expect((await picturesOf(exhibitId))[0]?.clearance).toMatchObject({ found: "nothing" });
  });

  test("while the case is stopped for images nobody looks", async () => {
    const other = await plantCase(worker.ctx);
    const exhibitId = await addLookedInto(org, worker.ctx, other, "photo.jpg");
    const pictures = nothingOn(await listPictures(worker.ctx, other, exhibitId));
    await stopImages(worker.ctx, other);
    await expect(clearPictures(worker.ctx, { caseId: other, pictures })).rejects.toMatchObject({ code: "conflict" });
  });
});
