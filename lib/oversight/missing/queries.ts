import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { accounts, charges, exhibits, incidents } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { matterNotWritten } from "@/lib/casework/cases/labels";
import { readClient, readSafeContact } from "@/lib/casework/clients/queries";
import { listConsents } from "@/lib/casework/consents/queries";
import { incidentCode, isDated } from "@/lib/casework/incidents/rules";
import { accountCode } from "@/lib/casework/subjects/rules";
import { opensOf } from "@/lib/documents/papers/rules";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { listReleases } from "@/lib/handover/releases/queries";
import { query } from "@/lib/kernel/access/query";
import { templatesFor } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { needsOf } from "@/lib/packets/packets/drafting/kinds";
import { readOwnNeeds } from "@/lib/packets/packets/drafting/read-own-needs";
import { packetKinds } from "@/lib/packets/packets/labels";
import { t } from "@/lib/platform/language/translate";
import { missingOf } from "./rules";
import type { MissingFor } from "./types";

/** The packet that a case needs first. */
const firstPacket = "docket_pack";

/** What a case lacks, and for what; empty for one that has all, and for a closed one. @throws AppError not_found */
export const listMissing = query("case.read", async (ctx, caseId: string): Promise<MissingFor[]> => {
  const found = await findCase(ctx, caseId);
  if (found.closedAt) return [];
  const [law, told, ids, named, kept, signed, client, { standing }, safeContact, own] = await Promise.all([
    readLaw(ctx),
    ctx.db
      .select({
        kind: incidents.kind,
        number: incidents.number,
        happenedAt: incidents.happenedAt,
        accountId: incidents.accountId,
      })
      .from(incidents)
      .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, found.id)))
      .orderBy(asc(incidents.kind), asc(incidents.number)),
    ctx.db
      .select({ number: accounts.number, platformId: accounts.platformId })
      .from(accounts)
      .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, found.id)))
      .orderBy(asc(accounts.number)),
    ctx.db.select({ id: charges.id }).from(charges).where(eq(charges.caseId, found.id)).limit(1),
    ctx.db.select({ id: exhibits.id }).from(exhibits).where(eq(exhibits.caseId, found.id)).limit(1),
    listReleases(ctx, found.id),
    readClient(ctx, found.clientId),
    listConsents(ctx, found.id),
    readSafeContact(ctx, found.clientId),
    readOwnNeeds(ctx, found.id),
  ]);
  const playbook = playbookOf(found, law);
  const statement = templatesFor(playbook, law).find(
    ({ voice, about, since }) => voice?.calls === "I" && about === "case" && since === null,
  );
  const releases = signed.filter(
    ({ state, officers }) => ["in_force", "ends_soon"].includes(state) && officers.length > 0,
  );
  const roles = new Set(releases.flatMap(({ recipientRole }) => recipientRole ?? []));
  const dated = told.filter(isDated);
  const record = { incidents: dated, accounts: ids, charges: named, exhibits: kept };
  return missingOf({
    caseId: found.id,
    clientId: found.clientId,
    isDescribed: found.matter !== matterNotWritten,
    riskAssessed: found.riskAssessed,
    clientIsMinor: client.isMinor,
    safeContact,
    has: client.has,
    consent: standing,
    statement: statement ? opensOf(statement) : null,
    incidents: told.map((row) => ({
      code: incidentCode(row.kind, row.number),
      isDated: isDated(row),
      hasAccount: row.accountId !== null || row.kind === "event",
    })),
    needsId: ids.filter(({ platformId }) => platformId === null).map(({ number }) => accountCode(number)),
    packet: {
      label: t("For a packet ({name})", { name: packetKinds[firstPacket].label.toLowerCase() }),
      needs: needsOf(firstPacket, { record, roles, refusals: 0, authority: null, own }),
    },
  });
});
