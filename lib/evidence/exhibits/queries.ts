import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { among } from "@/db/among";
import { accounts, custodyEvents, exhibits, incidentExhibits, incidents, members, translations } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { pickIncidents } from "@/lib/casework/incidents/queries";
import { incidentCode, mostListed, mostProposed } from "@/lib/casework/incidents/rules";
import { readLedger } from "@/lib/evidence/custody/queries";
import type { CustodyLedger } from "@/lib/evidence/custody/types";
import { filesOf } from "@/lib/kernel/access/case-files";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { type Paged, sliceOf } from "@/lib/platform/paging";
import { type ExhibitRow, findExhibit, findUpload, findUploadToReceive, refuseStopped } from "./access";
import { claimsOf } from "./claims/rules";
import { countWhere } from "./count-where";
import { countsOf } from "./counts-of";
import { filesAreOpened } from "./files-are-opened";
import { needsOf } from "./needs-of";
import { openFindings } from "./open-findings";
import { openWords } from "./open-words";
import { receiptOf } from "./receipt-of";
import { exhibitFlagsOf, exhibitGapsOf, exhibitLabel } from "./rules";
import {
  type CaptureChoices,
  type CaptureDefaults,
  captureMethods,
  type ExhibitAccount,
  type ExhibitLook,
  type ExhibitNeed,
  type ExhibitView,
  exhibitNeeds,
  type OriginalView,
  sensitivities,
  timeSources,
  type UploadView,
  visibilities,
  waysObtained,
} from "./types";

/** The exhibits of a case, newest first. @throws AppError not_found */
export const listExhibits = query("case.read", async (ctx, caseId: string): Promise<ExhibitView[]> => {
  const found = await findCase(ctx, caseId);
  const rows = await ctx.db.select().from(exhibits).where(eq(exhibits.caseId, found.id)).orderBy(desc(exhibits.number));
  return viewsOf(ctx, rows, found);
});

export type ExhibitList = Paged<ExhibitView> & {
  /** How many the case has, and how many of them wait for the sandbox. */
  all: number;
  unseen: number;
  /** The need to filter by; undefined if no exhibit has the requested one. */
  need: ExhibitNeed | undefined;
  counts: Record<ExhibitNeed, number>;
  /** For exhibits on the page with duplicate bytes: the label of the first with the same bytes. */
  duplicates: Map<string, string>;
  picked: ExhibitView | undefined;
};

/**
 * One page of the exhibits, newest first, with what needs fixing counted over all of them; `picked` is shown next to
 * the list, on whichever page it is. @throws AppError not_found
 */
export const listExhibitPage = query(
  "case.read",
  async (ctx, caseId: string, asked: { page: number; needs?: ExhibitNeed; picked?: number }): Promise<ExhibitList> => {
    const finding = findCase(ctx, caseId);
    // An id that is none would end the transaction for what is asked beside it.
    if (!isId(caseId)) await finding;
    const needs = needsOf(ctx, caseId);
    const counting = ctx.db
      .with(needs)
      .select({ all: count(), unseen: countWhere(sql`${needs.unseen}`), counts: countsOf(needs) })
      .from(needs);
    const rowsOn = (need: ExhibitNeed | undefined, { offset, limit }: { offset: number; limit: number }) =>
      ctx.db
        .with(needs)
        .select({ row: exhibits, duplicateOf: needs.duplicateOf })
        .from(exhibits)
        .innerJoin(needs, eq(needs.id, exhibits.id))
        .where(need ? sql`${needs[need]}` : undefined)
        .orderBy(desc(exhibits.number))
        .limit(limit)
        .offset(offset);
    // Most look at the first page, and which rows are on it does not depend on their number.
    const isFirst = asked.page === 1 && !asked.needs;
    const [found, [counted], first] = await Promise.all([
      finding,
      counting,
      isFirst ? rowsOn(undefined, sliceOf(1, 0)) : null,
    ]);
    const { all = 0, unseen = 0 } = counted ?? {};
    const counts = Object.fromEntries(exhibitNeeds.map((need) => [need, counted?.counts[need] ?? 0])) as Record<
      ExhibitNeed,
      number
    >;
    const need = asked.needs && counts[asked.needs] > 0 ? asked.needs : undefined;
    const total = need ? counts[need] : all;
    const slice = sliceOf(asked.page, total);
    const onPage = first ?? (await rowsOn(need, slice));
    const beside = asked.picked
      ? await ctx.db
          .with(needs)
          .select({ row: exhibits, duplicateOf: needs.duplicateOf })
          .from(exhibits)
          .innerJoin(needs, eq(needs.id, exhibits.id))
          .where(eq(exhibits.number, asked.picked))
      : [];
    const known = [...onPage, ...beside];
    const views = await viewsOf(
      ctx,
      known.map(({ row }) => row),
      found,
    );
    return {
      page: slice.page,
      total,
      all,
      unseen,
      need,
      counts,
      rows: views.slice(0, onPage.length),
      duplicates: new Map(
        known.flatMap(({ row, duplicateOf }) =>
          duplicateOf === null ? [] : [[row.id, exhibitLabel(duplicateOf)] as const],
        ),
      ),
      picked: beside.length > 0 ? views.at(-1) : undefined,
    };
  },
);

