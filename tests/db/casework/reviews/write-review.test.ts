import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listCaseReviews, listMyReviews, listNotReviewed } from "@/lib/casework/reviews/queries";
import { writeReview } from "@/lib/casework/reviews/write-review";
import { newId } from "@/lib/platform/ids";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let mine: Person;
let caseId: string;
const old = new Date("2026-01-01T08:00:00Z");

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
  caseId = await plantCase(mine.ctx, { openedAt: old });
});

describe("writeReview", () => {
  test("is read by the caseworker, is sealed, and the case counts as reviewed", async () => {
    const supervisor = await org.as("supervisor");
    const unseen = async () => (await listNotReviewed(supervisor, 30)).map((reviewedCase) => reviewedCase.caseId);
    expect(await unseen()).toEqual([caseId]);
    const note = "Why is Quagga still waiting?";
    const { id } = await writeReview(supervisor, { caseId, note, wantsAnswer: "on" });
    expect(await org.auditOf(id)).toEqual(["review.written"]);
    expect(await unseen()).toEqual([]);
    expect(await listMyReviews(mine.ctx)).toMatchObject([{ id, note, turn: "owner", wantsAnswer: true }]);
    expect(await listMyReviews(supervisor)).toEqual([]);
    expect(await listCaseReviews(mine.ctx, caseId)).toMatchObject([{ id, note, replies: [] }]);
    const [row] = await bySql<Record<string, string>>(
      mine.ctx,
      sql`select note from app.case_reviews where id = ${id}`,
    );
    expect(row?.note).not.toContain("Quagga");
  });

  test("is a supervisor's, for Postgres too", async () => {
    const asked = { caseId, note: "All is well." };
    await expect(writeReview(mine.ctx, asked)).rejects.toMatchObject({ code: "forbidden" });
    const plant = sql`insert into app.case_reviews (id, org_id, case_id, note, written_by, written_at)
      values (${newId()}::uuid, ${org.id}::uuid, ${caseId}::uuid, 'x', ${mine.memberId}::uuid, now())`;
    await expect(bySql(mine.ctx, plant)).rejects.toSatisfy(refusedByPostgres);
  });

  test("names the field, and what was written stays", async () => {
    const supervisor = await org.as("supervisor");
    await expect(writeReview(supervisor, { caseId, note: " " })).rejects.toMatchObject({
      fields: { note: expect.any(String) },
    });
    await expect(
      bySql(mine.ctx, sql`update app.case_reviews set note = 'x' where case_id = ${caseId}`),
    ).rejects.toSatisfy(refusedByPostgres);
    await expect(bySql(mine.ctx, sql`delete from app.case_reviews where case_id = ${caseId}`)).rejects.toSatisfy(
      refusedByPostgres,
    );
  });
});
