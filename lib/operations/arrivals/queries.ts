import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { arrivals, organisations } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { findArrival } from "./access";
import { bodyPlace, readBody } from "./rules";
import type { ArrivalView } from "./types";

const most = 200;

const unsettled = (ctx: TxCtx) =>
  and(
    eq(arrivals.orgId, ctx.orgId),
    eq(arrivals.memberId, ctx.actor.memberId ?? ctx.orgId),
    inArray(arrivals.state, ["coming", "here"]),
  );

/** What this member sent from a device and is on no case yet, the oldest first. */
export const listArrivals = query("case.write", async (ctx): Promise<ArrivalView[]> => {
  const rows = await ctx.db.select().from(arrivals).where(unsettled(ctx)).orderBy(asc(arrivals.madeAt)).limit(most);
  const views: ArrivalView[] = [];
  for (const row of rows) {
    const { id, kind, madeAt, madeZone, arrivedAt, size, state, body } = row;
    if (body === null || (state !== "coming" && state !== "here")) continue;
    const vault = await openVault(ctx, row.keyId);
    views.push({
      id,
      kind,
      madeAt,
      madeZone,
      arrivedAt,
      size,
      state,
      body: readBody(vault.open(bodyPlace(id), body)),
    });
  }
  return views;
});

/** How many of them there are. */
export const countArrivals = query(
  "case.write",
  async (ctx): Promise<number> => ctx.db.$count(arrivals, unsettled(ctx)),
);

/** One with what was typed; `body` is null once it is settled. @throws AppError not_found */
export const readArrival = query("case.write", async (ctx, arrivalId: string) => {
  const row = await findArrival(ctx, arrivalId);
  const vault = await openVault(ctx, row.keyId);
  return { ...row, body: row.body && readBody(vault.open(bodyPlace(row.id), row.body)) };
});

/** What was written at an intake that is not settled, as one text; null if there is none with this id. */
export const findIntake = query("case.write", async (ctx, id: string) => {
  const [row] = await ctx.db
    .select()
    .from(arrivals)
    .where(and(unsettled(ctx), eq(arrivals.id, id), eq(arrivals.kind, "intake")));
  if (!row?.body) return null;
  const body = readBody((await openVault(ctx, row.keyId)).open(bodyPlace(id), row.body));
  return body.kind === "intake"
    ? { madeAt: row.madeAt, words: [body.words, body.safe].filter(Boolean).join("\n\n") }
    : null;
});

async function worksOffline(ctx: TxCtx): Promise<boolean> {
  const [row] = await ctx.db
    .select({ on: organisations.worksOffline })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId));
  return row?.on ?? false;
}

/** Whether the organisation works offline, for the settings. */
export const readOfflineSetting = query("people.read", worksOffline);

/** The same for whoever would. */
export const mayWorkOffline = query("case.write", worksOffline);
