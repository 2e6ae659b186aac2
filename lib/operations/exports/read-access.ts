import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq, inArray, or } from "drizzle-orm";
import { among } from "@/db/among";
import { auditEntries, cases, liaisons, members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { roleLabels } from "@/lib/kernel/access/roles";
import { auditWords } from "@/lib/kernel/audit/rules";
import { officeZone } from "@/lib/law/office/rules";
import { civilDate } from "@/lib/platform/time/clock";
import { accessTitles, whyLeftOut } from "./labels";
import { maskOthers } from "./mask-others";
import { type CaseKinds, readKinds } from "./read-kinds";
import { accessColumns, documentText, foldLooks, lookedBy } from "./rules";
import type { Kind, LeftOut, Plain } from "./types";

type Asked = { clientId: string; namesStaff: boolean };

/**
 * What a client is given of the data about them: their own details, cases, words and documents, column by column as
 * `accessColumns` names them. Others are left out or masked. Also lists what is withheld, and why.
 */
export async function readAccess(ctx: TxCtx, { clientId, namesStaff }: Asked) {
  const own = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.clientId, clientId)))
    .orderBy(asc(cases.openedAt), asc(cases.id));
  const folders: CaseKinds[] = [];
  for (const { id } of own) folders.push(await readKinds(ctx, id));
  const client = rowsOfKind(folders, "client")[0] ?? {};
  const mask = maskOthers(await othersOf(ctx, folders, namesStaff), ownOf(client));
  const kinds: Kind[] = [];
  for (const [name, columns] of Object.entries(accessColumns)) {
    const found = rowsOfKind(folders, name).filter(isTheirs(name));
    const rows = name === "client" ? [client] : name === "custom_values" ? toldOnce(found, folders) : found;
    const whose = name === "client" || name === "case" ? columns : ["ofCase", ...columns];
    const kept = rows.map((row) => pick(row, whose));
    kinds.push({ name, title: accessTitles[name] ?? name, rows: name === "client" ? kept : kept.map(mask.row) });
  }
  kinds.push({ name: "papers", title: t("What the documents say"), rows: papersOf(folders).map(mask.row) });
  kinds.push({ name: "looks", title: t("Who looked"), rows: await looksOf(ctx, clientId, own, namesStaff) });
  return { kinds, leftOut: leftOutOf(folders), masked: mask.count() };
}

/** Rows of one kind over all cases; a client has several. */
const rowsOfKind = (folders: readonly CaseKinds[], kind: string) =>
  folders.flatMap(({ code, kinds }) =>
    (kinds.find(({ name }) => name === kind)?.rows ?? []).map((row): Kind["rows"][number] => ({
      ...row,
      ofCase: code,
    })),
  );

/** Only the client's own requests: those of others are not theirs. */
const isTheirs = (kind: string) => (row: Record<string, Plain>) =>
  kind !== "rights_requests" || row.fromWhom === "client";

/** Fields of the client are in the folder of each case: they are told once, and are of no case. */
function toldOnce(rows: Kind["rows"], [first]: readonly CaseKinds[]): Kind["rows"] {
  return rows.flatMap((row) => {
    if (row.clientId == null) return [row];
    return row.ofCase === first?.code ? [{ ...row, ofCase: null }] : [];
  });
}

const pick = (row: Record<string, Plain>, columns: readonly string[]): Record<string, Plain> =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

const ownOf = (client: Record<string, Plain>): string[] =>
  ["name", "phone", "email", "address"].flatMap((key) => {
    const value = client[key];
    return typeof value === "string" ? [value] : [];
  });

/** Everybody of whom this organisation knows that they are not the client. */
async function othersOf(ctx: TxCtx, folders: readonly CaseKinds[], namesStaff: boolean) {
  const people = await ctx.db.select().from(members).where(eq(members.orgId, ctx.orgId));
  const offices = await ctx.db.select().from(liaisons).where(eq(liaisons.orgId, ctx.orgId));
  const told = (kind: string, columns: readonly string[], word: string) =>
    rowsOfKind(folders, kind).flatMap((row) =>
      columns.flatMap((column) => (typeof row[column] === "string" ? [{ value: row[column], word }] : [])),
    );
  return [
    ...told("subjects", ["allegedName", "allegedPlace"], t("the person the case is about")),
    ...told("identifiers", ["value"], t("the person the case is about")),
    ...people
      .filter(({ role }) => role === "liaison" || !namesStaff)
      .map(({ name, role }) => ({ value: name, word: role === "liaison" ? "an officer" : t("a member of staff") })),
    ...people.map(({ email }) => ({ value: email, word: t("e-mail of somebody else") })),
    ...offices.flatMap(({ forceNumber, phone }) =>
      [forceNumber, phone].map((value) => ({ value, word: "an officer" })),
    ),
  ];
}

function papersOf(folders: readonly CaseKinds[]): Kind["rows"] {
  return folders.flatMap(({ code, kinds }) => {
    const of = (kind: string) => kinds.find(({ name }) => name === kind)?.rows ?? [];
    return of("documents").flatMap((paper) => {
      const newest = of("document_versions").find(
        (version) => version.documentId === paper.name && version.version === paper.version,
      );
      const told = newest && documentText(newest.body ?? null);
      return told ? [{ ofCase: code, number: paper.number ?? null, version: paper.version ?? null, ...told }] : [];
    });
  });
}

/** By day and role; with names only if a supervisor decided so. */
async function looksOf(ctx: TxCtx, clientId: string, own: readonly { id: string }[], namesStaff: boolean) {
  const ids = own.map(({ id }) => id);
  const about = or(eq(auditEntries.subjectId, clientId), ids.length ? among(auditEntries.caseId, ids) : undefined);
  const rows = await ctx.db
    .select({ at: auditEntries.at, role: auditEntries.role, action: auditEntries.action, name: members.name })
    .from(auditEntries)
    .leftJoin(members, and(eq(members.orgId, auditEntries.orgId), eq(members.id, auditEntries.memberId)))
    .where(and(eq(auditEntries.orgId, ctx.orgId), about, inArray(auditEntries.action, [...lookedBy])))
    .orderBy(asc(auditEntries.seq));
  const zone = officeZone();
  return foldLooks(
    rows.map(({ at, role, action, name }) => ({
      day: civilDate(at, zone),
      who:
        namesStaff && name && role !== "liaison"
          ? name
          : (roleLabels[role as keyof typeof roleLabels] ?? t("The system")),
      what: auditWords(action),
    })),
  );
}

function leftOutOf(folders: readonly CaseKinds[]): LeftOut[] {
  const given = new Set([...Object.keys(accessColumns), "document_versions"]);
  const names = [...new Set(folders.flatMap(({ kinds }) => kinds.map(({ name }) => name)))];
  return names
    .filter((name) => !given.has(name))
    .map((name) => {
      const title = folders[0]?.kinds.find((kind) => kind.name === name)?.title ?? name;
      return { title, rows: rowsOfKind(folders, name).length, why: whyLeftOut(name) };
    })
    .filter(({ rows }) => rows > 0);
}
