import "server-only";
import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { auditAnchors, auditEntries, installationSteps, organisations, signingKeys } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { isFounding } from "@/lib/organisation/access-changes/access";
import type { NewestAnchor } from "./checks/examine-log";
import type { OrganisationFacts } from "./types";

/** What the checks know of the reader's organisation. @param anchor the newest anchor in the file of anchors */
export const readFacts = query("people.read", facts);

/** The same for `npm run doctor`, which enters each organisation as the worker does. */
export const readFactsAsJob = query("job.run", facts);

async function facts(ctx: TxCtx, anchor: NewestAnchor | undefined): Promise<OrganisationFacts | null> {
  const { db, orgId } = ctx;
  const named = { name: organisations.name, deskEmail: organisations.deskEmail };
  const [organisation] = await db.select(named).from(organisations).where(eq(organisations.id, orgId));
  if (!organisation) return null;
  const [people] = await db.execute<{ all_of_them: number; with_passkey: number }>(
    sql`select * from auth.count_administrators()`,
  );
  const { certificates, fingerprint, subject, origin } = signingKeys;
  const [signature] = await db
    .select({ certificates, fingerprint, subject, origin })
    .from(signingKeys)
    .where(and(eq(signingKeys.orgId, orgId), isNull(signingKeys.retiredAt)));
  const [mail] = await db
    .select({ provedAt: installationSteps.provedAt })
    .from(installationSteps)
    .where(and(eq(installationSteps.orgId, orgId), eq(installationSteps.step, "mail")));
  return {
    id: orgId,
    ...organisation,
    administrators: { all: people?.all_of_them ?? 0, withPasskey: people?.with_passkey ?? 0 },
    signature: signature ?? null,
    log: await readLog(ctx, anchor),
    mailProvedAt: mail?.provedAt ?? null,
  };
}

async function readLog({ db, orgId }: TxCtx, anchor: NewestAnchor | undefined): Promise<OrganisationFacts["log"]> {
  const ofUs = eq(auditEntries.orgId, orgId);
  const entries = db.select({ seq: auditEntries.seq }).from(auditEntries).where(ofUs);
  const [head] = await entries.orderBy(desc(auditEntries.seq)).limit(1);
  const [entry] = anchor
    ? await db
        .select({ hash: auditEntries.hash })
        .from(auditEntries)
        .where(and(ofUs, eq(auditEntries.seq, anchor.seq)))
    : [];
  const filed = and(eq(auditAnchors.orgId, orgId), isNotNull(auditAnchors.filedAt));
  const anchors = db.select({ seq: auditAnchors.seq }).from(auditAnchors).where(filed);
  const [last] = await anchors.orderBy(desc(auditAnchors.seq)).limit(1);
  const waiting = and(ofUs, gt(auditEntries.seq, anchor?.seq ?? 0));
  const after = db.select({ at: auditEntries.at }).from(auditEntries).where(waiting);
  const [first] = await after.orderBy(asc(auditEntries.seq)).limit(1);
  return {
    head: head?.seq ?? 0,
    anchored: anchor?.seq ?? null,
    agrees: !anchor || entry?.hash.toString("hex") === anchor.hash,
    missing: (last?.seq ?? 0) > (anchor?.seq ?? 0),
    since: first?.at ?? null,
  };
}

/** The steps of the first run that somebody skipped, and whether a test mail is on its way. */
export const readSteps = query("people.read", async (ctx): Promise<{ skipped: string[]; mailAskedAt: Date | null }> => {
  const rows = await ctx.db.select().from(installationSteps).where(eq(installationSteps.orgId, ctx.orgId));
  const mail = rows.find(({ step }) => step === "mail");
  return {
    skipped: rows.filter(({ skippedAt }) => skippedAt !== null).map(({ step }) => step),
    mailAskedAt: mail?.codeAt ?? null,
  };
});

/** True for an organisation that has neither a client nor a case: its administrator still sets it up. */
export const readFounding = query("people.read", isFounding);
