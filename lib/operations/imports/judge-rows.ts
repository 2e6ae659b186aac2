import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { among } from "@/db/among";
import { clients, members } from "@/db/schema";
import { BringInCase } from "@/lib/casework/cases/input";
import { refuseOddDays, refuseUnusable } from "@/lib/casework/cases/rules";
import { judgeTyped } from "@/lib/casework/custom-values/rules";
import { RecordReference } from "@/lib/casework/references/input";
import { readReference } from "@/lib/casework/references/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlaybook, type Law } from "@/lib/law/jurisdictions/rules";
import { officeToday } from "@/lib/law/office/rules";
import { readChoices } from "@/lib/organisation/choices/queries";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import type { ImportRow, ImportSeals } from "./access";
import { findAlike } from "./find-alike";
import { importedLists } from "./labels";
import { type BuiltRow, buildRow, choosing, fold, homeZoneOf } from "./rules";
import type { Mapping, RowMessage } from "./types";

export type OpenRow = { id: string; row: number; cells: readonly string[] };
type Marks = { clientMark: Buffer | null; codeMark: Buffer | null; numberMark: Buffer | null };
export type Judged = OpenRow & {
  built: BuiltRow;
  messages: RowMessage[];
  state: "good" | "bad" | "twin";
  marks: Marks;
  ownerId: string | null;
  /** Kind and canonical number of each reference that could be read. */
  numbers: { place: string; kind: string; canonical: string }[];
};

export type Judging = {
  import: ImportRow;
  seals: ImportSeals;
  mapping: Mapping;
  law: Law;
  /** `earlier`: a check of the whole file. `others`: one corrected row. `none`: the run, which was checked before. */
  within: "earlier" | "others" | "none";
};

/**
 * Checks rows with the inputs and rules of the form, then against what the organisation and the file already contain.
 * Nothing is written.
 */
export async function judgeRows(ctx: TxCtx, rows: readonly OpenRow[], by: Judging): Promise<Judged[]> {
  const choose = choosing(by.mapping, by.law, await readChoices(ctx, importedLists));
  const owners = await listOwnersByMail(ctx);
  const own = await listCustomFields(ctx, "case");
  const setting = { own, ...by, choose, importId: by.import.id, number: by.import.number, today: officeToday(ctx.now) };
  const judged = rows.map((row): Judged => {
    const built = buildRow(row.row, row.cells, setting);
    const { ownerEmail } = built;
    const ownerId = ownerEmail === null ? null : (owners.get(ownerEmail) ?? null);
    const messages = [
      ...built.messages,
      ...formMessages(ctx, built, by.law, own),
      ...ownerMessages(ownerEmail, ownerId),
    ];
    const numbers = numbersOf(ctx, built, by.law, messages);
    return {
      ...row,
      built,
      messages: messages,
      ownerId,
      numbers,
      marks: marksOf(by.seals, built, numbers),
      state: "good",
    };
  });
  const taken = await findTaken(ctx, judged);
  const alike = await findAlike(ctx, judged, by);
  for (const row of judged) {
    const code = codeOf(row.built);
    const { errors, twins } = alike.get(row.row) ?? { errors: [], twins: [] };
    const inUse = taken.has(code)
      ? [fault("client.pseudonym", code, t("This code name is in use. Choose another."))]
      : [];
    for (const more of [...inUse, ...errors, ...repeatedNumbers(row)])
      if (!isFaulty(row, more.field)) row.messages.push(more);
    row.messages.push(...twins);
    const isBad = row.messages.some(({ kind }) => kind === "error");
    row.state = isBad ? "bad" : twins.length > 0 ? "twin" : "good";
  }
  return judged;
}

const fault = (field: string, was: string, text: string): RowMessage => ({ kind: "error", field, was, text });

const isFaulty = ({ messages }: Judged, field: string) =>
  messages.some((rowMessage) => rowMessage.kind === "error" && rowMessage.field === field);

/** A case takes a number once. */
function repeatedNumbers({ numbers, built }: Judged): RowMessage[] {
  return numbers.flatMap(({ place, kind, canonical }, at) => {
    const before = numbers.slice(0, at).some((value) => value.kind === kind && value.canonical === canonical);
    const was = String(built.references.find((reference) => reference.place === place)?.input.raw ?? "");
    return before ? [fault(`${place}.raw`, was, t("This number appears twice in this row."))] : [];
  });
}

const codeOf = ({ form }: BuiltRow): string => String((form.client as { pseudonym?: string }).pseudonym ?? "").trim();