export type ExhibitPage = { exhibit: ExhibitView; ledger: CustodyLedger };

/** One exhibit with its ledger. @throws AppError not_found, also for an exhibit of another case */
export const readExhibit = query("case.read", async (ctx, caseId: string, exhibitId: string): Promise<ExhibitPage> => {
  const row = await findExhibit(ctx, exhibitId);
  if (row.caseId !== caseId) throw new AppError("not_found", t("No such exhibit."));
  const [exhibit] = await viewsOf(ctx, [row], { id: row.caseId, keyId: row.keyId });
  if (!exhibit) throw new AppError("not_found", t("No such exhibit."));
  return { exhibit, ledger: await readLedger(ctx, exhibitId, await openVault(ctx, row.keyId)) };
});

/** What was announced under this id, with its receipt once the file arrived. @throws AppError not_found */
export const readUpload = query("case.read", async (ctx, uploadId: string): Promise<UploadView> => {
  return uploadViewOf(ctx, await findUpload(ctx, uploadId));
});

/**
 * As readUpload, before its bytes are read: a file that can no longer become an exhibit is not accepted. With the files
 * that it will be among.
 * @throws AppError not_found; conflict if the case was closed or stopped since; never once there is a receipt
 */
export const readUploadToReceive = query(
  "case.write",
  async (ctx, uploadId: string) => {
    const row = await findUploadToReceive(ctx, uploadId);
    if (row.exhibitId) return { upload: null, receipt: await receiptOf(ctx, row.exhibitId) };
    if (row.closedAt) throw new AppError("conflict", t("This case is closed. Reopen it first."));
    refuseStopped(row);
    const { id, caseId, keyId, size, sha256, wrapped } = row;
    return { upload: { id, caseId, keyId, size, sha256, receipt: null }, files: filesOf(ctx, keyId, wrapped) };
  },
  undefined,
  true,
);

async function uploadViewOf(ctx: TxCtx, row: Awaited<ReturnType<typeof findUpload>>): Promise<UploadView> {
  const { id, caseId, keyId, size, sha256, exhibitId } = row;
  return { id, caseId, keyId, size, sha256, receipt: exhibitId ? await receiptOf(ctx, exhibitId) : null };
}

/** The location of an exhibit's bytes and its download name. @throws AppError not_found */
export const readOriginal = query("case.read", async (ctx, exhibitId: string): Promise<OriginalView> => {
  const row = await findExhibit(ctx, exhibitId);
  const vault = await openVault(ctx, row.keyId);
  const { originalName } = openWords(vault, row.id, row);
  const { id, caseId, number, keyId, fileId, sha256, size } = row;
  return { id, caseId, number, originalName, keyId, fileId, sha256, size, look: lookOf(row) };
});

