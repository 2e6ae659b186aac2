import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import {
  accountHandles,
  accounts,
  caseMembers,
  cases,
  consents,
  imageStops,
  incidents,
  organisations,
  searchTokens,
  subjects,
} from "@/db/schema";
import { findClient } from "@/lib/casework/clients/access";
import { registerClient } from "@/lib/casework/clients/register-client";
import { watchHits } from "@/lib/casework/clients/watch-hits";
import { writeCustomValues } from "@/lib/casework/custom-values/write-custom-values";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openTokens } from "@/lib/kernel/access/search-tokens";
import { createVault, openVault, type Vault } from "@/lib/kernel/access/vault";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { settleChoice } from "@/lib/organisation/choices/access";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { consentRow } from "./consent-row";
import type { OpenCase } from "./input";
import { handleNotKnown } from "./labels";
import {
  accountRow,
  accountTokens,
  caseCode,
  incidentFacts,
  knownTime,
  mayShowMinor,
  onThatDay,
  refuseUnusable,
  stopByRecord,
  stopRow,
} from "./rules";
import { subjectTokens } from "./subject-tokens";
import { touchCase } from "./touch-case";
import type { Risk } from "./types";

/** What a case counts as while nobody has assessed its risk: not the least, so that lists do not hide it. */
const riskUntilAssessed: Risk = "elevated";

type Input = z.output<typeof OpenCase>;

type Opened = { value: { id: string; clientId: string }; audit: readonly [AuditEntry, ...AuditEntry[]] };

/**
 * Writes a case with its client, subject, accounts and first incidents, inside the transaction of a command. Pins the
 * newest playbook of the pair; the person who opens it becomes its owner.
 * @param past its opening date in the pair's home country, if it was opened elsewhere before; `openedOn` is already
 * checked
 * @throws AppError conflict on `id` if the same form already opened the case, or on `client.pseudonym`
 */
export async function writeOpening(ctx: TxCtx, input: Input, past: { openedOn: string | null }): Promise<Opened> {
  const ownerId = ctx.actor.memberId;
  if (!ownerId) throw new AppError("forbidden", t("A person opens a case."));
  const law = await readLaw(ctx);
  const playbook = findPlaybook(input.pair, undefined, law);
  if (!playbook) throw new AppError("invalid", t("No playbook."), { pair: t("Choose two countries from the list.") });
  refuseUnusable(input, law, ctx.now);
  const openedAt = past.openedOn ? onThatDay(past.openedOn, playbook.home.zone, ctx.now) : ctx.now;
  const numbered = await takeNumber(ctx);
  await refuseSecond(ctx, input.id);
  const client = await clientOf(ctx, input);
  const vault = await createVault(ctx, "case");
  await ctx.db.insert(cases).values({
    id: input.id,
    orgId: ctx.orgId,
    keyId: vault.keyId,
    number: numbered.number,
    code: caseCode(numbered.prefix, civilDate(openedAt, playbook.home.zone).slice(0, 4), numbered.number),
    pseudonym: client.pseudonym,
    clientId: client.id,
    pair: playbook.pair,
    playbookVersion: playbook.version,
    risk: input.risk ?? riskUntilAssessed,
    riskAssessed: input.risk !== null,
    inDanger: input.inDanger,
    dangerSince: input.inDanger ? ctx.now : null,
    matter: input.matter,
    ownerId,
    openedAt,
    lastActivityAt: ctx.now,
    levels: playbook.levels.length,
  });
  await ctx.db.insert(caseMembers).values({ orgId: ctx.orgId, caseId: input.id, memberId: ownerId, since: ctx.now });
  const onBoard = await writeSubject(ctx, vault, input);
  const logged = await writeIncidents(ctx, vault, input, { ownerId, accountIds: onBoard.accountIds });
  const agreed = await writeConsent(ctx, vault, input, { ownerId, zone: playbook.home.zone });
  const stopped = await stopForMinor(ctx, vault, input, { ownerId, isMinor: client.isMinor });
  const own = await writeCustomValues(
    ctx,
    { record: "case", recordId: input.id, caseId: input.id },
    vault,
    input,
    input.customLater ? "later" : "opening",
  );
  const ofClient = await writeClientFields(ctx, client.id, input);
  await touchCase(ctx, input.id);
  const opened = { pair: playbook.pair, playbookVersion: playbook.version, risk: input.risk ?? "not_assessed" };
  const before = past.openedOn ? { openedOn: past.openedOn } : {};
  return {
    value: { id: input.id, clientId: client.id },
    audit: [
      { action: "case.opened", subjectId: input.id, caseId: input.id, detail: { ...opened, ...before } },
      ...onBoard.audit,
      ...logged,
      ...agreed,
      ...stopped,
      ...own,
      ...ofClient,
    ],
  };
}

