import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { makeOrg, type Org } from "../../support/org";

let org: Org;
let ctx: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  ctx = await org.as("caseworker");
});

type Where = { xid: string; pid: number; member: string };

/** Which transaction this is, on which connection, and for whom. */
/** In other values each time: a reading does not ask again what it was told. */
let turn = 0;

async function whereAmI({ db }: TxCtx): Promise<Where> {
  turn += 1;
  const [row] = await db.execute<Where>(sql`
    select virtualtransaction as xid, pg_backend_pid() as pid, ctx.member()::text as member
    from pg_locks where pid = pg_backend_pid() and locktype = 'virtualxid' and ${turn}::int > 0`);
  if (!row) throw new Error("There is no transaction.");
  return { ...row };
}

const read = (of: Ctx, act: (scoped: TxCtx) => Promise<unknown> = async () => {}) =>
  withTransaction(of, "read only", async (scoped) => {
    const before = await whereAmI(scoped);
    await act(scoped);
    return { before, after: await whereAmI(scoped) };
  });

test("reads of one context at the same time share a transaction; later ones and another person's do not", async () => {
  const other = await org.as("supervisor");
  const [one, two, foreign] = await Promise.all([read(ctx), read(ctx), read(other)]);
  expect(two.before).toEqual(one.before);
  expect(foreign.before.xid).not.toBe(one.before.xid);
  expect(foreign.before.member).not.toBe(one.before.member);
  const later = await read(ctx);
  expect(later.before.xid).not.toBe(one.before.xid);
  expect(later.before.member).toBe(one.before.member);
});

test("whoever is refused or done first does not end it for the others", async () => {
  const refused = Promise.withResolvers<void>();
  const [long, denied, short] = await Promise.allSettled([
    read(ctx, () => refused.promise.then(() => new Promise((resolve) => setTimeout(resolve, 50)))),
    read(ctx, async () => {
      throw new AppError("not_found", "Nothing here.");
    }).finally(() => refused.resolve()),
    read(ctx),
  ]);
  expect(denied).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
  expect(short.status).toBe("fulfilled");
  if (long.status !== "fulfilled") throw long.reason;
  expect(long.value.after).toEqual(long.value.before);
});

test("after a statement that failed nobody joins any more, others read again, and what it was about is not in the error", async () => {
  const after = Promise.withResolvers<void>();
  const beside = read(ctx);
  const first = read(ctx, ({ db }) => db.execute(sql`select ${"a name"}::int`));
  const held = read(ctx, () => after.promise);
  const [broken] = await Promise.allSettled([first]);
  expect(broken).toMatchObject({ status: "rejected", reason: { message: expect.stringContaining("22P02") } });
  expect(String((broken as PromiseRejectedResult).reason)).not.toContain("a name");
  const { before } = await read(ctx).finally(() => after.resolve());
  expect(before.member).toBe(ctx.actor.memberId);
  // Whoever had no part in it reads once more, in a transaction of their own.
  const again = await held;
  expect(again.after).toEqual(again.before);
  expect(again.before.xid).not.toBe((await beside).before.xid);
});

test("a write is not part of it, and what it wrote is seen by who reads on", async () => {
  const written = Promise.withResolvers<void>();
  const reading = read(ctx, () => written.promise);
  const [before] = await Promise.all([withTransaction(ctx, "read write", whereAmI)]).finally(() => written.resolve());
  const { after } = await reading;
  expect(before?.xid).not.toBe(after.xid);
});

test("when the server ends it between two statements, whoever asks next is told and the next page reads anew", async () => {
  const cut = Promise.withResolvers<number>();
  const gone = Promise.withResolvers<void>();
  const reading = (act: (before: Where) => Promise<unknown>) =>
    withTransaction(ctx, "read only", async (scoped) => {
      await act(await whereAmI(scoped));
      return whereAmI(scoped);
    });
  const both = Promise.allSettled([
    reading(async ({ pid }) => {
      cut.resolve(pid);
      await gone.promise;
    }),
    reading(() => gone.promise),
  ]);
  const pid = await cut.promise;
  await withTransaction(ctx, "read write", ({ db }) => db.execute(sql`select pg_terminate_backend(${pid}, 5000)`));
  gone.resolve();
  for (const { status } of await both) expect(status).toBe("rejected");
  expect((await read(ctx)).before.pid).not.toBe(pid);
});

test("what is sent behind the end of a transaction is refused, and reaches nobody else's connection", async () => {
  const { db } = await withTransaction(ctx, "read only", async (scoped) => scoped);
  await expect(db.execute(sql`select 1`)).rejects.toMatchObject({ cause: { code: "08003" } });
});

test("nor does what comes behind the end of one act of several reach the transaction that the others share", async () => {
  const left = (act: Promise<unknown>) => act.then((value) => value as TxCtx);
  await withTransaction(ctx, "read write", async (whole) => {
    const { db } = await left(withTransaction(whole, "read write", async (inside) => inside));
    await expect(db.execute(sql`select 1`)).rejects.toMatchObject({ cause: { code: "08003" } });
    let refused: TxCtx | undefined;
    const act = withTransaction(whole, "read write", async (inside) => {
      refused = inside;
      throw new AppError("conflict", "Not now.");
    });
    await expect(act).rejects.toMatchObject({ code: "conflict" });
    await expect(refused?.db.execute(sql`select 1`)).rejects.toMatchObject({ cause: { code: "08003" } });
    expect((await whereAmI(whole)).member).toBe(ctx.actor.memberId);
  });
});
