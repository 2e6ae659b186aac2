import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { closeDatabase } from "@/db/client";
import { inspectPostgres, startPostgres } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import type { Ctx } from "@/lib/access/ctx";
import { jobNames } from "@/lib/jobs/names";
import { inviteMember } from "@/lib/organisations/invite-member";
import { AppError } from "@/lib/platform/errors";
import { listCases } from "@/lib/reports/queries";
import { closeOwner } from "../../support/db";
import { makeOrg, type Org } from "../../support/org";
import { plantCase } from "../../support/plant";

/** A Postgres of this file's own: the one of the run is not stopped under the feet of the other files. */
const dataDir = mkdtempSync(join(tmpdir(), "crossdocket-away-"));
/** Not a throwaway one: what was acknowledged must be there after the crash. */
const start = () => startPostgres({ dataDir });
let server: Awaited<ReturnType<typeof start>>;
let org: Org;
let supervisor: Ctx;
const firstPage = { filters: {}, sort: { key: "opened", dir: "asc" } } as const;

beforeAll(async () => {
  chmodSync(dataDir, 0o711);
  server = await start();
  const serviceToken = Buffer.from(inject("database").keys.SERVICE_TOKEN, "base64");
  await migrate({ ownerUrl: server.ownerUrl, appRole: "crossdocket_app", serviceToken, queues: jobNames });
  await closeDatabase();
  Object.assign(process.env, { DATABASE_URL: server.appUrl, DATABASE_OWNER_URL: server.ownerUrl });
  org = await makeOrg();
  supervisor = await org.as("supervisor");
  await plantCase(supervisor);
});

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Ends the server at once, as a crash would; its sessions are cut and nothing is written first. */
async function crash(): Promise<void> {
  const { running } = inspectPostgres(dataDir);
  if (!running) throw new Error("No Postgres runs.");
  process.kill(running.pid, "SIGQUIT");
  await vi.waitUntil(() => !inspectPostgres(dataDir).running, { timeout: 10_000 });
}

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
  await crash();
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
  expect(await answer.json()).toEqual({ status: "database is away" });

  server = await start();
  expect((await listCases(supervisor, firstPage)).rows).toHaveLength(1);
  expect((await health()).status).toBe(200);
  expect(await org.auditOf(supervisor.orgId)).toEqual(before);
  await expect(inviteMember(await org.confirmed("admin"), invite)).resolves.toMatchObject({ id: expect.any(String) });
}, 60_000);