/** The update locks the organisation's row, so numbers are sequential and the same form cannot run twice at once. */
async function takeNumber(ctx: TxCtx): Promise<{ number: number; prefix: string }> {
  const [org] = await ctx.db
    .update(organisations)
    .set({ casesOpened: sql`${organisations.casesOpened} + 1` })
    .where(eq(organisations.id, ctx.orgId))
    .returning({ number: organisations.casesOpened, prefix: organisations.codePrefix });
  if (!org) throw new AppError("not_found", t("No such organisation."));
  return org;
}

async function refuseSecond(ctx: TxCtx, id: string): Promise<void> {
  const [open] = await ctx.db
    .select({ code: cases.code })
    .from(cases)
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, id)));
  if (!open) return;
  const message = t("This form opened {code} already.", { code: open.code });
  throw new AppError("conflict", message, { id: message });
}

async function clientOf(ctx: TxCtx, input: Input): Promise<{ id: string; pseudonym: string; isMinor: boolean }> {
  if (!input.client) return findClient(ctx, input.clientId ?? "");
  try {
    const { id } = await registerClient(ctx, input.client);
    return { id, pseudonym: input.client.pseudonym, isMinor: input.client.isMinor };
  } catch (error) {
    throw under("client", error);
  }
}

/** After the case, since who sees a field of a client may hang on whose case it is. */
async function writeClientFields(ctx: TxCtx, clientId: string, { client, clientOwn }: Input): Promise<AuditEntry[]> {
  if (!client || !clientOwn) return [];
  const { keyId } = await findClient(ctx, clientId);
  const of = { record: "client", recordId: clientId, clientId } as const;
  try {
    return await writeCustomValues(ctx, of, await openVault(ctx, keyId), clientOwn, "opening");
  } catch (error) {
    throw under("clientOwn", error);
  }
}

async function writeSubject(
  ctx: TxCtx,
  vault: Vault,
  input: Input,
): Promise<{ accountIds: string[]; audit: AuditEntry[] }> {
  const subjectId = newId();
  const place = { orgId: ctx.orgId, caseId: input.id };
  const sealAt = (column: string) => ({ table: "subjects", column, row: subjectId });
  await ctx.db.insert(subjects).values({
    ...place,
    id: subjectId,
    number: 1,
    allegedName: vault.sealMaybe(sealAt("alleged_name"), input.subject.allegedName),
    allegedPlace: vault.sealMaybe(sealAt("alleged_place"), input.subject.allegedPlace),
    addedAt: ctx.now,
  });
  const added: AuditEntry = { action: "subject.added", subjectId, caseId: input.id, detail: {} };
  const tokens = await openTokens(ctx);
  const named = subjectTokens(tokens, ctx.orgId, { id: subjectId, allegedName: input.subject.allegedName });
  if (named.length > 0) await ctx.db.insert(searchTokens).values(named);
  if (input.accounts.length === 0) return { accountIds: [], audit: [added] };
  const rows = input.accounts.map((draft, at) =>
    accountRow(place, { id: newId(), number: at + 1, subjectId, addedAt: ctx.now }, draft),
  );
  const today = civilDate(ctx.now, "UTC");
  await ctx.db.insert(accounts).values(rows);
  const read = rows.filter(({ handle }) => handle !== handleNotKnown);
  if (read.length > 0)
    await ctx.db.insert(accountHandles).values(
      read.map((row) => ({
        ...place,
        id: newId(),
        accountId: row.id,
        handle: row.handle,
        seenOn: row.firstSeenOn ?? today,
      })),
    );
  const theirs = rows.flatMap((row) => accountTokens(tokens, ctx.orgId, row));
  if (theirs.length > 0) await ctx.db.insert(searchTokens).values(theirs);
  await watchHits(
    ctx,
    theirs.map(({ token }) => token),
  );
  return {
    accountIds: rows.map((row) => row.id),
    audit: [
      added,
      ...rows.map((row): AuditEntry => {
        const detail = { platform: row.platform, hasPlatformId: row.platformId !== null };
        return { action: "account.linked", subjectId: row.id, caseId: input.id, detail };
      }),
    ],
  };
}

