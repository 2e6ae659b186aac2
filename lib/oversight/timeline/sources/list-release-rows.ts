import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { releases } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { onDay } from "../rules";
import type { SourceRow, Traced } from "../types";

/** What the client allowed to be given, and what was taken back. */
export async function listReleaseRows(ctx: TxCtx, { row, zone }: Traced): Promise<SourceRow[]> {
  const rows = await ctx.db
    .select()
    .from(releases)
    .where(and(eq(releases.orgId, ctx.orgId), eq(releases.caseId, row.id)));
  return rows.flatMap((release) => {
    const code = t("REL-{number}", { number: release.number });
    const same = { kind: "release", party: "client", href: `/cases/${row.id}/releases` } as const;
    const signed: SourceRow = {
      ...same,
      key: `release-${release.id}`,
      at: onDay(release.signedOn, release.grantedAt, zone),
      day: release.signedOn,
      title: t("{code} signed", { code }),
      words: () => [release.recipient, release.purpose].join("\n"),
      byId: release.grantedBy,
    };
    if (!release.revokedAt) return [signed];
    const revoked: SourceRow = {
      ...same,
      key: `release-${release.id}-revoked`,
      at: release.revokedAt,
      day: null,
      title: t("{code} revoked", { code }),
      words: () => release.revokedReason,
      byId: null,
    };
    return [signed, revoked];
  });
}
