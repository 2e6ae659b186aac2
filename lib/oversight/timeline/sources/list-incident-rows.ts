import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { accounts, choiceVersions, incidents } from "@/db/schema";
import { natureLabel } from "@/lib/casework/cases/labels";
import { incidentCode } from "@/lib/casework/incidents/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { wordsRecorded } from "@/lib/organisation/choices/rules";
import { t } from "@/lib/platform/language/translate";
import type { SourceRow, Traced } from "../types";

/** What the subject did, and other events that a packet may name. */
export async function listIncidentRows(ctx: TxCtx, { row, vault, most }: Traced): Promise<SourceRow[]> {
  const rows = await ctx.db
    .select({ incident: incidents, platform: accounts.platform, labels: choiceVersions.labels })
    .from(incidents)
    .leftJoin(choiceVersions, eq(choiceVersions.id, incidents.natureVersion))
    .leftJoin(accounts, eq(accounts.id, incidents.accountId))
    .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, row.id)))
    .orderBy(desc(incidents.happenedAt))
    .limit(most);
  return rows.map(({ incident, platform, labels }) => {
    const nature = wordsRecorded(labels, natureLabel(incident.nature));
    const code = incidentCode(incident.kind, incident.number);
    const place = (column: string) => ({ table: "incidents", column, row: incident.id });
    return {
      key: `incident-${incident.id}`,
      kind: incident.kind,
      // One whose time is not known stands where it was recorded, and says so.
      at: incident.happenedAt ?? incident.loggedAt,
      day: null,
      zone: incident.zone,
      title: incident.happenedAt ? `${code} ${nature}` : t("{code} {nature}, time not known", { code, nature }),
      words: () => {
        const quoted = vault.openMaybe(place("words"), incident.words);
        const what = vault.open(place("what"), incident.what);
        return quoted ? `${what}\n“${quoted}”` : what;
      },
      byId: incident.loggedBy,
      accountId: incident.accountId,
      platform,
      href: `/cases/${row.id}/incidents#${code}`,
    };
  });
}
