import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { among } from "@/db/among";
import { uploads } from "@/db/schema";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { rateLimits } from "@/lib/kernel/access/rate-limits";
import { shareCommit } from "@/lib/kernel/access/share-commit";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { owner } from "@/tests/support/db";
import { about } from "@/tests/support/exhibit";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  caseId = await plantCase(worker.ctx);
});

/** The number of the transaction that the act is in; null outside one. */
async function transactionOf(ctx: Ctx | TxCtx): Promise<string | null> {
  if (!ctx.db) return null;
  const [row] = await ctx.db.execute<{ id: string }>(sql`select pg_current_xact_id()::text as id`);
  return row?.id ?? null;
}

const announce = (ctx: Ctx, of = caseId, size = 12) =>
  shareCommit(ctx, caseId, (sharing) => announceUpload(sharing, { caseId: of, ...about, size }), {
    rateLimit: "record",
  });

/** How many of them another connection sees. */
function kept(ids: readonly string[]): Promise<number> {
  return withTransaction(org.service(), "read only", ({ db }) => db.$count(uploads, among(uploads.id, ids)));
}

describe("acts on one record that come side by side", () => {
  test("the first goes by itself; what comes meanwhile shares one transaction, and each has its audit entry", async () => {
    const seen = await Promise.all(Array.from({ length: 5 }, () => shareCommit(worker.ctx, caseId, transactionOf)));
    expect(seen[0]).toBe(null);
    expect(new Set(seen.slice(1))).toEqual(new Set([expect.stringMatching(/^\d+$/)]));
    const announced = await Promise.all(Array.from({ length: 5 }, () => announce(worker.ctx)));
    expect(await kept(announced.map(({ id }) => id))).toBe(5);
    for (const { id } of announced) expect(await org.auditOf(id)).toEqual(["upload.announced"]);
  });

  test("one that is refused takes nothing with it, and its refusal is noted", async () => {
    const other = await plantCase(await (await makeOrg()).as("supervisor"));
    const outcomes = await Promise.allSettled([
      announce(worker.ctx),
      announce(worker.ctx),
      announce(worker.ctx, other),
      announce(worker.ctx, caseId, -1),
      announce(worker.ctx),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "rejected",
      "fulfilled",
    ]);
    const reasons = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
    expect(reasons).toEqual(["not_found", "invalid"]);
    const ids = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.id] : []));
    expect(await kept(ids)).toBe(3);
    expect(await org.auditOf(worker.memberId)).toContain("access.not_found");
  });

  test("a job that one enqueued who was refused after it is enqueued for the next who asks for it", async () => {
    const own = await plantCase(worker.ctx);
    const asking = (isRefused: boolean) => (sharing: Ctx | TxCtx) =>
      withTransaction(sharing, "read write", async (scoped) => {
        await enqueue(scoped, "ladder.advance", { caseId: own });
        if (isRefused) throw new AppError("conflict", "refused");
      });
    const acts = [transactionOf, asking(true), asking(false)];
    await Promise.allSettled(acts.map((act) => shareCommit<unknown>(worker.ctx, own, act)));
    const [jobs] = await owner()`
      select count(*)::int as n from pgboss.job where name = 'ladder.advance' and data->>'caseId' = ${own}`;
    expect(jobs?.n).toBe(1);
  });

  test("those that one call does together are done by one; when it refuses, each by itself", async () => {
    const calls: unknown[][] = [];
    const doubled = async (_: unknown, inputs: readonly unknown[]) => {
      calls.push([...inputs]);
      if (inputs.includes(0)) throw new AppError("conflict", "refused");
      return inputs.map((input) => Number(input) * 2);
    };
    const ask = (input: number) => {
      const alone = async () => {
        if (input === 0) throw new AppError("invalid", "nought");
        return input * 2;
      };
      return shareCommit(worker.ctx, caseId, alone, { several: { run: doubled, input } });
    };
    expect(await Promise.all([1, 2, 3, 4].map(ask))).toEqual([2, 4, 6, 8]);
    expect(calls).toEqual([[2, 3, 4]]);
    const outcomes = await Promise.allSettled([1, 2, 0, 4].map(ask));
    expect(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : outcome.reason.code))).toEqual([
      2,
      4,
      "invalid",
      8,
    ]);
  });

  test("who shares is loaded again once, and nobody acts whose session has ended by then", async () => {
    let loaded = 0;
    const again = async () => {
      loaded += 1;
      return worker.ctx;
    };
    const act = () => shareCommit(worker.ctx, caseId, transactionOf, { again });
    const seen = await Promise.all([act(), act(), act(), act()]);
    expect(new Set(seen.slice(1)).size).toBe(1);
    expect(loaded).toBe(2);
    const ended = () => shareCommit(worker.ctx, caseId, transactionOf, { again: async () => null });
    const outcomes = await Promise.allSettled([ended(), ended(), ended()]);
    expect(outcomes.map((outcome) => outcome.status === "rejected" && outcome.reason.code)).toEqual(
      Array.from({ length: 3 }, () => "unauthenticated"),
    );
  });

  test("sessions never share: each enters by its own door", async () => {
    const colleague = await org.person("supervisor");
    const asked = [worker, colleague, worker, colleague, worker, colleague];
    const [, , ...shared] = await Promise.all(asked.map(({ ctx }) => shareCommit(ctx, caseId, transactionOf)));
    expect(new Set(shared).size).toBe(2);
  });

  test("each counts for the pace of the person", async () => {
    const quick = await org.person("supervisor");
    const key = keyedToken(deriveKey(env().KEK, "bucket"), `member|${quick.memberId}|record`);
    await Promise.all(Array.from({ length: 4 }, () => announce(quick.ctx)));
    const [left] = await owner()`select level from auth.buckets where key = ${key}`;
    expect(Math.floor(left?.level)).toBeLessThanOrEqual(rateLimits.record.burst - 3);
    await owner()`update auth.buckets set level = 0, at = clock_timestamp() where key = ${key}`;
    const outcomes = await Promise.allSettled(Array.from({ length: 3 }, () => announce(quick.ctx)));
    expect(outcomes.filter(({ status }) => status === "rejected").length).toBeGreaterThanOrEqual(2);
  });
});
