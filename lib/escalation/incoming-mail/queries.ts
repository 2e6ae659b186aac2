import "server-only";
import { and, count, desc, eq, gte, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, dataKeys, exhibits, incomingMails, letters, replyAddresses } from "@/db/schema";
import { findCase, isRestricted } from "@/lib/casework/cases/access";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { readReading } from "@/lib/escalation/ladder/queries";
import { letterCode, stepChoices } from "@/lib/escalation/letters/rules";
import type { StepChoice } from "@/lib/escalation/letters/types";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault, vaultOf } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { addHours } from "@/lib/platform/time/clock";
import { findMail, hashReplyToken, type MailRow, readMailDays, unfiledBefore } from "./access";
import {
  counterpartPlace,
  factsPlace,
  readAttachmentMarks,
  readCounterpart,
  readFacts,
  type Standing,
  writerOf,
} from "./rules";
import type { HeldReason, MailFacts, MailLine, MailView, ReplyAddressView } from "./types";

/** The reply addresses of this organisation that a mail names. */
export const findNamedAddresses = query("job.run", async (ctx, tokens: readonly string[]) => {
  if (tokens.length === 0) return [];
  const hashes = tokens.map(hashReplyToken);
  return ctx.db
    .select({ id: replyAddresses.id, caseId: replyAddresses.caseId })
    .from(replyAddresses)
    .where(and(eq(replyAddresses.orgId, ctx.orgId), inArray(replyAddresses.tokenHash, hashes)));
});

/** How things stand with an address and its case at this moment. @throws AppError not_found */
export const readStanding = query("job.run", async (ctx, addressId: string): Promise<Standing> => {
  const [found] = await ctx.db
    .select({ address: replyAddresses, keyId: cases.keyId, closedAt: cases.closedAt })
    .from(replyAddresses)
    .innerJoin(cases, and(eq(cases.orgId, replyAddresses.orgId), eq(cases.id, replyAddresses.caseId)))
    .where(and(eq(replyAddresses.orgId, ctx.orgId), eq(replyAddresses.id, addressId)));
  if (!found) throw new Error("The address is gone.");
  const { address, keyId, closedAt } = found;
  const vault = await openVault(ctx, keyId);
  return {
    ended: address.endedAt !== null,
    closed: closedAt !== null,
    restricted: await isRestricted(ctx, address.caseId),
    stopped: await isStopped(ctx, address.caseId),
    counterpart: readCounterpart(vault.open(counterpartPlace(address.id), address.counterpart)),
  };
});

type Marks = { fingerprint: Buffer; messageHash: Buffer | null; senderHash: Buffer | null; addressId: string | null };

/** Whether this very mail is here, another one that calls itself the same, how many wait that name no address, and came lately. */
export const readBefore = query("job.run", async (ctx, { fingerprint, messageHash, senderHash, addressId }: Marks) => {
  const ours = eq(incomingMails.orgId, ctx.orgId);
  const [same] = await ctx.db
    .select({ id: incomingMails.id, state: incomingMails.state, fileId: incomingMails.fileId })
    .from(incomingMails)
    .where(and(ours, eq(incomingMails.fingerprint, fingerprint)));
  const sameId = messageHash
    ? await ctx.db.$count(incomingMails, and(ours, eq(incomingMails.messageHash, messageHash)))
    : 0;
  const unknown = await ctx.db.$count(
    incomingMails,
    and(ours, isNull(incomingMails.caseId), eq(incomingMails.state, "held")),
  );
  const lately = gte(incomingMails.receivedAt, addHours(ctx.now, -1));
  const sameKind = or(
    senderHash ? eq(incomingMails.senderHash, senderHash) : undefined,
    addressId ? eq(incomingMails.addressId, addressId) : isNull(incomingMails.addressId),
  );
  const many = await ctx.db.$count(incomingMails, and(ours, lately, sameKind));
  return { same: same ?? null, sameId: sameId > 0, unknown, lately: many };
});

