import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq, inArray, isNull, notExists, sql } from "drizzle-orm";
import { caseSteps, cases, references } from "@/db/schema";
import { findCase, joinLatest, notDenied } from "@/lib/casework/cases/access";
import { findDuplicates } from "@/lib/casework/references/access";
import { findByNumber } from "@/lib/casework/references/queries";
import { readReference } from "@/lib/casework/references/rules";
import type { FoundReference } from "@/lib/casework/references/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { findPlaybook, findReferenceKind, type Law, newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { formatDate } from "@/lib/platform/text/format";
import { squeeze } from "@/lib/platform/text/text";
import { civilDate } from "@/lib/platform/time/clock";
import { PastedMessage } from "./input";
import { readAs } from "./labels";
import { needsStation, officerStep, piecesOf, readPasted } from "./rules";
import type { CaseGuess, FoundNumber, ReadMessage } from "./types";

const mostGuesses = 5;
/** Placeholder for "no case chosen yet": every case that has the number counts as another case. */
const noCase = "00000000-0000-0000-0000-000000000000";

/**
 * Parses a pasted message: the numbers in it, each with its status, and the officer it names. Nothing is stored.
 * @throws AppError invalid on `message`, not_found for a case the person may not see
 */
export const readMessage = query("case.write", async (ctx, raw: unknown): Promise<ReadMessage> => {
  const parsed = PastedMessage.safeParse(raw);
  if (!parsed.success) {
    const problem = parsed.error.issues[0]?.message ?? t("Paste the message.");
    throw new AppError("invalid", problem, { message: problem });
  }
  const { message, caseId } = parsed.data;
  const found = caseId ? await findCase(ctx, caseId) : null;
  const law = await readLaw(ctx);
  const [newest] = newestPlaybooks(law);
  const playbook = found ? findPlaybook(found.pair, found.playbookVersion, law) : newest;
  const today = civilDate(ctx.now, playbook?.home.zone ?? "UTC");
  const read = readPasted(message, today, law, await knownStations(ctx, law));
  const numbers: FoundNumber[] = [];
  for (const [no, foundReference] of read.numbers.entries()) {
    numbers.push(await standingOf(ctx, foundReference, { no, caseId: caseId ?? noCase, today, law }));
  }
  const step = playbook ? officerStep(playbook) : null;
  const [officer] = read.officers;
  return {
    pieces: piecesOf(read),
    numbers,
    officer: officer ? { text: officer.text, stepKey: step?.key ?? null, stepTitle: step?.title ?? null } : null,
    guesses: found ? [] : await guessCases(ctx, read.numbers, law),
    cut: read.cut,
  };
});

/** So many of the newest numbers name the stations; reading millions of them would take seconds. */
const newestNumbers = 5_000;

/** The stations of the newest numbers that this person may see, of a caseworker in their latest cases. */
async function knownStations(ctx: TxCtx, law: Law): Promise<Set<string>> {
  const kinds = law.referenceKinds.flatMap(({ key }) => (needsStation(key, law) ? [key] : []));
  if (kinds.length === 0) return new Set();
  const numbers = ctx.db
    .select({ id: references.id, issuer: references.issuer })
    .from(references)
    .innerJoin(cases, and(eq(cases.orgId, references.orgId), eq(cases.id, references.caseId)))
    .$dynamic();
  const issued = and(inArray(references.kind, kinds), eq(references.state, "issued"));
  const newest = joinLatest(ctx, numbers)
    .where(and(eq(references.orgId, ctx.orgId), notDenied, issued))
    .orderBy(desc(references.id))
    .limit(newestNumbers)
    .as("newest");
  const rows = await ctx.db.selectDistinct({ issuer: newest.issuer }).from(newest).limit(2000);
  return new Set(rows.flatMap(({ issuer }) => (issuer ? [squeeze(issuer)] : [])));
}

type Place = { no: number; caseId: string; today: string; law: Law };

async function standingOf(
  ctx: TxCtx,
  foundReference: FoundReference,
  { no, caseId, today, law }: Place,
): Promise<FoundNumber> {
  const { kind, label, raw, display, station, issuer, issuedOn } = foundReference;
  const serial = needsStation(kind, law);
  const stationIsGuess = foundReference.stationIsGuess;
  const about = { issuer, issuedOn, station, stationIsGuess, needsStation: serial };
  const shown = { no, kind, label, raw, display, ...about, codes: [] as string[] };
  const read = readReference(kind, raw, { today, station, issuer }, law);
  if (!read) return { ...shown, standing: "odd", explanation: foundReference.warning ?? "" };
  const duplicates = await findDuplicates(ctx, { caseId, kind }, read, law);
  if (duplicates.here)
    return { ...shown, standing: "here", explanation: t("{here} is on this case already.", { here: duplicates.here }) };
  const codes = [...new Set(duplicates.warnings.join(" ").match(/[A-Z]{2,6}-\d{2}-\w+/g) ?? [])];
  const odd = [foundReference.warning, ...duplicates.warnings].filter(Boolean).join(" ");
  if (foundReference.code === "not_this_kind")
    return { ...shown, codes, standing: "not_case_number", explanation: odd };
  if (foundReference.code) return { ...shown, codes, standing: "odd", explanation: odd };
  if (duplicates.warnings.length > 0) return { ...shown, codes, standing: "known", explanation: odd };
  const from = issuer ? t("Given by {issuer}. ", { issuer }) : "";
  return { ...shown, standing: "good", explanation: `${from}${serial ? readAs.serial : readAs.free} ${readAs.alone}` };
}

