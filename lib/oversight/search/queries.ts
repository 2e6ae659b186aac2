import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { among } from "@/db/among";
import {
  accounts,
  caseAccess,
  cases,
  caseWords,
  exhibits,
  identifiers,
  packets,
  searchTokens,
  subjects,
} from "@/db/schema";
import { fromVisible, joinAccess, seatsOf, visibleCases } from "@/lib/casework/cases/access";
import { reasonsByOwner, type TokenHit } from "@/lib/casework/clients/rules";
import { findByNumber } from "@/lib/casework/references/queries";
import { valuePlace } from "@/lib/casework/subjects/identifiers/access";
import { identifierLabels } from "@/lib/casework/subjects/identifiers/labels";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { soughtNumbers, soughtWords } from "@/lib/evidence/picture-words/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { nameParts, openTokens } from "@/lib/kernel/access/search-tokens";
import { openVault } from "@/lib/kernel/access/vault";
import { findPlatform, houseLaw } from "@/lib/law/jurisdictions/rules";
import { namedLike } from "@/lib/oversight/case-list/access";
import { most, withCases } from "./access";
import {
  codesIn,
  emailsIn,
  handlesIn,
  longestQuery,
  nameBeginning,
  phonesIn,
  platformIdsIn,
  walletsIn,
  wordsIn,
} from "./rules";
import type { Found, Match } from "./types";

/**
 * Finds cases from whatever was typed or pasted: any official number in any spelling, a whole message, a case or
 * packet code, an account, a phone, an e-mail, a wallet or the alleged name of a subject, the beginning of a pseudonym;
 * and when nothing agrees in full, words of the matter, words that a machine read in pictures, and parts of codes and numbers. A phone
 * number is looked for in pictures too, whatever else agrees. Never more cases than the person may see.
 */
export const findCases = query("case.read", find, "search");

async function find(ctx: TxCtx, typed: string): Promise<Found> {
  const text = typed.trim().slice(0, longestQuery);
  if (text.length < 2) return { hits: [], sole: undefined };
  const found = await Promise.all([
    byNumber(ctx, text),
    byCode(ctx, text),
    byAccount(ctx, text),
    byIdentifier(ctx, text),
    byName(ctx, text),
    byAllegedName(ctx, text),
  ]);
  const whole = found.flat();
  const isFound = whole.some((match) => match.exact);
  const [seen, worded] = await Promise.all([
    byPictures(ctx, isFound ? soughtNumbers(text) : soughtInPictures(text)),
    isFound ? [] : byWords(ctx, text),
  ]);
  const hits = await withCases(ctx, [...whole, ...worded, ...seen]);
  const [first, second] = hits;
  return { hits, sole: first?.exact && !second ? first.caseId : undefined };
}

async function byNumber(ctx: TxCtx, text: string): Promise<Match[]> {
  const rows = await findByNumber(ctx, text);
  return rows.map(({ caseId, label, display }) => ({ caseId, exact: true, reason: { what: label, value: display } }));
}

async function byCode(ctx: TxCtx, text: string): Promise<Match[]> {
  const codes = codesIn(text);
  if (codes.length === 0) return [];
  const own = await ctx.db
    .select({ caseId: cases.id, value: cases.code })
    .from(cases)
    .where(and(visibleCases(ctx), among(cases.code, codes)))
    .limit(most);
  const whole = text.trim().toUpperCase().slice(0, 80);
  const packet = await ctx.db
    .select({ caseId: packets.caseId, value: packets.code })
    .from(packets)
    .where(and(eq(packets.orgId, ctx.orgId), eq(packets.code, whole)))
    .limit(1);
  return [
    ...own.map(({ caseId, value }) => ({ caseId, exact: true, reason: { what: t("Case code"), value } })),
    ...packet.map(({ caseId, value }) => ({ caseId, exact: true, reason: { what: t("Packet"), value } })),
  ];
}

/** Accounts are found by keyed tokens, never by text. A platform's id is kept with the platform, so each one is tried. */
async function byAccount(ctx: TxCtx, text: string): Promise<Match[]> {
  const tokens = await openTokens(ctx);
  const wanted = [
    ...handlesIn(text).map((value) => tokens.exact("handle", value)),
    ...platformIdsIn(text).flatMap((value) =>
      houseLaw.platforms.map((platform) => tokens.exact("platform_id", `${platform.key}:${value}`)),
    ),
  ];
  if (wanted.length === 0) return [];
  const rows = await ctx.db
    .selectDistinct({
      caseId: accounts.caseId,
      platform: accounts.platform,
      handle: accounts.handle,
      field: searchTokens.field,
    })
    .from(searchTokens)
    .innerJoin(accounts, and(eq(accounts.orgId, searchTokens.orgId), eq(accounts.id, searchTokens.ownerId)))
    .innerJoin(cases, and(eq(cases.orgId, accounts.orgId), eq(cases.id, accounts.caseId)))
    .where(
      and(
        visibleCases(ctx),
        eq(searchTokens.orgId, ctx.orgId),
        eq(searchTokens.ownerKind, "account"),
        eq(searchTokens.match, "exact"),
        among(searchTokens.token, wanted),
      ),
    )
    .limit(most);
  return rows.map((row) => ({
    caseId: row.caseId,
    exact: true,
    reason: {
      what: `${findPlatform(row.platform)?.name ?? row.platform} ${row.field === "handle" ? "account" : t("account number of")}`,
      value: row.handle,
    },
  }));
}