/** What the nightly job erases. */
export const listMailsToErase = query("job.run", async (ctx): Promise<string[]> => {
  const before = addHours(ctx.now, -24 * (await readMailDays(ctx)));
  const rows = await ctx.db
    .select({ id: incomingMails.id })
    .from(incomingMails)
    .where(and(eq(incomingMails.orgId, ctx.orgId), unfiledBefore(before)))
    .limit(1000);
  return rows.map(({ id }) => id);
});

/** Filed ones are listed for so many days. */
const filedDays = 30;
const mostLines = 200;

/** The mails that this person may see, newest first: what waits, what was set aside, what was filed of late. */
export const listMails = query("case.read", async (ctx): Promise<MailLine[]> => {
  const waiting = await readLines(ctx, ne(incomingMails.state, "filed"));
  const filed = await readLines(ctx, eq(incomingMails.state, "filed"));
  const since = addHours(ctx.now, -24 * filedDays);
  return [...waiting, ...filed.filter(({ receivedAt }) => receivedAt > since)];
});

/** Those of one case, newest first. @throws AppError not_found */
export const listCaseMails = query("case.read", async (ctx, caseId: string): Promise<MailLine[]> => {
  const found = await findCase(ctx, caseId);
  return readLines(ctx, eq(incomingMails.caseId, found.id));
});

async function readLines(ctx: TxCtx, which: SQL): Promise<MailLine[]> {
  const rows = await ctx.db
    .select({ mail: incomingMails, wrapped: dataKeys.wrapped, code: cases.code, pseudonym: cases.pseudonym })
    .from(incomingMails)
    .innerJoin(dataKeys, and(eq(dataKeys.orgId, incomingMails.orgId), eq(dataKeys.id, incomingMails.keyId)))
    .leftJoin(cases, and(eq(cases.orgId, incomingMails.orgId), eq(cases.id, incomingMails.caseId)))
    .where(and(eq(incomingMails.orgId, ctx.orgId), which))
    .orderBy(desc(incomingMails.receivedAt), desc(incomingMails.id))
    .limit(mostLines);
  const days = await readMailDays(ctx);
  return rows.map(({ mail, wrapped, code, pseudonym }) => {
    const facts = factsIn(vaultOf(ctx, mail.keyId, wrapped), mail);
    return lineOf(mail, facts, { code, pseudonym }, days);
  });
}

async function openFacts(ctx: TxCtx, mail: MailRow): Promise<MailFacts> {
  return factsIn(await openVault(ctx, mail.keyId), mail);
}

const factsIn = (vault: Vault, mail: MailRow): MailFacts => readFacts(vault.open(factsPlace(mail.id), mail.facts));

type OfCase = { code: string | null; pseudonym: string | null };

function lineOf(mail: MailRow, facts: MailFacts, { code, pseudonym }: OfCase, days: number): MailLine {
  const { id, receivedAt, state, byItself, apart, caseId, decidedAt } = mail;
  const since = state === "held" ? receivedAt : state === "set_aside" ? decidedAt : null;
  return {
    id,
    receivedAt,
    from: writerOf(facts),
    subject: facts.subject,
    state,
    byItself,
    reasons: mail.reasons as HeldReason[],
    apart,
    attachments: facts.attachments.length,
    case: caseId && code && pseudonym ? { id: caseId, code, pseudonym } : null,
    erasedAt: since && addHours(since, 24 * days),
  };
}

