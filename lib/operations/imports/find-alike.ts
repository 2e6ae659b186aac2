import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNotNull, lt, ne, or } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, clients, importRows, references, searchTokens } from "@/db/schema";
import { reasonsByOwner, type TokenHit } from "@/lib/casework/clients/rules";
import type { MatchReason } from "@/lib/casework/clients/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openTokens, type TokenField } from "@/lib/kernel/access/search-tokens";
import type { Judged, Judging } from "./judge-rows";
import type { RowMessage } from "./types";

type Alike = { errors: RowMessage[]; twins: RowMessage[] };

/** What is already known of each row: in the file, by a client who seems to be the same, by a number. */
export async function findAlike(ctx: TxCtx, rows: readonly Judged[], by: Judging): Promise<Map<number, Alike>> {
  const found = new Map<number, Alike>(rows.map(({ row }) => [row, { errors: [], twins: [] }]));
  if (by.within !== "none") await addWithinFile(ctx, rows, by, found);
  await addByNumber(ctx, rows, by, found);
  await addByClient(ctx, rows, by, found);
  return found;
}

const duplicateMessage = (field: string, was: string, text: string): RowMessage => ({
  kind: "warning",
  field,
  was,
  text,
});

type Marked = { row: number; clientMark: Buffer | null; codeMark: Buffer | null; numberMark: Buffer | null };

async function addWithinFile(ctx: TxCtx, rows: readonly Judged[], by: Judging, found: Map<number, Alike>) {
  const first = new Map<string, number>();
  const note = ({ row, ...marks }: Marked) => {
    for (const [name, mark] of Object.entries(marks)) {
      const key = mark && `${name} ${mark.toString("hex")}`;
      if (key && !first.has(key)) first.set(key, row);
    }
  };
  for (const row of await readMarked(ctx, rows, by)) note(row);
  for (const { row, marks, built } of rows) {
    const at = (name: keyof typeof marks) => {
      const mark = marks[name];
      return mark ? first.get(`${name} ${mark.toString("hex")}`) : undefined;
    };
    const alike = found.get(row);
    const code = at("codeMark");
    const client = at("clientMark");
    const number = at("numberMark");
    const { pseudonym = "", name = "" } = built.form.client as { pseudonym?: string; name?: string };
    if (code !== undefined) {
      const text = t("Row {code} of this file has this code name too. Choose another.", { code });
      alike?.errors.push({ kind: "error", field: "client.pseudonym", was: pseudonym, text });
    }
    if (client !== undefined)
      alike?.twins.push(
        duplicateMessage("client.name", name, t("Row {client} of this file has this client.", { client })),
      );
    if (number !== undefined) {
      const [reference] = built.references;
      const was = String(reference?.input.raw ?? "");
      const text = t("Row {number} of this file has this number.", { number });
      alike?.twins.push(duplicateMessage(`${reference?.place ?? "references.0"}.raw`, was, text));
    }
    note({ row, ...marks });
  }
}

async function readMarked(ctx: TxCtx, rows: readonly Judged[], by: Judging): Promise<Marked[]> {
  const marks = (name: "clientMark" | "codeMark" | "numberMark") => rows.flatMap((row) => row.marks[name] ?? []);
  const any = [
    [importRows.clientMark, marks("clientMark")] as const,
    [importRows.codeMark, marks("codeMark")] as const,
    [importRows.numberMark, marks("numberMark")] as const,
  ].flatMap(([column, all]) => (all.length > 0 ? [among(column, all)] : []));
  const [start] = rows;
  if (any.length === 0 || !start) return [];
  const place = by.within === "earlier" ? lt(importRows.row, start.row) : ne(importRows.row, start.row);
  const { clientMark, codeMark, numberMark } = importRows;
  return ctx.db
    .select({ row: importRows.row, clientMark, codeMark, numberMark })
    .from(importRows)
    .where(and(eq(importRows.importId, by.import.id), ne(importRows.state, "left_out"), place, or(...any)))
    .orderBy(importRows.row);
}

async function addByNumber(ctx: TxCtx, rows: readonly Judged[], by: Judging, found: Map<number, Alike>) {
  const canonicals = [...new Set(rows.flatMap(({ numbers }) => numbers.map((value) => value.canonical)))];
  if (canonicals.length === 0) return;
  const known = await ctx.db
    .select({ kind: references.kind, canonical: references.canonical, code: cases.code, caseId: cases.id })
    .from(references)
    .innerJoin(cases, and(eq(cases.orgId, references.orgId), eq(cases.id, references.caseId)))
    .where(
      and(eq(references.orgId, ctx.orgId), among(references.canonical, canonicals), eq(references.state, "issued")),
    );
  const own = await ownCases(
    ctx,
    by,
    known.map(({ caseId }) => caseId),
  );
  for (const { row, numbers, built } of rows) {
    for (const { place, kind, canonical } of numbers) {
      const same = known.find(
        (reference) => reference.kind === kind && reference.canonical === canonical && !own.has(reference.caseId),
      );
      const was = String(built.references.find((reference) => reference.place === place)?.input.raw ?? "");
      if (same)
        found
          .get(row)
          ?.twins.push(duplicateMessage(`${place}.raw`, was, t("Case {code} has this number.", { code: same.code })));
    }
  }
}

