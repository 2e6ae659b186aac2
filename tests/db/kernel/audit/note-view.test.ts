import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { noteView } from "@/lib/kernel/audit/note-view";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

test("a case that a person has open leaves one entry for them and a quarter of an hour, however often it is drawn", async () => {
  const org = await makeOrg();
  const person = await org.person("supervisor");
  const other = await org.person("supervisor");
  const caseId = await plantCase(person.ctx);
  const view = { action: "case.viewed", subjectId: caseId, caseId } as const;
  await Promise.all(Array.from({ length: 5 }, () => noteView(person.ctx, view)));
  await noteView(other.ctx, view);
  // As another process would: nothing is known there, and the database says that it is noted.
  await noteView({ ...person.ctx, now: new Date(Date.now() + 16 * 60_000) }, view);
  const rows = await withTransaction(org.service(), "read only", ({ db }) =>
    db.execute(sql`select member_id from audit.entries where action = 'case.viewed' and case_id = ${caseId}::uuid`),
  );
  expect(rows.map((row) => row.member_id)).toEqual([person.memberId, other.memberId]);
});

test("a quarter of an hour later it is noted again; another subject at once", async () => {
  const org = await makeOrg();
  const { ctx, memberId } = await org.person("supervisor");
  const subject = await plantCase(ctx);
  const append = (seconds: number, id = subject) =>
    withTransaction(ctx, "read write", ({ db }) =>
      db.execute(sql`select audit.append_seldom('client.viewed', ${id}::uuid, null, '{}'::jsonb, ${seconds}) as seq`),
    );
  expect((await append(900))[0]?.seq).not.toBeNull();
  expect((await append(900))[0]?.seq).toBeNull();
  expect((await append(900, memberId))[0]?.seq).not.toBeNull();
  expect((await append(0))[0]?.seq).not.toBeNull();
});
