import "server-only";
import { and, asc, desc, eq, gt, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { cases, dispatches, handovers, members, packets, references } from "@/db/schema";
import { fromVisible, joinAccess, readsMany, visibleCases } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { isId } from "@/lib/platform/ids";
import { shownNumber } from "../rules";
import type { PacketRow, PacketStatus, ReferenceRow, RegisterPage, RegisterView } from "./types";

const size = 25;
const packetStatuses = [
  "building",
  "failed",
  "cancelled",
  "ready",
  "approved",
  "returned",
  "handed_over",
  "withdrawn",
] as const;
const referenceStates = ["issued", "not_yet_issued", "withdrawn"] as const;

/** The official numbers of every case that the person may see, the newest first, by keyset. */
export const listReferences = query(
  "case.read",
  async (ctx, view: RegisterView): Promise<RegisterPage<ReferenceRow>> => {
    const states = referenceStates.filter((state) => view.state?.includes(state));
    const few = !(await readsMany(ctx));
    const query = ctx.db
      .select({
        id: references.id,
        caseId: references.caseId,
        pseudonym: cases.pseudonym,
        code: cases.code,
        kind: references.kind,
        state: references.state,
        raw: references.raw,
        canonical: references.canonical,
        issuer: references.issuer,
        issuedOn: references.issuedOn,
        receivedVia: references.receivedVia,
        recordedAt: references.recordedAt,
      })
      .from(references)
      .innerJoin(cases, and(eq(cases.orgId, references.orgId), eq(cases.id, references.caseId)))
      .$dynamic();
    const rows = await (few ? joinAccess(ctx, query) : query)
      .where(
        and(
          eq(references.orgId, ctx.orgId),
          few ? fromVisible(ctx).where : visibleCases(ctx),
          view.kind?.length ? inArray(references.kind, [...view.kind]) : undefined,
          states.length > 0 ? inArray(references.state, states) : undefined,
          beyondId(view, references.id),
        ),
      )
      .orderBy(isBack(view) ? asc(references.id) : desc(references.id))
      .limit(size + 1);
    return page(
      rows.map(({ raw, canonical, ...row }) => ({ ...row, display: shownNumber({ kind: row.kind, raw, canonical }) })),
      view,
    );
  },
);

/** The kinds of number in the person's cases, for the filter of the register. */
export const listRecordedKinds = query("case.read", async (ctx): Promise<string[]> => {
  const ofCase = and(eq(references.orgId, cases.orgId), eq(references.caseId, cases.id));
  if (!(await readsMany(ctx))) {
    const query = ctx.db.selectDistinct({ kind: references.kind }).from(cases).innerJoin(references, ofCase).$dynamic();
    const rows = await joinAccess(ctx, query).where(fromVisible(ctx).where).orderBy(asc(references.kind));
    return rows.map((row) => row.kind);
  }
  // One question for each kind that there may be, which the first number of the person's own answers.
  const known = houseLaw.referenceKinds.map(({ key }) => key).toSorted();
  const visible = sql`exists (select from app.cases where ${and(ofCase, visibleCases(ctx))} offset 0)`;
  const seen = and(eq(references.orgId, ctx.orgId), sql`${references.kind} = k.kind`, visible);
  const rows = await ctx.db.execute<{ kind: string }>(sql`
    select k.kind from unnest(${sql.param(known)}::text[]) k(kind)
    where exists (select from app."references" where ${seen} offset 0) order by 1`);
  return rows.map((row) => row.kind);
});

/** The packets of every case that the person may see, the newest first, by keyset. */
export const listPackets = query("case.read", async (ctx, view: RegisterView): Promise<RegisterPage<PacketRow>> => {
  const states: PacketStatus[] = packetStatuses.filter((state) => view.state?.includes(state));
  const given = ctx.db
    .select({
      packetId: handovers.packetId,
      deliveredAt: sql<Date | null>`min(${handovers.deliveredAt})`
        .mapWith(handovers.deliveredAt)
        .as("first_delivered_at"),
      openedAt: sql<Date | null>`min(${handovers.openedAt})`.mapWith(handovers.openedAt).as("first_opened_at"),
      acknowledgedAt: sql<Date | null>`min(${handovers.acknowledgedAt})`
        .mapWith(handovers.acknowledgedAt)
        .as("first_acknowledged_at"),
    })
    .from(handovers)
    .where(eq(handovers.packetId, packets.id))
    .groupBy(handovers.packetId)
    .as("given");
  const sent = ctx.db
    .select({
      packetId: dispatches.packetId,
      sentAt: sql<Date | null>`min(${dispatches.sentAt})`.mapWith(dispatches.sentAt).as("first_sent_at"),
    })
    .from(dispatches)
    .where(eq(dispatches.packetId, packets.id))
    .groupBy(dispatches.packetId)
    .as("sent");
  const few = !(await readsMany(ctx));
  const own = joinAccess(ctx, ctx.db.select({ id: cases.id }).from(cases).$dynamic()).where(fromVisible(ctx).where);
  const rows = await ctx.db
    .select({
      id: packets.id,
      caseId: packets.caseId,
      pseudonym: cases.pseudonym,
      caseCode: cases.code,
      kind: packets.kind,
      code: packets.code,
      version: packets.version,
      receiver: packets.receiver,
      status: packets.status,
      pages: packets.pages,
      draftedBy: members.name,
      draftedAt: packets.draftedAt,
      deliveredAt: given.deliveredAt,
      sentAt: sent.sentAt,
      openedAt: given.openedAt,
      acknowledgedAt: given.acknowledgedAt,
    })
    .from(packets)
    .innerJoin(cases, and(eq(cases.orgId, packets.orgId), eq(cases.id, packets.caseId)))
    .innerJoin(members, eq(members.id, packets.draftedBy))
    .leftJoinLateral(given, sql`true`)
    .leftJoinLateral(sent, sql`true`)
    .where(
      and(
        few ? sql`${packets.caseId} = any (array(${own}))` : visibleCases(ctx),
        eq(packets.orgId, ctx.orgId),
        view.kind?.length ? inArray(packets.kind, [...view.kind]) : undefined,
        states.length > 0 ? inArray(packets.status, states) : undefined,
        beyondId(view, packets.id),
      ),
    )
    .orderBy(isBack(view) ? asc(packets.id) : desc(packets.id))
    .limit(size + 1);
  return page(rows, view);
});

/** Ids are made in the order of time, so the id alone orders a register and marks a place in it. */
function beyondId(view: RegisterView, id: AnyPgColumn): SQL | undefined {
  if (view.after && isId(view.after)) return lt(id, view.after);
  return isBack(view) ? gt(id, view.before ?? "") : undefined;
}

function isBack(view: RegisterView): boolean {
  return !view.after && view.before !== undefined && isId(view.before);
}

function page<Row extends { id: string }>(read: Row[], view: RegisterView): RegisterPage<Row> {
  const back = isBack(view);
  const more = read.length > size;
  const rows = back ? read.slice(0, size).toReversed() : read.slice(0, size);
  const begun = back ? more : view.after !== undefined && isId(view.after);
  return { rows, before: begun ? rows[0]?.id : undefined, after: back || more ? rows.at(-1)?.id : undefined };
}
