import { beforeAll, describe, expect, test } from "vitest";
import { closeReview } from "@/lib/casework/reviews/close-review";
import { listCaseReviews } from "@/lib/casework/reviews/queries";
import { writeReview } from "@/lib/casework/reviews/write-review";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let mine: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker", "Lerato Example");
  caseId = await plantCase(mine.ctx);
});

describe("closeReview", () => {
  test("a note that wants no answer is closed by its reader, once", async () => {
    const { id: reviewId } = await writeReview(await org.as("supervisor"), { caseId, note: "All is well." });
    const both = await Promise.allSettled([closeReview(mine.ctx, { reviewId }), closeReview(mine.ctx, { reviewId })]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await org.auditOf(reviewId)).toEqual(["review.written", "review.closed"]);
    expect(await listCaseReviews(mine.ctx, caseId)).toMatchObject([{ turn: null, closedBy: "Lerato Example" }]);
  });

  test("one that wants an answer only by a supervisor; others find none", async () => {
    const { id: reviewId } = await writeReview(await org.as("supervisor"), { caseId, note: "Why?", wantsAnswer: "on" });
    await expect(closeReview(mine.ctx, { reviewId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(closeReview(mine.ctx, { reviewId: "x" })).rejects.toMatchObject({
      fields: { reviewId: expect.any(String) },
    });
    await expect(closeReview(await org.as("supervisor"), { reviewId })).resolves.toMatchObject({ caseId });
  });
});