/** Cases that the message may belong to, each with the reason: one has a number of it, or waits for one. */
async function guessCases(ctx: TxCtx, found: readonly FoundReference[], law: Law): Promise<CaseGuess[]> {
  const guesses: CaseGuess[] = [];
  const add = (guess: CaseGuess) => {
    if (!guesses.some((caseGuess) => caseGuess.caseId === guess.caseId)) guesses.push(guess);
  };
  for (const foundReference of found.slice(0, 10)) {
    for (const match of await findByNumber(ctx, foundReference.display)) {
      if (match.kind === foundReference.kind)
        add({ ...match, why: t("It has {display}.", { display: match.display }) });
    }
  }
  const kinds = [...new Set(found.map((foundReference) => foundReference.kind))];
  for (const row of [...(await waitingFor(ctx, kinds)), ...(await onTheirWay(ctx, kinds, law))]) {
    const label = findReferenceKind(row.kind, law)?.label ?? row.kind;
    add({
      ...row,
      why: t("Waiting for a {label} since {formatDate}.", {
        label,
        formatDate: formatDate(row.since.toISOString().slice(0, 10)),
      }),
    });
  }
  return guesses.slice(0, mostGuesses).map(({ caseId, code, pseudonym, why }) => ({ caseId, code, pseudonym, why }));
}

async function waitingFor(ctx: TxCtx, kinds: readonly string[]) {
  if (kinds.length === 0) return [];
  const waiting = ctx.db
    .select({
      caseId: cases.id,
      code: cases.code,
      pseudonym: cases.pseudonym,
      kind: references.kind,
      since: references.recordedAt,
    })
    .from(references)
    .innerJoin(cases, and(eq(cases.orgId, references.orgId), eq(cases.id, references.caseId)))
    .$dynamic();
  // As the index says it, which a parameter does not.
  const isWaiting = sql`${references.state} = 'not_yet_issued'`;
  const isOpen = isNull(cases.closedAt);
  return joinLatest(ctx, waiting)
    .where(and(eq(references.orgId, ctx.orgId), isWaiting, inArray(references.kind, [...kinds]), isOpen, notDenied))
    .orderBy(desc(references.recordedAt))
    .limit(mostGuesses);
}

/** Of so many steps, those that were sent last, is asked whether their case still waits. */
const latestSent = 1_000;

/** Cases on which a step was sent that ends with such a number, the latest first. */
async function onTheirWay(ctx: TxCtx, kinds: readonly string[], law: Law) {
  const steps = newestPlaybooks(law).flatMap((playbook) => Object.values(playbook.steps));
  const producing = steps.flatMap(({ key, produces }) => {
    const kind = produces.references.find((produced) => kinds.includes(produced));
    return kind ? [{ key, kind }] : [];
  });
  if (producing.length === 0) return [];
  const submitted = ctx.db
    .select({
      caseId: cases.id,
      code: cases.code,
      pseudonym: cases.pseudonym,
      stepKey: caseSteps.stepKey,
      since: caseSteps.updatedAt,
    })
    .from(caseSteps)
    .innerJoin(cases, and(eq(cases.orgId, caseSteps.orgId), eq(cases.id, caseSteps.caseId)))
    .$dynamic();
  const stepKeys = producing.map(({ key }) => key);
  const sent = joinLatest(ctx, submitted)
    .where(
      and(
        eq(caseSteps.orgId, ctx.orgId),
        inArray(caseSteps.stepKey, stepKeys),
        sql`${caseSteps.state} = 'submitted'`,
        isNull(cases.closedAt),
        notDenied,
      ),
    )
    .orderBy(desc(caseSteps.updatedAt))
    .limit(latestSent)
    .as("sent");
  // One that has such a number already waits for no other.
  const given = ctx.db
    .select({ id: references.id })
    .from(references)
    .where(
      and(
        eq(references.orgId, ctx.orgId),
        eq(references.caseId, sent.caseId),
        inArray(references.kind, [...kinds]),
        eq(references.state, "issued"),
      ),
    );
  const rows = await ctx.db.select().from(sent).where(notExists(given)).orderBy(desc(sent.since)).limit(mostGuesses);
  return rows.map((row) => ({ ...row, kind: producing.find(({ key }) => key === row.stepKey)?.kind ?? "" }));
}