const reasonWords: Record<MatchReason, string> = {
  name: "same name",
  phone: "same phone",
  email: "same e-mail",
  identity_number: t("same identity number"),
  sounds_alike: t("name sounds alike"),
};

async function addByClient(ctx: TxCtx, rows: readonly Judged[], by: Judging, found: Map<number, Alike>) {
  const wanted = await tokensOf(ctx, rows);
  const all = [...new Map([...wanted.values()].flat().map(({ token }) => [token.toString("hex"), token])).values()];
  if (all.length === 0) return;
  const hits = await ctx.db
    .select({
      token: searchTokens.token,
      ownerId: searchTokens.ownerId,
      field: searchTokens.field,
      match: searchTokens.match,
    })
    .from(searchTokens)
    .where(
      and(eq(searchTokens.orgId, ctx.orgId), eq(searchTokens.ownerKind, "client"), among(searchTokens.token, all)),
    );
  const byToken = Map.groupBy(hits, ({ token }) => token.toString("hex"));
  const people = await readPeople(ctx, [...new Set(hits.map(({ ownerId }) => ownerId))]);
  const own = await ownCases(
    ctx,
    by,
    [...people.values()].flatMap((person) => person.caseIds),
  );
  for (const { row, built } of rows) {
    const { name = "" } = built.form.client as { name?: string };
    const mine: TokenHit[] = (wanted.get(row) ?? []).flatMap(({ token, part }) =>
      (byToken.get(token.toString("hex")) ?? []).map((hit) => ({ ...hit, part })),
    );
    const parts = name.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 1).length;
    for (const [ownerId, reasons] of reasonsByOwner(mine, parts)) {
      const person = people.get(ownerId);
      // During the run a row is stopped only by certain matches, and never by a neighbouring row.
      const weak = by.within === "none" && reasons.every((reason) => reason === "sounds_alike");
      if (!person || weak || person.caseIds.some((id) => own.has(id))) continue;
      const why = reasons.map((reason) => reasonWords[reason]).join(", ");
      const where = person.codes.length > 0 ? `, ${person.codes.join(", ")}` : "";
      const text = t("Looks like {pseudonym} ({code}{where}): {why}.", {
        pseudonym: person.pseudonym,
        code: person.code,
        where,
        why,
      });
      found.get(row)?.twins.push(duplicateMessage("client.name", name, text));
    }
  }
}

type Wanted = { token: Buffer; part: number | null };

async function tokensOf(ctx: TxCtx, rows: readonly Judged[]): Promise<Map<number, Wanted[]>> {
  const tokens = await openTokens(ctx);
  return new Map(
    rows.map(({ row, built }) => {
      const client = built.form.client as Record<string, string | undefined>;
      const same = (field: TokenField, value: string | undefined) =>
        value ? [{ token: tokens.exact(field, value), part: null }] : [];
      const all = [
        ...same("name", client.name),
        ...same("phone", client.phone),
        ...same("email", client.email?.trim()),
        ...same("identity_number", client.identityNumber),
        ...(client.name ? tokens.soundsLike("name", client.name) : []),
      ];
      return [row, all];
    }),
  );
}

type Known = { code: string; pseudonym: string; codes: string[]; caseIds: string[] };

async function readPeople(ctx: TxCtx, ids: string[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({
      id: clients.id,
      code: clients.code,
      pseudonym: clients.pseudonym,
      caseCode: cases.code,
      caseId: cases.id,
    })
    .from(clients)
    .leftJoin(cases, and(eq(cases.orgId, clients.orgId), eq(cases.clientId, clients.id)))
    .where(and(eq(clients.orgId, ctx.orgId), among(clients.id, ids)));
  const found = new Map<string, Known>();
  for (const { id, code, pseudonym, caseCode, caseId } of rows) {
    const one = found.get(id) ?? { code, pseudonym, codes: [], caseIds: [] };
    if (caseCode && caseId) {
      one.codes.push(caseCode);
      one.caseIds.push(caseId);
    }
    found.set(id, one);
  }
  return found;
}

/** Which of these cases this very import brought in: a row is not its own duplicate. */
async function ownCases(ctx: TxCtx, by: Judging, caseIds: readonly string[]): Promise<Set<string>> {
  if (caseIds.length === 0) return new Set();
  const rows = await ctx.db
    .select({ caseId: importRows.caseId })
    .from(importRows)
    .where(
      and(
        eq(importRows.orgId, ctx.orgId),
        among(importRows.caseId, [...new Set(caseIds)]),
        eq(importRows.importId, by.import.id),
        isNotNull(importRows.caseId),
      ),
    );
  return new Set(rows.flatMap(({ caseId }) => caseId ?? []));
}
