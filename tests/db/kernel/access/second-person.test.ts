import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { decideEmergencyAccess } from "@/lib/casework/emergency-access/decide-emergency-access";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { requireSettled, whyNotSecond } from "@/lib/kernel/access/second-person";
import { askErasure } from "@/lib/privacy/erasures/ask-erasure";
import { decideErasure } from "@/lib/privacy/erasures/decide-erasure";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { caseForm } from "@/tests/support/case-form";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let supervisor: Person;
let other: Person;
const day = 86_400_000;
let given: Date;

/** The same person at another instant. */
const at = (ctx: Ctx, now: number): Ctx => ({ ...ctx, now: new Date(now) });
const asks = (ctx: Ctx, first: string, founders = false) =>
  withTransaction(ctx, "read only", (scoped) => whyNotSecond(scoped, first, { founders }));

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
  other = await org.person("supervisor", "Other Example");
  const [row] = await owner()<{ at: Date }[]>`select at from ctx.access_given where member_id = ${other.memberId}`;
  given = row?.at ?? new Date();
});

/** From now on `supervisor` is who let `other` in, at this instant. */
const tie = (when: Date) => owner()`update ctx.access_given set given_by = ${supervisor.memberId}, at = ${when}
  where member_id = ${other.memberId} and kind = 'join'`;

describe("a second person", () => {
  test("is not oneself, and not whoever let the other in less than 30 days ago, in either direction", async () => {
    await tie(given);
    expect(await asks(supervisor.ctx, supervisor.memberId)).toMatch(/^Somebody other than/);
    const end = given.getTime() + 30 * day;
    for (const [person, two] of [
      [supervisor, other],
      [other, supervisor],
    ] as const) {
      expect(await asks(at(person.ctx, end - 60_000), two.memberId)).toMatch(/30 days/);
      expect(await asks(at(person.ctx, end + 60_000), two.memberId)).toBeNull();
    }
  });

  test("who founded the organisation together are two only where that is said", async () => {
    await tie(given);
    const soon = at(supervisor.ctx, given.getTime() + day);
    expect(await asks(soon, other.memberId)).toMatch(/30 days/);
    expect(await asks(soon, other.memberId, true)).toBeNull();
  });

  test("has no part in a complete folder for 7 days after they joined or got their role", async () => {
    const settled = (now: number) =>
      withTransaction(at(other.ctx, now), "read only", (scoped) => requireSettled(scoped));
    const end = given.getTime() + 7 * day;
    await expect(settled(end - 60_000)).rejects.toMatchObject({ code: "forbidden" });
    await expect(settled(end + 60_000)).resolves.toBeUndefined();
  });

  test("releases neither emergency access nor an erasure of whom they let in, in the command and in Postgres", async () => {
    await tie(new Date());
    const owned = await openCase(supervisor.ctx, caseForm());
    await bySql(
      supervisor.ctx,
      sql`update app.cases set closed_at = now(), closed_by = ctx.member(), outcome = 'client_ended' where id = ${owned.id}`,
    );
    const asked = await askErasure(other.ctx, {
      of: "case",
      id: owned.id,
      ground: "opened_in_error",
      reason: "Opened twice",
      withClient: false,
    });
    const erase = { requestId: asked.id, decision: "release" };
    await expect(decideErasure(await org.confirmed(supervisor), erase)).rejects.toMatchObject({ code: "forbidden" });
    const looker = await org.person("caseworker", "Looking Example");
    await owner()`update ctx.access_given set given_by = ${supervisor.memberId}, at = now()
      where member_id = ${looker.memberId}`;
    await plantCase(other.ctx, { code: "CD-26-0777" });
    const { id: lookId } = await requestEmergencyAccess(looker.ctx, { code: "CD-26-0777", reason: "An emergency." });
    const release = { lookId, decision: "release" };
    await expect(decideEmergencyAccess(await org.confirmed(supervisor), release)).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const statement of [
      sql`update app.erasure_requests set state = 'released', decided_by = ctx.member(), decided_at = now() where id = ${asked.id}`,
      sql`update app.emergency_looks set state = 'released', decided_by = ctx.member(), decided_at = now(),
        ends_at = now() + interval '1 hour' where id = ${lookId}`,
    ]) {
      await expect(bySql(supervisor.ctx, statement)).rejects.toSatisfy(refusedByPostgres);
    }
    await decideEmergencyAccess(await org.confirmed(other), release);
    await decideErasure(supervisor.ctx, { ...erase, decision: "refuse" });
  });
});
