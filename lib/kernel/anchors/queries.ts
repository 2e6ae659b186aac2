import "server-only";
import { desc, eq } from "drizzle-orm";
import { auditAnchors, auditEntries } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { env } from "@/lib/platform/env";
import { hasMailServer } from "@/lib/platform/mail/smtp";

export type AnchorState = {
  /** The last entry that is anchored, and when that was done. */
  last: { seq: number; madeAt: Date; stamped: boolean } | null;
  /** How many entries came since. */
  waiting: number;
  /** Where copies go automatically, in words. */
  copies: string[];
};

/** How the log is recorded outside the database. */
export const readAnchorState = query("audit.read", async ({ db, orgId }): Promise<AnchorState> => {
  const { seq, madeAt, token } = auditAnchors;
  const newest = db.select({ seq, madeAt, token }).from(auditAnchors).where(eq(auditAnchors.orgId, orgId));
  const [last] = await newest.orderBy(desc(auditAnchors.seq)).limit(1);
  const ends = db.select({ seq: auditEntries.seq }).from(auditEntries).where(eq(auditEntries.orgId, orgId));
  const [end] = await ends.orderBy(desc(auditEntries.seq)).limit(1);
  return {
    last: last ? { seq: last.seq, madeAt: last.madeAt, stamped: last.token !== null } : null,
    waiting: Math.max(0, (end?.seq ?? 0) - (last?.seq ?? 0)),
    copies: copiesOf(env(), hasMailServer()),
  };
});

function copiesOf({ S3_BUCKET, TSA_URLS }: Pick<ReturnType<typeof env>, "S3_BUCKET" | "TSA_URLS">, mail: boolean) {
  const ways: [unknown, string][] = [
    [mail, "by mail to administrators each day"],
    [S3_BUCKET, "into the bucket of the installation"],
    [TSA_URLS, "as a hash to a time authority"],
  ];
  return ways.filter(([set]) => Boolean(set)).map(([, words]) => words);
}