/** The accounts and incidents that capture details can name. @throws AppError not_found */
export const readCaptureChoices = query("case.read", async (ctx, caseId: string): Promise<CaptureChoices> => {
  const { id } = await findCase(ctx, caseId);
  const [newest, incidents, defaults] = await Promise.all([
    ctx.db.select().from(accounts).where(eq(accounts.caseId, id)).orderBy(desc(accounts.number)).limit(mostProposed),
    pickIncidents(ctx, caseId),
    defaultsOf(ctx, id),
  ]);
  const allAccounts = newest.length <= mostListed;
  return {
    caseId,
    accounts: (allAccounts ? newest.toReversed() : newest).map(accountOf),
    allAccounts,
    incidents,
    defaults,
  };
});

/** How the newest exhibit was captured: the next ones probably came the same way. */
async function defaultsOf(ctx: TxCtx, caseId: string): Promise<CaptureDefaults> {
  const [newest] = await ctx.db
    .select({
      method: exhibits.method,
      howObtained: exhibits.howObtained,
      capturedBy: exhibits.capturedBy,
      device: exhibits.device,
      platform: exhibits.platform,
      accountId: exhibits.accountId,
      capturedZone: exhibits.capturedZone,
    })
    .from(exhibits)
    .where(eq(exhibits.caseId, caseId))
    .orderBy(desc(exhibits.number))
    .limit(1);
  return Object.fromEntries(Object.entries(newest ?? {}).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** The exhibits with these numbers, in their order. @throws AppError not_found */
export const listNumberedExhibits = query(
  "case.read",
  async (ctx, caseId: string, numbers: readonly number[]): Promise<ExhibitView[]> => {
    const found = await findCase(ctx, caseId);
    const rows = await ctx.db
      .select()
      .from(exhibits)
      .where(and(eq(exhibits.caseId, found.id), among(exhibits.number, [...numbers])))
      .orderBy(asc(exhibits.number));
    return viewsOf(ctx, rows, found);
  },
);

async function viewsOf(
  ctx: TxCtx,
  rows: readonly ExhibitRow[],
  of: { id: string; keyId: string },
): Promise<ExhibitView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [vault, accounts, names, opened, links, translated, checked] = await Promise.all([
    openVault(ctx, of.keyId),
    accountsOf(
      ctx,
      rows.flatMap(({ accountId }) => accountId ?? []),
    ),
    namesOf(ctx),
    rows.every((row) => row.lookedAt) || filesAreOpened(),
    linksOf(ctx, of.id, ids),
    translatedOf(ctx, of.id, ids),
    checkedOf(ctx, of.id, ids),
  ]);
  const known = { accounts, names, opened, links, translated, checked };
  return rows.map((row) => viewOf(row, vault, known));
}

type Known = {
  accounts: Map<string, ExhibitAccount>;
  names: Map<string, string>;
  links: Map<string, { id: string; code: string }[]>;
  translated: ReadonlySet<string>;
  checked: Map<string, { at: Date | null; failedAt: Date | null }>;
  opened: boolean;
};

function viewOf(row: ExhibitRow, vault: Vault, known: Known): ExhibitView {
  const { id, caseId, number, size, sha256, platform, capturedAt, capturedZone, capturedBy, device, receivedAt } = row;
  const words = openWords(vault, id, row);
  const { tool, clockOffset, postId, language, sentSha256, fileModifiedAt } = row;
  const method = captureMethods.find((captureMethod) => captureMethod === row.method) ?? "other";
  const account = (row.accountId && known.accounts.get(row.accountId)) || null;
  const flags = exhibitFlagsOf({ method, sourceUrl: words.sourceUrl, platform, account, capturedAt, capturedZone });
  const incidents = known.links.get(id) ?? [];
  return {
    id,
    caseId,
    number,
    size,
    sha256,
    platform,
    capturedAt,
    capturedZone,
    capturedBy,
    device,
    receivedAt,
    tool,
    clockOffset,
    postId,
    language,
    sentSha256,
    fileModifiedAt,
    ...words,
    timeSource: timeSources.find((timeSource) => timeSource === row.timeSource) ?? null,
    visibility: visibilities.find((visibility) => visibility === row.visibility) ?? null,
    sensitivity: sensitivities.find((sensitivity) => sensitivity === row.sensitivity) ?? "ordinary",
    label: exhibitLabel(number),
    account,
    method,
    howObtained: waysObtained.find((value) => value === row.howObtained) ?? "handed_over",
    claims: claimsOf(openFindings(vault, row).metadata, words.originalName),
    look: lookOf(row),
    notOpened: row.lookedAt === null && !known.opened,
    flags,
    gaps: exhibitGapsOf({ flags, incidents, device, language, isTranslated: known.translated.has(id) }),
    incidents,
    receivedBy: known.names.get(row.receivedBy) ?? "",
    hashCheckedAt: known.checked.get(id)?.at ?? null,
    hashFailedAt: known.checked.get(id)?.failedAt ?? null,
  };
}

/**
 * The column is empty until the sandbox has inspected the file; after that it is what note-look.ts checked and wrote.
 */
function lookOf(row: { look: Record<string, unknown>; lookedAt: Date | null }): ExhibitLook | null {
  return row.lookedAt ? (row.look as ExhibitLook) : null;
}

async function accountsOf(ctx: TxCtx, ids: string[]): Promise<Map<string, ExhibitAccount>> {
  const rows = await ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), among(accounts.id, ids)));
  return new Map(rows.map((row) => [row.id, accountOf(row)]));
}

