import "server-only";
import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import {
  auditEntries,
  cases,
  clientWordings,
  liaisons,
  members,
  organisations,
  proclaimedDays,
  provisionVersions,
} from "@/db/schema";
import { notDeniedTo, notRestricted } from "@/lib/casework/cases/access";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { writeCsv } from "@/lib/platform/sheets/sheet";
import type { ZipPiece } from "@/lib/platform/zip/zip-pieces";
import { jsonFile } from "./json-file";
import { readCaseFolder } from "./read-case-folder";
import { escaped, type Naming, page, plainOf, safeName } from "./rules";
import { textFile } from "./text-file";
import type { Plain } from "./types";

const batch = 500;

type OnCase = (done: number, cases: number) => Promise<void>;

/**
 * The folder of the whole organisation: a folder for each case, then people, officers, law changes and the log. One
 * case at a time; `onCase` is called for each. What the requester must not see is left out, and so are restricted
 * cases.
 */
export async function* readOrganisationFolder(ctx: Ctx, askedBy: string, onCase: OnCase): AsyncGenerator<ZipPiece> {
  requirePermission(ctx, "case.read");
  const theirs = sql`(${notDeniedTo(askedBy)} and ${notRestricted})`;
  const total = await withTransaction(ctx, "read only", ({ db, orgId }) =>
    db.$count(cases, and(eq(cases.orgId, orgId), theirs)),
  );
  const listed: { code: string; folder: string }[] = [];
  for (let after = 0; ; ) {
    const some = await nextCases(ctx, after, theirs);
    for (const { id, code, number } of some) {
      const folder = `cases/${safeName(code)}`;
      for await (const piece of readCaseFolder(ctx, id)) yield { ...piece, name: `${folder}/${piece.name}` };
      listed.push({ code, folder });
      after = number;
      await onCase(listed.length, total);
    }
    if (some.length < batch) break;
  }
  yield* await withTransaction(ctx, "read only", wholeOf);
  yield { name: "organisation/log.json", open: () => logOf(ctx, askedBy) };
  const items = listed.map(({ code, folder }) => `<li><a href="${folder}/index.html">${escaped(code)}</a></li>`);
  const body = `<h1>All cases</h1><p class="box"><strong>In clear.</strong> Everything here can be read by whoever has this folder.</p><ul>${items.join("\n")}</ul><p>Beside them: <a href="organisation/">people, officers, changes of the law and the log</a>.</p>`;
  yield textFile("index.html", page("All cases", body));
}

function nextCases(ctx: Ctx, after: number, theirs: SQL) {
  return withTransaction(ctx, "read only", ({ db, orgId }) =>
    db
      .select({ id: cases.id, code: cases.code, number: cases.number })
      .from(cases)
      .where(and(eq(cases.orgId, orgId), gt(cases.number, after), theirs))
      .orderBy(asc(cases.number))
      .limit(batch),
  );
}

async function wholeOf(ctx: TxCtx): Promise<ZipPiece[]> {
  const { db, orgId } = ctx;
  const naming = await namingOf(ctx);
  const plain = (rows: readonly object[]) => rows.map((row) => plainOf(row, naming) as Record<string, Plain>);
  const { codePrefix, name } = organisations;
  const own = await db.select({ name, codePrefix }).from(organisations).where(eq(organisations.id, orgId));
  const people = await db
    .select({
      code: members.code,
      name: members.name,
      role: members.role,
      email: members.email,
      joinedAt: members.joinedAt,
      removedAt: members.removedAt,
    })
    .from(members)
    .where(eq(members.orgId, orgId))
    .orderBy(asc(members.code));
  const officers = await db.select().from(liaisons).where(eq(liaisons.orgId, orgId));
  const law = await db.select().from(provisionVersions).where(eq(provisionVersions.orgId, orgId));
  const days = await db.select().from(proclaimedDays).where(eq(proclaimedDays.orgId, orgId));
  const texts = await db.select().from(clientWordings).where(eq(clientWordings.orgId, orgId));
  const rows = people.map((person) => [
    person.code,
    person.name,
    person.role,
    person.email,
    person.joinedAt.toISOString(),
  ]);
  const without = (all: readonly Record<string, unknown>[], ...keys: string[]) =>
    all.map((record) => Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key))));
  return [
    jsonFile("organisation/organisation.json", plain(own)),
    jsonFile("organisation/members.json", plain(people)),
    textFile("organisation/members.csv", writeCsv([["Code", "Name", "Role", "E-mail", "Joined"], ...rows])),
    jsonFile("organisation/officers.json", plain(without(officers, "orgId", "callbackId"))),
    jsonFile("organisation/law_changes.json", plain(without(law, "orgId", "id"))),
    jsonFile("organisation/holidays.json", plain(without(days, "orgId", "id"))),
    jsonFile("organisation/client_texts.json", plain(without(texts, "orgId", "id"))),
  ];
}

/** People and cases by their codes. What the log says of anything else is in the folder of its case. */
async function namingOf({ db, orgId }: TxCtx): Promise<Naming> {
  const people = await db.select({ id: members.id, code: members.code }).from(members).where(eq(members.orgId, orgId));
  const all = await db.select({ id: cases.id, code: cases.code }).from(cases).where(eq(cases.orgId, orgId));
  const names = new Map([...people, ...all].map(({ id, code }) => [id, code]));
  return (id) => names.get(id) ?? null;
}

async function* logOf(ctx: Ctx, askedBy: string): AsyncGenerator<Uint8Array> {
  const naming = await withTransaction(ctx, "read only", namingOf);
  yield Buffer.from("[");
  let first = true;
  for (let after = 0; ; ) {
    const rows = await withTransaction(ctx, "read only", ({ db, orgId }) =>
      db
        .select()
        .from(auditEntries)
        .where(and(eq(auditEntries.orgId, orgId), gt(auditEntries.seq, after), notOfDenied(askedBy)))
        .orderBy(asc(auditEntries.seq))
        .limit(1000),
    );
    for (const { orgId: _, ...row } of rows) {
      yield Buffer.from(`${first ? "\n" : ",\n"}${JSON.stringify(plainOf(row, naming))}`);
      first = false;
      after = row.seq;
    }
    if (rows.length < 1000) break;
  }
  yield Buffer.from("\n]\n");
}

/** Log entries about a case that the requester must not see are left out too. */
const notOfDenied = (askedBy: string): SQL =>
  sql`(${auditEntries.caseId} is null or ${auditEntries.caseId} not in (select ctx.denied_to(${askedBy}::uuid)))`;
