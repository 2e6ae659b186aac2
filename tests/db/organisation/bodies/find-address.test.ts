import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { confirmBodies } from "@/lib/organisation/bodies/commands/confirm-bodies";
import { findAddress } from "@/lib/organisation/bodies/find-address";
import { listShipped } from "@/lib/organisation/bodies/list-shipped";
import { readBody } from "@/lib/organisation/bodies/queries";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg } from "@/tests/support/org";

test("a body of the law data has the address of this release, not that of the day on which it was confirmed", async () => {
  const ctx = await (await makeOrg()).as("supervisor");
  const shipped = listShipped(houseLaw).find(({ address }) => address);
  if (!shipped) throw new Error("A body with an address is needed.");
  const bodyRef = `law-${shipped.key}`;
  const find = async (bodyId: string) => withTransaction(ctx, "read only", (scoped) => findAddress(scoped, bodyId));
  await confirmBodies(ctx, { bodyRefs: [bodyRef] });
  const { ref } = await readBody(ctx, bodyRef);
  await bySql(ctx, sql`update app.bodies set address = 'As an earlier release had it' where id = ${ref}`);
  expect(await find(ref)).toBe(shipped.address);
});
