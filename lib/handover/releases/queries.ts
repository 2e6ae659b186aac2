import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { exhibits, liaisons, members, releaseRecipients, releases } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { civilDate } from "@/lib/platform/time/clock";
import { readHeld } from "./read-held";
import { releaseState } from "./rules";
import type { RecipientView, ReleaseView } from "./types";

/** The releases signed by the client, newest first, including ended ones. @throws AppError not_found */
export const listReleases = query("case.read", async (ctx, caseId: string): Promise<ReleaseView[]> => {
  const row = await findCase(ctx, caseId);
  const today = civilDate(ctx.now, findPlaybook(row.pair, row.playbookVersion)?.home.zone ?? "UTC");
  const [found, named] = await Promise.all([
    ctx.db
      .select({ release: releases, by: members.name, scan: exhibits.number })
      .from(releases)
      .innerJoin(members, eq(members.id, releases.grantedBy))
      .leftJoin(exhibits, eq(exhibits.id, releases.exhibitId))
      .where(and(eq(releases.orgId, ctx.orgId), eq(releases.caseId, row.id)))
      .orderBy(desc(releases.number)),
    recipientsOf(ctx, row.id),
  ]);
  return found.map(({ release, by, scan }) => {
    const { orgId: _org, caseId: _case, ...rest } = release;
    const all = named.get(release.id) ?? [];
    return {
      ...rest,
      code: `REL-${release.number}`,
      exhibit: scan === null ? null : exhibitLabel(scan),
      grantedBy: by,
      state: releaseState(release, today),
      officers: all.filter((recipient) => !recipient.takenOff),
      takenOff: all.filter((recipient) => recipient.takenOff),
    };
  });
});

/** The officers whom the releases of a case name, by release. */
async function recipientsOf(ctx: TxCtx, caseId: string): Promise<Map<string, RecipientView[]>> {
  const rows = await ctx.db
    .select({ recipient: releaseRecipients, officer: liaisons })
    .from(releaseRecipients)
    .innerJoin(liaisons, eq(liaisons.memberId, releaseRecipients.memberId))
    .where(and(eq(releaseRecipients.orgId, ctx.orgId), eq(releaseRecipients.caseId, caseId)))
    .orderBy(asc(releaseRecipients.confirmedAt), asc(releaseRecipients.id));
  if (rows.length === 0) return new Map();
  const [people, held] = await Promise.all([
    ctx.db.select({ id: members.id, name: members.name }).from(members),
    readHeld(ctx, caseId),
  ]);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? t("A former colleague");
  const found = new Map<string, RecipientView[]>();
  for (const { recipient, officer } of rows) {
    const { releaseId, memberId, confirmedBy, confirmedAt, takenOffAt, takenOffBy, takenOffReason } = recipient;
    const view: RecipientView = {
      id: memberId,
      who: `${officer.rank} ${nameOf(memberId)}, ${officer.agency} ${officer.unit}`,
      confirmedBy: nameOf(confirmedBy),
      confirmedAt,
      takenOff: takenOffAt && { at: takenOffAt, by: nameOf(takenOffBy ?? ""), reason: takenOffReason ?? "" },
      holds: held.get(memberId) ?? [],
    };
    found.set(releaseId, [...(found.get(releaseId) ?? []), view]);
  }
  return found;
}
