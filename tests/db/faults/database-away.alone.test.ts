import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as health } from "@/app/api/health/route";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { listCases } from "@/lib/oversight/case-list/queries";
import { AppError } from "@/lib/platform/errors";
import { makeOrg, type Org } from "../../support/org";
import { startOwnPostgres } from "../../support/own-postgres";
import { plantCase } from "../../support/plant";

let postgres: Awaited<ReturnType<typeof startOwnPostgres>>;
let org: Org;
let supervisor: Ctx;
const firstPage = { filters: {}, sort: { key: "opened", dir: "asc" } } as const;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  org = await makeOrg();
  supervisor = await org.as("supervisor");
  await plantCase(supervisor);
});

afterAll(() => postgres?.remove());

test("while the database is away it is said, and when it is back the same process goes on", async () => {
  expect((await health()).status).toBe(200);
  expect((await listCases(supervisor, firstPage)).rows).toHaveLength(1);
  const before = await org.auditOf(supervisor.orgId);

  const open = Array.from({ length: 8 }, () =>
    listCases(supervisor, firstPage).then(
      () => undefined,
      (e: unknown) => e,
    ),
  );
  await postgres.crash("SIGQUIT");
  await Promise.all(open);

  const failed = await listCases(supervisor, firstPage).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(Error);
  // Not "not found", not "sign in again": a page that says to try again, and what was typed is kept by the browser.
  expect(failed).not.toBeInstanceOf(AppError);
  const invite = { role: "caseworker", name: "Lerato Example", email: "away@test.example" };
  const admin = inviteMember({ ...supervisor, actor: { ...supervisor.actor, role: "admin" } }, invite);
  await expect(admin).rejects.not.toBeInstanceOf(AppError);
  const answer = await health();
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ status: "database is away", files: expect.any(String) });

  await postgres.start();
  expect((await listCases(supervisor, firstPage)).rows).toHaveLength(1);
  expect((await health()).status).toBe(200);
  expect(await org.auditOf(supervisor.orgId)).toEqual(before);
  await expect(inviteMember(await org.confirmed("admin"), invite)).resolves.toMatchObject({ id: expect.any(String) });
}, 60_000);
