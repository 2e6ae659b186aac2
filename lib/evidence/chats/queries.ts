import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, count, desc, eq, getTableColumns, gte, isNotNull, max, min, sql } from "drizzle-orm";
import {
  cases,
  chatImports,
  chatMessages,
  chatSenders,
  derivatives,
  exhibits,
  exposures,
  members,
  subjects,
} from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { exhibitCode } from "@/lib/casework/incidents/rules";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { findImport, type ImportRow } from "./access";
import { readProblem, senderPlace, unfoldedMinutes } from "./rules";

import type { ChatFormat, DateOrder, ImportDetail, ImportView, SenderView } from "./types";

const replaced = sql<boolean>`exists (select 1 from ${chatImports} as later
  where later.exhibit_id = ${chatImports.exhibitId} and later.state = 'ready' and later.started_at > ${chatImports.startedAt})`;

/** A mail of which the exhibit was read again by a newer reader after these messages were made of it. */
const outdated = sql<boolean>`${chatImports.format} = 'eml' and exists (select 1 from ${derivatives} as newer
  where newer.exhibit_id = ${chatImports.exhibitId} and newer.kind = 'text' and newer.version > 0
  and newer.made_at > ${chatImports.finishedAt})`;

/** Every reading of exports of a case, newest first. @throws AppError not_found */
export const listImports = query("case.read", async (ctx, caseId: string): Promise<ImportView[]> => {
  await findCase(ctx, caseId);
  const rows = await ctx.db
    .select({ row: getTableColumns(chatImports), number: exhibits.number, by: members.name, replaced, outdated })
    .from(chatImports)
    .innerJoin(exhibits, eq(exhibits.id, chatImports.exhibitId))
    .leftJoin(members, eq(members.id, chatImports.startedBy))
    .where(and(eq(chatImports.orgId, ctx.orgId), eq(chatImports.caseId, caseId)))
    .orderBy(desc(chatImports.startedAt), desc(chatImports.id));
  return rows.map(({ row, ...known }) => importView(row, known));
});

/** One reading, its senders and its time span. @throws AppError not_found */
export const readImport = query("case.read", async (ctx, importId: string): Promise<ImportDetail> => {
  const row = await findImport(ctx, importId);
  const [known] = await ctx.db
    .select({ number: exhibits.number, by: members.name, of: cases, replaced, outdated })
    .from(chatImports)
    .innerJoin(exhibits, eq(exhibits.id, chatImports.exhibitId))
    .innerJoin(cases, eq(cases.id, exhibits.caseId))
    .leftJoin(members, eq(members.id, row.startedBy))
    .where(eq(chatImports.id, row.id));
  const [span] = await ctx.db
    .select({ first: min(chatMessages.sentAt), last: max(chatMessages.sentAt) })
    .from(chatMessages)
    .where(eq(chatMessages.importId, row.id));
  if (!known) throw new Error("The exhibit of a reading was not found.");
  const [subject] = await ctx.db
    .select({ zone: subjects.zone })
    .from(subjects)
    .where(and(eq(subjects.caseId, row.caseId), isNotNull(subjects.zone)))
    .orderBy(asc(subjects.number))
    .limit(1);
  const playbook = findPlaybook(known.of.pair, known.of.playbookVersion);
  return {
    view: importView(row, known),
    senders: await readSenders(ctx, row),
    first: span?.first ?? null,
    last: span?.last ?? null,
    homeZone: playbook?.home.zone ?? row.zone,
    // The subject's location is not guessed from the country: UTC implies nothing.
    thereZone: subject?.zone ?? "UTC",
  };
});

/** Exhibits of a case that may be an export: no picture and no PDF. By number. @throws AppError not_found */
export const listExportChoices = query(
  "case.read",
  async (ctx, caseId: string): Promise<{ id: string; label: string }[]> => {
    const { keyId } = await findCase(ctx, caseId);
    const vault = await openVault(ctx, keyId);
    const rows = await ctx.db
      .select({ id: exhibits.id, number: exhibits.number, description: exhibits.description, look: exhibits.look })
      .from(exhibits)
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId)))
      .orderBy(asc(exhibits.number));
    return rows
      .filter(({ look }) => !["jpeg", "png", "webp", "gif", "tiff", "pdf"].includes(String(look.kind ?? "")))
      .map(({ id, number, description }) => {
        const message = vault.open({ table: "exhibits", column: "description", row: id }, description);
        return { id, label: `${exhibitCode(number)} ${message.slice(0, 80)}` };
      });
  },
);

/** True while the words of this exhibit are expanded for the person who requested them. */
export const mayReadWords = query("case.read", async (ctx, exhibitId: string): Promise<boolean> => {
  if (!ctx.actor.memberId) return false;
  const since = new Date(ctx.now.getTime() - unfoldedMinutes * 60_000);
  const mine = and(eq(exposures.memberId, ctx.actor.memberId), eq(exposures.exhibitId, exhibitId));
  return (await ctx.db.$count(exposures, and(mine, eq(exposures.what, "text"), gte(exposures.at, since)))) > 0;
});

async function readSenders(ctx: TxCtx, row: ImportRow & { keyId: string }): Promise<SenderView[]> {
  const vault = await openVault(ctx, row.keyId);
  const labels = new Map((await listAccountChoices(ctx, row.caseId)).map(({ id, label }) => [id, label]));
  const written = count(chatMessages.id);
  const rows = await ctx.db
    .select({ sender: chatSenders, messages: written })
    .from(chatSenders)
    .innerJoin(chatMessages, eq(chatMessages.senderId, chatSenders.id))
    .where(eq(chatMessages.importId, row.id))
    .groupBy(chatSenders.id)
    .orderBy(desc(written), asc(chatSenders.id))
    .limit(200);
  return rows.map(({ sender: { id, name, isClient, accountId }, messages }) => ({
    id,
    messages,
    isClient,
    accountId,
    name: vault.open(senderPlace(id), name),
    account: accountId ? (labels.get(accountId) ?? null) : null,
  }));
}

type Known = { number: number; by: string | null; replaced: boolean; outdated: boolean | null };

function importView(row: ImportRow, { number, by, replaced, outdated }: Known): ImportView {
  const { id, caseId, exhibitId, state, zone, messages, duplicates, unreadable, startedAt, finishedAt } = row;
  return {
    id,
    caseId,
    exhibitId,
    state,
    zone,
    messages,
    duplicates,
    unreadable,
    startedAt,
    finishedAt,
    replaced,
    outdated: outdated === true,
    ...readProblem(row.problem),
    exhibit: exhibitCode(number),
    format: row.format as ChatFormat | null,
    dateOrder: row.dateOrder as DateOrder | null,
    startedBy: by ?? t("A former colleague"),
  };
}