/** The messages of the form itself, each at its field, with the original value. */
function formMessages(ctx: TxCtx, { form, messages }: BuiltRow, law: Law, own: readonly CustomField[]): RowMessage[] {
  const known = new Set(messages.filter(({ kind }) => kind === "error").map(({ field }) => field));
  const parsed = BringInCase.safeParse(form);
  const found: RowMessage[] = [];
  const say = (field: string, text: string) => {
    if (known.has(field)) return;
    known.add(field);
    found.push(fault(field, wasAt(form, field), text));
  };
  for (const issue of parsed.error?.issues ?? []) say(issue.path.join("."), issue.message);
  const pair = String(form.pair ?? "");
  if (pair && !findPlaybook(pair, undefined, law)) say("pair", t("Choose two countries from the list."));
  if (!parsed.success) return found;
  // What is required may follow on the case; what is there must be readable.
  for (const [field, text] of Object.entries(judgeTyped(own, parsed.data, new Map(), "later").errors)) say(field, text);
  const rules = [
    () => refuseUnusable(parsed.data, law, ctx.now),
    () => refuseOddDays(parsed.data, homeZoneOf(pair, law), ctx.now),
  ];
  for (const rule of rules) {
    try {
      rule();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      for (const [field, text] of Object.entries(error.fields)) say(field, text);
    }
  }
  return found;
}

function wasAt(form: unknown, field: string): string {
  let at: unknown = form;
  for (const step of field.split(".")) at = (at as Record<string, unknown> | undefined)?.[step];
  return typeof at === "string" ? at.slice(0, 200) : "";
}

function ownerMessages(email: string | null, ownerId: string | null): RowMessage[] {
  if (email === null || ownerId) return [];
  const text = t("No caseworker or supervisor here has this e-mail. The person importing owns the case.");
  return [{ kind: "warning", field: "owner", was: email, text }];
}

/** Parses each number; anything odd is reported, and the number is stored as typed. */
function numbersOf(ctx: TxCtx, built: BuiltRow, law: Law, messages: RowMessage[]): Judged["numbers"] {
  const today = civilDate(ctx.now, homeZoneOf(String(built.form.pair ?? ""), law));
  return built.references.flatMap(({ place, input }) => {
    const parsed = RecordReference.safeParse({ ...input, caseId: built.form.id });
    const raw = String(input.raw ?? "");
    for (const issue of parsed.error?.issues ?? []) {
      const name = issue.path.join(".");
      messages.push(fault(`${place}.${name}`, String(input[name] ?? ""), issue.message));
    }
    if (!parsed.success) return [];
    const { kind, station, issuer } = parsed.data;
    const read = readReference(kind, raw, { today, station, issuer }, law);
    if (!read) return [];
    for (const { field, text } of read.warnings) {
      const odd = t("{text} It is saved as it is.", { text });
      messages.push({ kind: "warning", field: `${place}.${field}`, was: raw, text: odd });
    }
    return [{ place, kind, canonical: read.canonical }];
  });
}

function marksOf(seals: ImportSeals, built: BuiltRow, numbers: Judged["numbers"]): Marks {
  const client = built.form.client as { name?: string; identityNumber?: string };
  const name = fold(client.name ?? "");
  const [number] = numbers;
  const code = fold(codeOf(built));
  return {
    clientMark: name ? seals.mark("client", `${name}|${fold(client.identityNumber ?? "")}`) : null,
    codeMark: code ? seals.mark("code", code) : null,
    numberMark: number ? seals.mark("number", `${number.kind}|${number.canonical}`) : null,
  };
}

async function findTaken(ctx: TxCtx, judged: readonly Judged[]): Promise<Set<string>> {
  const codes = judged.map(({ built }) => codeOf(built)).filter(Boolean);
  if (codes.length === 0) return new Set();
  const found = await ctx.db
    .select({ pseudonym: clients.pseudonym })
    .from(clients)
    .where(and(eq(clients.orgId, ctx.orgId), among(clients.pseudonym, codes)));
  return new Set(found.map(({ pseudonym }) => pseudonym));
}

async function listOwnersByMail(ctx: TxCtx): Promise<Map<string, string>> {
  const staff = await ctx.db
    .select({ id: members.id, email: members.email })
    .from(members)
    .where(
      and(eq(members.orgId, ctx.orgId), isNull(members.removedAt), inArray(members.role, ["caseworker", "supervisor"])),
    );
  return new Map(staff.map(({ id, email }) => [email.toLowerCase(), id]));
}
