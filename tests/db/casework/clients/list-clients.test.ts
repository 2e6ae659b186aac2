import { expect, test } from "vitest";
import { listClients } from "@/lib/casework/clients/queries";
import { newId } from "@/lib/platform/ids";
import { pageSize } from "@/lib/platform/paging";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

test("every client is on one page, and the pages lead there and back", async () => {
  const org = await makeOrg();
  const ctx = await org.as("caseworker");
  for (let number = 1; number <= pageSize + 2; number += 1) await plantCase(ctx, { number });

  const first = await listClients(ctx);
  const second = await listClients(ctx, { after: first.after });
  const names = [...first.rows, ...second.rows].map(({ pseudonym }) => pseudonym);
  expect(names).toHaveLength(pageSize + 2);
  expect(new Set(names).size).toBe(pageSize + 2);
  expect([first.rows.length, first.before, second.after]).toEqual([pageSize, undefined, undefined]);
  expect([...first.rows, ...second.rows].every(({ cases }) => cases.length === 1)).toBe(true);

  const back = await listClients(ctx, { before: second.before });
  expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
  expect(back.before).toBeUndefined();
  // One who is gone, or somebody else's.
  expect((await listClients(ctx, { after: newId() })).rows.at(0)?.id).toBe(first.rows.at(0)?.id);
});