function accountOf({ id, number, platform, handle, platformId }: typeof accounts.$inferSelect): ExhibitAccount {
  return { id, code: `A${number}`, platform, handle, platformId };
}

async function namesOf(ctx: TxCtx): Promise<Map<string, string>> {
  const rows = await ctx.db.select({ id: members.id, name: members.name }).from(members);
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function linksOf(ctx: TxCtx, caseId: string, ids: string[]): Promise<Known["links"]> {
  const rows = await ctx.db
    .select({
      exhibitId: incidentExhibits.exhibitId,
      id: incidents.id,
      kind: incidents.kind,
      number: incidents.number,
    })
    .from(incidentExhibits)
    .innerJoin(incidents, eq(incidents.id, incidentExhibits.incidentId))
    .where(and(eq(incidentExhibits.caseId, caseId), among(incidentExhibits.exhibitId, ids)))
    .orderBy(asc(incidents.kind), asc(incidents.number));
  const links: Known["links"] = new Map();
  for (const { exhibitId, id, kind, number } of rows) {
    const known = links.get(exhibitId) ?? [];
    known.push({ id, code: incidentCode(kind, number) });
    links.set(exhibitId, known);
  }
  return links;
}

/** Those with a translation that was not withdrawn. */
async function translatedOf(ctx: TxCtx, caseId: string, ids: string[]): Promise<ReadonlySet<string>> {
  const withdrawn = alias(translations, "withdrawn");
  const rows = await ctx.db
    .selectDistinct({ exhibitId: translations.exhibitId })
    .from(translations)
    .leftJoin(withdrawn, eq(withdrawn.withdraws, translations.id))
    .where(
      and(
        eq(translations.caseId, caseId),
        isNull(translations.withdraws),
        isNull(withdrawn.id),
        among(translations.exhibitId, ids),
      ),
    );
  return new Set(rows.map(({ exhibitId }) => exhibitId));
}

async function checkedOf(ctx: TxCtx, caseId: string, ids: string[]): Promise<Known["checked"]> {
  const { verified, at, seq } = custodyEvents;
  const rows = await ctx.db
    .select({
      exhibitId: custodyEvents.exhibitId,
      at: sql<Date | null>`max(${at}) filter (where ${verified} is distinct from false)`.mapWith(at),
      failedAt: sql<Date | null>`max(${at}) filter (where ${verified} is false)`.mapWith(at),
      failing: sql<boolean>`max(${seq}) filter (where ${verified} is false)
        > coalesce(max(${seq}) filter (where ${verified} is distinct from false), 0)`,
    })
    .from(custodyEvents)
    .where(
      and(eq(custodyEvents.caseId, caseId), eq(custodyEvents.action, "hashed"), among(custodyEvents.exhibitId, ids)),
    )
    .groupBy(custodyEvents.exhibitId);
  return new Map(rows.map((row) => [row.exhibitId, { at: row.at, failedAt: row.failing ? row.failedAt : null }]));
}