/** Phones, e-mails and wallets of subjects, by keyed tokens; the value that is shown is opened under its own case's key. */
async function byIdentifier(ctx: TxCtx, text: string): Promise<Match[]> {
  const tokens = await openTokens(ctx);
  const wanted = [
    ...phonesIn(text).map((value) => tokens.exact("phone", value)),
    ...emailsIn(text).map((value) => tokens.exact("email", value)),
    ...walletsIn(text).map((value) => tokens.exact("wallet", value)),
  ];
  if (wanted.length === 0) return [];
  const rows = await ctx.db
    .selectDistinct({
      id: identifiers.id,
      caseId: identifiers.caseId,
      kind: identifiers.kind,
      value: identifiers.value,
      keyId: cases.keyId,
    })
    .from(searchTokens)
    .innerJoin(identifiers, and(eq(identifiers.orgId, searchTokens.orgId), eq(identifiers.id, searchTokens.ownerId)))
    .innerJoin(cases, and(eq(cases.orgId, identifiers.orgId), eq(cases.id, identifiers.caseId)))
    .where(
      and(
        visibleCases(ctx),
        eq(searchTokens.orgId, ctx.orgId),
        eq(searchTokens.ownerKind, "identifier"),
        eq(searchTokens.match, "exact"),
        among(searchTokens.token, wanted),
        isNull(identifiers.removedAt),
      ),
    )
    .limit(most);
  const found: Match[] = [];
  for (const { id, caseId, kind, value, keyId } of rows) {
    const vault = await openVault(ctx, keyId);
    const reason = {
      what: t("{identifierLabels} on the board", { identifierLabels: identifierLabels[kind] }),
      value: vault.open(valuePlace(id), value),
    };
    found.push({ caseId, exact: true, reason });
  }
  return found;
}

/**
 * Cases by the alleged name of a subject, also as it sounds; the name that is shown is opened under its own case's key.
 * Read behind the wall: of a case that this person may not see nothing comes back.
 */
async function byAllegedName(ctx: TxCtx, text: string): Promise<Match[]> {
  const name = nameBeginning(text);
  if (!name) return [];
  const tokens = await openTokens(ctx);
  const alike = tokens.soundsLike("alleged_name", name);
  const same = tokens.exact("alleged_name", name);
  const wanted = [same, ...alike.map(({ token }) => token)];
  const rows = await ctx.db
    .select({
      ownerId: subjects.id,
      caseId: subjects.caseId,
      allegedName: subjects.allegedName,
      keyId: cases.keyId,
      match: searchTokens.match,
      token: searchTokens.token,
    })
    .from(searchTokens)
    .innerJoin(subjects, and(eq(subjects.orgId, searchTokens.orgId), eq(subjects.id, searchTokens.ownerId)))
    .innerJoin(cases, and(eq(cases.orgId, subjects.orgId), eq(cases.id, subjects.caseId)))
    .where(
      and(
        visibleCases(ctx),
        eq(searchTokens.orgId, ctx.orgId),
        eq(searchTokens.ownerKind, "subject"),
        eq(searchTokens.field, "alleged_name"),
        among(searchTokens.token, wanted),
      ),
    )
    .limit(500);
  const hits = rows.flatMap(({ ownerId, match, token }): TokenHit[] => {
    const of = { ownerId, field: "name", match };
    if (match === "exact") return [{ ...of, part: null }];
    return alike.filter((row) => row.token.equals(token)).map(({ part }) => ({ ...of, part }));
  });
  const reasons = [...reasonsByOwner(hits, nameParts(name).length)].map(([id, [why]]) => ({
    id,
    exact: why === "name",
  }));
  const found: Match[] = [];
  for (const { id, exact } of reasons.toSorted((a, b) => Number(b.exact) - Number(a.exact)).slice(0, most)) {
    const row = rows.find(({ ownerId }) => ownerId === id);
    if (!row?.allegedName) continue;
    const vault = await openVault(ctx, row.keyId);
    const value = vault.open({ table: "subjects", column: "alleged_name", row: id }, row.allegedName);
    const what = exact ? t("Alleged name on the board") : t("Alleged name that sounds alike");
    found.push({ caseId: row.caseId, exact, reason: { what, value } });
  }
  return found;
}