async function writeIncidents(
  ctx: TxCtx,
  vault: Vault,
  input: Input,
  by: { ownerId: string; accountIds: string[] },
): Promise<AuditEntry[]> {
  if (input.incidents.length === 0) return [];
  const counted = { act: 0, event: 0 };
  // Those whose time is not known come last, as they were typed.
  const timeOf = (draft: Input["incidents"][number]) => knownTime(draft)?.getTime() ?? Number.POSITIVE_INFINITY;
  const inTime = input.incidents.toSorted((a, b) => (timeOf(a) === timeOf(b) ? 0 : timeOf(a) - timeOf(b)));
  const versions: (string | null)[] = [];
  for (const { nature, natureChoice, kind } of inTime) {
    const chosen = { key: nature, choice: natureChoice };
    versions.push(await settleChoice(ctx, chosen, { list: kind, field: "incidents" }));
  }
  const rows = inTime.map((draft, at) => {
    const id = newId();
    counted[draft.kind] += 1;
    return {
      ...incidentFacts(vault, id, draft, versions[at] ?? null),
      id,
      orgId: ctx.orgId,
      caseId: input.id,
      number: counted[draft.kind],
      accountId: draft.account === null ? null : (by.accountIds[draft.account] ?? null),
      loggedBy: by.ownerId,
      loggedAt: ctx.now,
    };
  });
  await ctx.db.insert(incidents).values(rows);
  return rows.map((row) => ({
    action: "incident.logged",
    subjectId: row.id,
    caseId: input.id,
    detail: { kind: row.kind },
  }));
}

/** The ground on which the organisation works on it, if it was given at opening. */
async function writeConsent(
  ctx: TxCtx,
  vault: Vault,
  { id: caseId, consent }: Input,
  by: { ownerId: string; zone: string },
): Promise<AuditEntry[]> {
  if (!consent) return [];
  const row = { id: newId(), orgId: ctx.orgId, caseId, recordedBy: by.ownerId, recordedAt: ctx.now };
  const recorded = atConsent(() => consentRow(vault, row, by.zone, consent));
  await ctx.db.insert(consents).values(recorded);
  const detail = { ground: recorded.ground, way: recorded.way, givenOn: recorded.givenOn };
  return [{ action: "consent.recorded", subjectId: row.id, caseId, detail }];
}

/** The fields of an error as the form that opens a case names them. */
function atConsent<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw under("consent", error);
  }
}

function under(part: string, error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const fields = Object.entries(error.fields).map(([field, message]) => [`${part}.${field}`, message]);
  return new AppError(error.code, error.message, Object.fromEntries(fields));
}

/** In the transaction that opens the case, so that no file can arrive in between. */
async function stopForMinor(
  ctx: TxCtx,
  vault: Vault,
  input: Input,
  by: { ownerId: string; isMinor: boolean },
): Promise<AuditEntry[]> {
  if (!input.incidents.some((incident) => mayShowMinor(incident.nature, by.isMinor))) return [];
  const row = { id: newId(), orgId: ctx.orgId, caseId: input.id, setBy: by.ownerId, setAt: ctx.now };
  await ctx.db.insert(imageStops).values(stopRow(vault, row, stopByRecord));
  return [{ action: "images.stopped", subjectId: row.id, caseId: input.id, detail: { by: "record" } }];
}