/** One mail with all that is known of it. @throws AppError not_found */
export const readMail = query("case.read", async (ctx, mailId: string): Promise<MailView> => {
  const mail = await findMail(ctx, mailId);
  const of = mail.caseId ? await findCase(ctx, mail.caseId) : null;
  const facts = await openFacts(ctx, mail);
  const days = await readMailDays(ctx);
  const [address] = mail.addressId
    ? await ctx.db.select().from(replyAddresses).where(eq(replyAddresses.id, mail.addressId))
    : [];
  const [letter] = mail.letterId ? await ctx.db.select().from(letters).where(eq(letters.id, mail.letterId)) : [];
  const ofCase = of && (await openVault(ctx, of.keyId));
  const marks = readAttachmentMarks(mail.attachmentExhibits);
  const made = await readExhibits(ctx, [...marks.values(), ...(mail.exhibitId ? [mail.exhibitId] : [])]);
  const names = await namesOf(ctx, [mail.decidedBy]);
  return {
    ...lineOf(mail, facts, { code: of?.code ?? null, pseudonym: of?.pseudonym ?? null }, days),
    facts,
    size: mail.size,
    sha256: mail.sha256,
    kept: mail.fileId !== null,
    counterpart:
      address && ofCase ? readCounterpart(ofCase.open(counterpartPlace(address.id), address.counterpart)) : null,
    decidedAt: mail.decidedAt,
    decidedBy: mail.decidedBy && (names.get(mail.decidedBy) ?? null),
    letter: letter
      ? { id: letter.id, code: letterCode("in", letter.number), withdrawn: letter.withdrawnAt !== null }
      : null,
    exhibit: made.get(mail.exhibitId ?? "") ?? null,
    attachmentExhibits: Object.fromEntries(
      [...marks].flatMap(([index, exhibitId]) => {
        const exhibit = made.get(exhibitId);
        return exhibit ? [[index, exhibit]] : [];
      }),
    ),
  };
});

async function readExhibits(ctx: TxCtx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { id: string; label: string }>();
  const rows = await ctx.db
    .select({ id: exhibits.id, number: exhibits.number })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), among(exhibits.id, [...ids])));
  return new Map(rows.map(({ id, number }) => [id, { id, label: exhibitLabel(number) }]));
}

/** What becoming evidence needs: the bytes of the mail, and the keys of both. @throws AppError not_found */
export const readKeptMail = query("case.read", async (ctx, mailId: string) => {
  const mail = await findMail(ctx, mailId);
  const of = mail.caseId ? await findCase(ctx, mail.caseId) : null;
  return { ...mail, caseKeyId: of?.keyId ?? null, words: await openFacts(ctx, mail) };
});

/** The reply addresses of a case, newest first, and the steps that one may be about. @throws AppError not_found */
export const readReplyAddresses = query(
  "case.read",
  async (ctx, caseId: string): Promise<{ addresses: ReplyAddressView[]; steps: readonly StepChoice[] }> => {
    const found = await findCase(ctx, caseId);
    const rows = await ctx.db
      .select()
      .from(replyAddresses)
      .where(and(eq(replyAddresses.orgId, ctx.orgId), eq(replyAddresses.caseId, found.id)))
      .orderBy(desc(replyAddresses.madeAt), desc(replyAddresses.id))
      .limit(mostLines);
    const [vault, names, reading] = await Promise.all([
      openVault(ctx, found.keyId),
      namesOf(
        ctx,
        rows.map(({ madeBy }) => madeBy),
      ),
      readReading(ctx, found),
    ]);
    const addresses = rows.map(({ id, counterpart, step, madeAt, madeBy, endedAt }) => ({
      id,
      counterpart: readCounterpart(vault.open(counterpartPlace(id), counterpart)),
      step,
      madeAt,
      madeBy: names.get(madeBy) ?? null,
      endedAt,
    }));
    return { addresses, steps: stepChoices(reading) };
  },
);

/** How many mails wait, for the number in the side bar. */
export const countHeld = async (ctx: TxCtx): Promise<number> => {
  const [row] = await ctx.db
    .select({ held: count() })
    .from(incomingMails)
    .where(and(eq(incomingMails.orgId, ctx.orgId), eq(incomingMails.state, "held"), isNull(incomingMails.apart)));
  return row?.held ?? 0;
};

/** After how many days a mail that nobody filed is erased, for the form that sets it. */
export const readMailSetting = query("people.read", readMailDays);