/** In the order of the index by which a name is found: the same letters first, and no further than is shown. */
async function byName(ctx: TxCtx, text: string): Promise<Match[]> {
  const name = nameBeginning(text);
  if (!name) return [];
  const { where } = fromVisible(ctx);
  const named = ctx.db.select({ caseId: cases.id, value: cases.pseudonym }).from(cases).$dynamic();
  const rows = await joinAccess(ctx, named)
    .where(and(where, namedLike(ctx, name)))
    .orderBy(sql`${seatsOf(ctx) ? caseAccess.sought : cases.sought} using ~<~`, cases.id)
    .limit(most);
  return rows.map(({ caseId, value }) => ({
    caseId,
    exact: value.toLowerCase() === name.toLowerCase(),
    reason: { what: t("Pseudonym"), value },
  }));
}

/**
 * Every typed word is a prefix of a word of the case, or a suffix of one of its numbers. The longest word is searched
 * first, at most 200 of its cases are checked, and only those are sorted: sorting inside would make Postgres walk all
 * cases.
 */
async function byWords(ctx: TxCtx, text: string): Promise<Match[]> {
  const [longest, ...others] = wordsIn(text);
  if (!longest) return [];
  const w = caseWords;
  const also = others.map(
    (word) => sql`exists (select 1 from app.case_words o where o.org_id = ${w.orgId} and o.case_id = ${w.caseId}
      and ${beginsOrEnds(sql`o.word`, word)})`,
  );
  const led = ctx.db
    .selectDistinct({ id: sql`${w.caseId}`.as("id") })
    .from(w)
    .where(and(eq(w.orgId, ctx.orgId), beginsOrEnds(sql`${w.word}`, longest), ...also))
    .limit(200);
  const rows = await ctx.db.execute<{ id: string; matter: string }>(sql`
    with led as materialized (${led})
    select ${cases.id} as id, ${cases.matter} as matter from led join app.cases on ${cases.id} = led.id
    where ${visibleCases(ctx)}
    order by ${cases.closedAt} desc nulls first, ${cases.lastActivityAt} desc, ${cases.id} limit ${most}`);
  return [...rows].map(({ id, matter }) => ({
    caseId: id,
    exact: false,
    reason: { what: t("Words of the case"), value: matter },
  }));
}

/** Comparisons that leak nothing, so that the index serves behind the wall: from the word on, before the next one. */
function beginsOrEnds(column: SQL, word: string): SQL {
  const from = (start: string) =>
    sql`(${column} collate "C" >= ${start} and ${column} collate "C" < ${`${start}\u{10ffff}`})`;
  const backwards = [...word].reverse().join("");
  return /\d/.test(word) && word.length > 2 ? sql`(${from(word)} or ${from(`~${backwards}`)})` : from(word);
}

/** A number is found however it is written; more than eight words are a message, of which a machine misreads one. */
function soughtInPictures(text: string): string[] {
  const numbers = soughtNumbers(text);
  if (numbers.length > 0) return numbers;
  const words = soughtWords(text);
  return words.length > 8 ? [] : words;
}

/** Exhibits in whose pictures a machine read all of these, by keyed tokens. */
async function byPictures(ctx: TxCtx, wanted: readonly string[]): Promise<Match[]> {
  if (wanted.length === 0) return [];
  const tokens = await openTokens(ctx);
  const rows = await ctx.db
    .select({ caseId: exhibits.caseId, number: exhibits.number })
    .from(searchTokens)
    .innerJoin(exhibits, and(eq(exhibits.orgId, searchTokens.orgId), eq(exhibits.id, searchTokens.ownerId)))
    .innerJoin(cases, and(eq(cases.orgId, exhibits.orgId), eq(cases.id, exhibits.caseId)))
    .where(
      and(
        visibleCases(ctx),
        eq(searchTokens.orgId, ctx.orgId),
        eq(searchTokens.ownerKind, "exhibit"),
        eq(searchTokens.field, "picture_word"),
        eq(searchTokens.match, "exact"),
        among(
          searchTokens.token,
          wanted.map((word) => tokens.exact("picture_word", word)),
        ),
      ),
    )
    .groupBy(exhibits.id, exhibits.caseId, exhibits.number, exhibits.receivedAt)
    .having(sql`count(*) = ${wanted.length}`)
    .orderBy(desc(exhibits.receivedAt), desc(exhibits.id))
    .limit(most);
  return rows.map(({ caseId, number }) => ({
    caseId,
    exact: false,
    reason: { what: t("Words in a picture"), value: exhibitLabel(number) },
  }));
}
