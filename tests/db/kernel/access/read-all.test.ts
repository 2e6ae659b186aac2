import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { cases } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { AppError } from "@/lib/platform/errors";
import { makeOrg } from "../../../support/org";
import { plantCase } from "../../../support/plant";

let ctx: Ctx;
let caseId: string;

beforeAll(async () => {
  ctx = await (await makeOrg()).as("caseworker");
  caseId = await plantCase(ctx);
});

test("each part comes under its name, and values that were there already too", async () => {
  const read = await reading(ctx, (scoped) =>
    readAll({ found: findCase(scoped, caseId), none: null, count: scoped.db.$count(cases) }),
  );
  expect(read).toMatchObject({ found: { id: caseId }, none: null, count: 1 });
});

test("what one of them threw is thrown when the others have ended", async () => {
  const ended: string[] = [];
  const act = reading(ctx, ({ db }) => {
    const slow = db.execute(sql`select pg_sleep(0.1)::text`).then(async () => {
      await db.execute(sql`select 1`);
      ended.push("slow");
    });
    return readAll({ slow, refused: Promise.reject(new AppError("not_found", "Nothing here.")) });
  });
  await expect(act).rejects.toMatchObject({ code: "not_found" });
  expect(ended).toEqual(["slow"]);
});

test("an address whose id is none finds nothing, whichever part asks with it first", async () => {
  const read = (id: string) =>
    reading(ctx, (scoped) =>
      readAll({
        other: scoped.db.select({ id: cases.id }).from(cases).where(eq(cases.id, id)),
        found: findCase(scoped, id),
      }),
    );
  // The page and its frame at the same time, as they are drawn.
  const asked = await Promise.allSettled([read("none"), read(caseId), read("none")]);
  expect(asked[0]).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
  expect(asked[1]).toMatchObject({ status: "fulfilled", value: { found: { id: caseId } } });
  expect(asked[2]).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
  const alone = reading(ctx, (scoped) => scoped.db.select().from(cases).where(eq(cases.id, "none")));
  await expect(alone).rejects.toMatchObject({ code: "not_found" });
});
