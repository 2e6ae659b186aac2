import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { newId } from "@/lib/platform/ids";
import { makeOrg, type Org, type Person } from "../../support/org";
import { plantCase } from "../../support/plant";

let org: Org;
let worker: Person;
let colleague: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  colleague = await org.person("caseworker");
  caseId = await plantCase(worker.ctx);
});

/** Lets a member into a case by bare SQL: the SQL state of a refusal, or null. Nothing of it stays. */
async function letIn(ctx: Ctx, memberId: string, id = caseId): Promise<string | null> {
  return attempt(
    ctx,
    sql`insert into app.case_members (org_id, case_id, member_id, since)
    values (${org.id}::uuid, ${id}::uuid, ${memberId}::uuid, now())`,
  );
}

async function attempt(ctx: Ctx, statement: ReturnType<typeof sql>): Promise<string | null> {
  const kept = new Error("kept nothing");
  try {
    await withTransaction(ctx, "read write", async ({ db }) => {
      await db.execute(statement);
      throw kept;
    });
  } catch (error) {
    return error === kept ? null : (sqlState(error) ?? "unknown");
  }
  return null;
}

const offer = (caseOf: Person) => sql`insert into app.case_offers
  (id, org_id, case_id, key_id, code, pseudonym, risk, offered_by, offered_to, offered_at, reason)
  select ${newId()}::uuid, c.org_id, c.id, c.key_id, c.code, c.pseudonym, c.risk, ${caseOf.memberId}::uuid,
    ${colleague.memberId}::uuid, now(), '\\x00' from (select ${org.id}::uuid as org_id, ${caseId}::uuid as id,
    (select k.id from app.data_keys k limit 1) as key_id, 'X-1'::text as code, 'Bird'::text as pseudonym, 'high'::text as risk) c`;

describe("who lets whom into a case", () => {
  test("a caseworker cannot give themselves, or another, a case that they do not work on", async () => {
    expect(await letIn(colleague.ctx, colleague.memberId)).toBe("42501");
    const third = (await org.person("caseworker")).memberId;
    expect(await letIn(colleague.ctx, third)).toBe("42501");
    const own = await plantCase(colleague.ctx);
    const move = sql`update app.case_members set case_id = ${caseId}::uuid where case_id = ${own}::uuid returning 1`;
    const rows = await withTransaction(colleague.ctx, "read write", ({ db }) => db.execute(move));
    expect(rows).toHaveLength(0);
    const remove = sql`delete from app.case_members where case_id = ${caseId}::uuid returning 1`;
    expect(await withTransaction(colleague.ctx, "read write", ({ db }) => db.execute(remove))).toHaveLength(0);
  });

  test("neither by an offer that they wrote themselves", async () => {
    expect(await attempt(colleague.ctx, offer(worker))).toBe("42501");
    expect(await attempt(colleague.ctx, offer(colleague))).toBe("42501");
  });

  test("who works on it, a supervisor, and the work itself do", async () => {
    for (const ctx of [worker.ctx, await org.as("supervisor"), org.service()]) {
      expect(await letIn(ctx, colleague.memberId)).toBeNull();
    }
    for (const role of ["admin", "liaison"] as const) {
      expect(await letIn(await org.as(role), colleague.memberId), role).toBe("42501");
    }
  });
});
