import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cases } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

/** Two acts that lock the same two cases, each the other's first one second, and meet in the middle at the first try. */
async function meet(always: boolean) {
  const worker = await (await makeOrg()).person("caseworker");
  const one = await plantCase(worker.ctx, { number: 1 });
  const two = await plantCase(worker.ctx, { number: 2 });
  const tries: string[] = [];
  let waiting = 0;
  let open = () => {};
  const met = new Promise<void>((resolve) => {
    open = resolve;
  });
  const act = (name: string, first: string, second: string) =>
    withTransaction(worker.ctx, "read write", async ({ db }) => {
      tries.push(name);
      const lock = (id: string) => db.select({ id: cases.id }).from(cases).where(eq(cases.id, id)).for("update");
      await lock(first);
      waiting += 1;
      if (waiting >= 2) open();
      await met;
      if (always && name === "two") throw Object.assign(new Error("deadlock"), { code: "40P01" });
      await lock(second);
      return name;
    });
  const ended = await Promise.allSettled([act("one", one, two), act("two", two, one)]);
  return { ended, tries };
}

test("an act that Postgres ended so that another could go on is run again", async () => {
  const { ended, tries } = await meet(false);
  expect(ended).toEqual([
    { status: "fulfilled", value: "one" },
    { status: "fulfilled", value: "two" },
  ]);
  expect(tries).toHaveLength(3);
});

test("but not for ever", async () => {
  const { ended, tries } = await meet(true);
  const [one, two] = ended;
  expect(one.status).toBe("fulfilled");
  expect(two.status === "rejected" && sqlState(two.reason)).toBe("40P01");
  expect(tries.filter((name) => name === "two")).toHaveLength(3);
});
