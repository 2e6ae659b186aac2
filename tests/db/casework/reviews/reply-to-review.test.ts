import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { closeReview } from "@/lib/casework/reviews/close-review";
import { listCaseReviews, listMyReviews } from "@/lib/casework/reviews/queries";
import { replyToReview } from "@/lib/casework/reviews/reply-to-review";
import { writeReview } from "@/lib/casework/reviews/write-review";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let mine: Person;
let supervisor: Person;
let caseId: string;
let reviewId: string;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker", "Lerato Example");
  supervisor = await org.person("supervisor", "Sipho Example");
  caseId = await plantCase(mine.ctx);
  ({ id: reviewId } = await writeReview(supervisor.ctx, { caseId, note: "Why?", wantsAnswer: "on" }));
});

describe("replyToReview", () => {
  test("wants words", async () => {
    await expect(replyToReview(mine.ctx, { reviewId, words: "" })).rejects.toMatchObject({
      fields: { words: expect.any(String) },
    });
  });

  test("an answer is the supervisor's to close, and a question the caseworker's again", async () => {
    await replyToReview(mine.ctx, { reviewId, words: "The Quagga office was shut." });
    expect(await listMyReviews(mine.ctx)).toEqual([]);
    expect(await listMyReviews(supervisor.ctx)).toMatchObject([{ id: reviewId, turn: "reviewer" }]);
    await replyToReview(supervisor.ctx, { reviewId, words: "And now?" });
    expect(await listMyReviews(mine.ctx)).toMatchObject([{ id: reviewId, turn: "owner" }]);
    expect(await org.auditOf(reviewId)).toEqual(["review.written", "review.answered", "review.asked_again"]);
    const [thread] = await listCaseReviews(mine.ctx, caseId);
    expect(thread?.replies.map((reply) => `${reply.by}: ${reply.words}`)).toEqual([
      "Lerato Example: The Quagga office was shut.",
      "Sipho Example: And now?",
    ]);
    const rows = await bySql<Record<string, string>>(mine.ctx, sql`select words from app.review_replies`);
    expect(rows.some((row) => row.words?.includes("Quagga"))).toBe(false);
  });

  test("nothing is added to a closed note, not at the same moment either, and no answer is changed", async () => {
    const both = await Promise.allSettled([
      closeReview(supervisor.ctx, { reviewId }),
      closeReview(supervisor.ctx, { reviewId }),
    ]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(replyToReview(mine.ctx, { reviewId, words: "One more." })).rejects.toMatchObject({ code: "conflict" });
    await expect(bySql(mine.ctx, sql`update app.review_replies set words = 'x'`)).rejects.toSatisfy(refusedByPostgres);
  });
});
