import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { accounts, exhibits, incidentExhibits, incidents, members } from "@/db/schema";
import { query } from "@/lib/access/query";
import { openVault } from "@/lib/access/vault";
import { knowledgeLabel, natureLabel } from "@/lib/cases/labels";
import { findCase } from "@/lib/cases/scope";
import { findPlatform } from "@/lib/jurisdictions/rules";
import { wallTime } from "@/lib/platform/zone";
import { exhibitCode, incidentCode } from "./rules";
import type { IncidentFilter, IncidentView } from "./types";

/** What happened, in the order it happened. @throws AppError not_found */
export const listIncidents = query(
  "case.read",
  async (ctx, caseId: string, filter: IncidentFilter = "all"): Promise<IncidentView[]> => {
    const row = await findCase(ctx, caseId);
    const vault = await openVault(ctx, row.keyId);
    const kind = filter === "all" ? undefined : eq(incidents.kind, filter);
    const found = await ctx.db
      .select({ incident: incidents, account: accounts, by: members.name })
      .from(incidents)
      .leftJoin(accounts, eq(accounts.id, incidents.accountId))
      .innerJoin(members, eq(members.id, incidents.loggedBy))
      .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, row.id), kind))
      .orderBy(asc(incidents.happenedAt), asc(incidents.id));
    const ties = await ctx.db
      .select({ incidentId: incidentExhibits.incidentId, id: exhibits.id, number: exhibits.number })
      .from(incidentExhibits)
      .innerJoin(exhibits, eq(exhibits.id, incidentExhibits.exhibitId))
      .where(eq(incidentExhibits.caseId, row.id))
      .orderBy(asc(exhibits.number));
    return found.map(({ incident, account, by }) => {
      const place = (column: string) => ({ table: "incidents", column, row: incident.id });
      const { id, nature, happenedAt, zone, timeIsExact, accountId, url, isKnowledge, loggedAt } = incident;
      return {
        ...{ id, kind: incident.kind, nature, happenedAt, zone, timeIsExact, accountId, url, isKnowledge, loggedAt },
        code: incidentCode(incident.kind, incident.number),
        natureText: natureLabel(nature),
        knowledge: incident.knowledge,
        knowledgeText: isKnowledge ? knowledgeLabel(incident.knowledge ?? "other") : null,
        when: wallTime(happenedAt, zone),
        account: account
          ? `A${account.number} ${findPlatform(account.platform)?.name ?? account.platform}, ${account.handle}`
          : null,
        words: vault.openMaybe(place("words"), incident.words),
        what: vault.open(place("what"), incident.what),
        exhibits: ties
          .filter((tie) => tie.incidentId === id)
          .map((tie) => ({ id: tie.id, code: exhibitCode(tie.number) })),
        loggedBy: by,
      };
    });
  },
);

/** Exhibits of a case for a picker, by number. Their words stay sealed. @throws AppError not_found */
export const listExhibitChoices = query(
  "case.read",
  async (ctx, caseId: string): Promise<{ id: string; code: string; label: string }[]> => {
    const row = await findCase(ctx, caseId);
    const vault = await openVault(ctx, row.keyId);
    const rows = await ctx.db
      .select({ id: exhibits.id, number: exhibits.number, description: exhibits.description })
      .from(exhibits)
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, row.id)))
      .orderBy(asc(exhibits.number));
    return rows.map(({ id, number, description }) => {
      const said = vault.open({ table: "exhibits", column: "description", row: id }, description);
      return { id, code: exhibitCode(number), label: `${exhibitCode(number)} ${said.slice(0, 80)}` };
    });
  },
);
