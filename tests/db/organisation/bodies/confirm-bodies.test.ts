import { beforeAll, expect, test } from "vitest";
import { officeToday } from "@/lib/law/office/rules";
import { confirmBodies } from "@/lib/organisation/bodies/commands/confirm-bodies";
import { listBodies, readBody } from "@/lib/organisation/bodies/queries";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
});

const all = { sort: "name", dir: "asc", page: 1 } as const;

test("asks again a year after somebody confirmed a body of the law data", async () => {
  const ctx = await org.as("caseworker");
  await confirmBodies(ctx, { bodyRefs: ["law-ipid"] });
  const body = await readBody(ctx, "law-ipid");
  expect(body).toMatchObject({ standing: "confirmed", name: expect.stringContaining("IPID") });
  expect(body.shipped?.contacts[0]?.value).toBe("0800 111 969");
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 366 * 86_400_000) };
  expect((await readBody(later, body.ref)).standing).toBe("lapsed");
  const { rows } = await listBodies(later, { ...all, standings: ["lapsed"] });
  expect(rows.map(({ ref }) => ref)).toContain(body.ref);
  const past = { bodyRefs: [body.ref], expiresOn: officeToday(ctx.now) };
  await expect(confirmBodies(ctx, past)).rejects.toMatchObject({ fields: { expiresOn: expect.any(String) } });
  await confirmBodies(ctx, { bodyRefs: [body.ref], expiresOn: addDays(officeToday(ctx.now), 30) });
  expect((await readBody(ctx, body.ref)).expiresOn).toBe(addDays(officeToday(ctx.now), 30));
});
