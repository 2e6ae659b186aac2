import "server-only";
import { and, asc, desc, eq, gt, inArray, lt, type SQL } from "drizzle-orm";
import { among } from "@/db/among";
import { caseAccess, cases, clients } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import type { Law } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { isId, newToken } from "@/lib/platform/ids";
import { pageSize } from "@/lib/platform/paging";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { findClient } from "./access";
import { offerCodeNames } from "./offer-code-names";
import { clientPlace, safeContactReview } from "./rules";
import { type Revealable, revealable, type SafeContact, type SafeContactReview, type SafeContactView } from "./types";

export type ClientView = {
  id: string;
  code: string;
  pseudonym: string;
  isMinor: boolean;
  registeredAt: Date;
  safeContactReviewedOn: CivilDate | null;
  /** By the risk of the cases below that are open. */
  safeContactReview: SafeContactReview | null;
  /** Which details are on record, sealed. */
  has: Record<Revealable, boolean>;
  cases: { id: string; code: string; matter: string; openedAt: Date; closedAt: Date | null }[];
};

/** `before` and `after`: the client at that end of the page, as the mark of the page beyond it; missing at an end. */
export type ClientPage = { rows: ClientView[]; before: string | undefined; after: string | undefined };

/**
 * Clients visible to this person, by code name, a page at a time, each with the visible cases. Nothing is decrypted.
 * @param at the client before or after whom the page is; one that is not visible gives the first page
 */
export const listClients = query(
  "case.read",
  async (ctx, at: { before?: string; after?: string } = {}): Promise<ClientPage> => {
    const mark = await codeNameOf(ctx, at.before ?? at.after);
    const back = mark !== undefined && at.before !== undefined;
    const beyond = mark === undefined ? undefined : back ? lt(clients.pseudonym, mark) : gt(clients.pseudonym, mark);
    const found = await ctx.db
      .select()
      .from(clients)
      .where(and(eq(clients.orgId, ctx.orgId), await ofFew(ctx), beyond))
      .orderBy(back ? desc(clients.pseudonym) : asc(clients.pseudonym))
      .limit(pageSize + 1);
    const more = found.length > pageSize;
    const shown = found.slice(0, pageSize);
    if (back) shown.reverse();
    const ids = shown.map(({ id }) => id);
    const [own, law] = await Promise.all([
      ids.length === 0
        ? []
        : ctx.db
            .select()
            .from(cases)
            .where(and(eq(cases.orgId, ctx.orgId), inArray(cases.clientId, ids)))
            .orderBy(asc(cases.openedAt)),
      readLaw(ctx),
    ]);
    return {
      rows: shown.map((row) => viewOf(row, own, law)),
      before: (back ? more : mark !== undefined) ? ids.at(0) : undefined,
      after: back || more ? ids.at(-1) : undefined,
    };
  },
);

/** So many clients of one's own are found soon by going through all of the organisation. */
const many = 1000;

/**
 * Of a caseworker with few clients, these by their ids, so that not all of the organisation are gone through for them: those
 * whom they registered, and those of cases that they read. Undefined for everybody else.
 */
async function ofFew(ctx: TxCtx): Promise<SQL | undefined> {
  const { memberId, role } = ctx.actor;
  if (role !== "caseworker" || !memberId) return undefined;
  const registered = ctx.db
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.orgId, ctx.orgId), eq(clients.registeredBy, memberId)))
    .limit(many);
  const read = ctx.db
    .select({ id: cases.clientId })
    .from(caseAccess)
    .innerJoin(cases, and(eq(cases.orgId, caseAccess.orgId), eq(cases.id, caseAccess.caseId)))
    .where(and(eq(caseAccess.orgId, ctx.orgId), among(caseAccess.memberId, [memberId, ...ctx.covers])))
    .limit(many);
  const found = await Promise.all([registered, read]);
  if (found.some(({ length }) => length >= many)) return undefined;
  return among(clients.id, [...new Set(found.flat().map(({ id }) => id))]);
}

async function codeNameOf(ctx: TxCtx, id: string | undefined): Promise<string | undefined> {
  if (id === undefined || !isId(id)) return undefined;
  const [row] = await ctx.db
    .select({ pseudonym: clients.pseudonym })
    .from(clients)
    .where(and(eq(clients.orgId, ctx.orgId), eq(clients.id, id)));
  return row?.pseudonym;
}

/** One client, still sealed. @throws AppError not_found */
export const readClient = query("case.read", async (ctx, clientId: string): Promise<ClientView> => {
  const row = await findClient(ctx, clientId);
  const [own, law] = await Promise.all([
    ctx.db
      .select()
      .from(cases)
      .where(and(eq(cases.orgId, ctx.orgId), eq(cases.clientId, row.id)))
      .orderBy(asc(cases.openedAt)),
    readLaw(ctx),
  ]);
  return viewOf(row, own, law);
});

/**
 * The whole protocol: it must be visible before every contact, so reading it needs no reason. @throws AppError
 * not_found
 */
export const readSafeContact = query("case.read", async (ctx, clientId: string): Promise<SafeContactView> => {
  const row = await findClient(ctx, clientId);
  const vault = await openVault(ctx, row.keyId);
  const contact = JSON.parse(vault.open(clientPlace("safe_contact", row.id), row.safeContact)) as SafeContact;
  return { ...contact, clientId: row.id, reviewedOn: row.safeContactReviewedOn };
});

/** A code name that no visible client has. Another's is refused when it is saved. */
export const suggestCodeName = query("case.open", async (ctx): Promise<string> => {
  const offered = offerCodeNames(newToken());
  const rows = await ctx.db
    .select({ pseudonym: clients.pseudonym })
    .from(clients)
    .where(and(eq(clients.orgId, ctx.orgId), among(clients.pseudonym, offered)));
  const taken = new Set(rows.map(({ pseudonym }) => pseudonym));
  return offered.find((name) => !taken.has(name)) ?? "";
});

/** The id of a visible client by code, `RK-27`; null for any other. */
export const findClientByCode = query("case.open", async (ctx, code: string): Promise<string | null> => {
  const [row] = await ctx.db
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.orgId, ctx.orgId), eq(clients.code, code)));
  return row?.id ?? null;
});

function viewOf(row: typeof clients.$inferSelect, all: (typeof cases.$inferSelect)[], law: Law): ClientView {
  const own = all.filter((case_) => case_.clientId === row.id);
  return {
    id: row.id,
    code: row.code,
    pseudonym: row.pseudonym,
    isMinor: row.isMinor,
    registeredAt: row.registeredAt,
    safeContactReviewedOn: row.safeContactReviewedOn,
    safeContactReview: safeContactReview(row.safeContactReviewedOn, own, law),
    has: Object.fromEntries(revealable.map((field) => [field, row[field] !== null])) as Record<Revealable, boolean>,
    cases: own.map(({ id, code, matter, openedAt, closedAt }) => ({ id, code, matter, openedAt, closedAt })),
  };
}
