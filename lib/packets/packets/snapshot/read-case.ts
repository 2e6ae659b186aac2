import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq, isNotNull, lt } from "drizzle-orm";
import {
  accountHandles,
  accounts,
  cases,
  charges,
  custodyEvents,
  exhibits,
  incidentExhibits,
  incidents,
  members,
  organisations,
  packets,
  references,
  releases,
  subjects,
} from "@/db/schema";
import { readConsidered } from "@/lib/casework/charges/access";
import { readAssessments } from "@/lib/casework/danger/read-assessments";
import { isDated } from "@/lib/casework/incidents/rules";
import { identifiersOf, valuePlace } from "@/lib/casework/subjects/identifiers/access";
import { ladderOf } from "@/lib/escalation/ladder/queries";
import type { LadderView } from "@/lib/escalation/ladder/types";
import { readPreservations } from "@/lib/escalation/preservation/read-preservations";
import { readLooks } from "@/lib/escalation/takedowns/read-looks";
import { readClearances } from "@/lib/evidence/clearances/access";
import { misnamedAs } from "@/lib/evidence/exhibits/rules";
import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import { readTranscripts } from "@/lib/evidence/transcripts/read-transcripts";
import { readTranslations } from "@/lib/evidence/translations/read-translations";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { readHolders } from "../read-holders";
import { readDerived } from "./derived";
import { readNamedOfficers } from "./named-officers";
import { protectedValues } from "./protected-values";

/**
 * Everything about one case that a packet may contain, read once, with values under the case's key decrypted. The
 * client's own values are included only for the leak check: nothing printed is made from them.
 * @throws AppError not_found
 */
export async function readCase(ctx: TxCtx, caseId: string) {
  const mine = and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId));
  const [found] = await ctx.db.select().from(cases).where(mine);
  if (!found) throw new AppError("not_found", t("No such case."));
  const vault = await openVault(ctx, found.keyId);
  const [org] = await ctx.db
    .select({ name: organisations.name, deskEmail: organisations.deskEmail, deskPhone: organisations.deskPhone })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId));
  const people = await ctx.db.select({ id: members.id, code: members.code }).from(members);
  const exhibitRows = await ctx.db.select().from(exhibits).where(eq(exhibits.caseId, caseId)).orderBy(exhibits.number);
  const incidentRows = await ctx.db
    .select()
    .from(incidents)
    .where(eq(incidents.caseId, caseId))
    .orderBy(incidents.number);
  const opened = incidentRows.map((row) => ({
    ...row,
    words: vault.openMaybe({ table: "incidents", column: "words", row: row.id }, row.words),
    what: vault.open({ table: "incidents", column: "what", row: row.id }, row.what),
  }));
  const subjectRows = await ctx.db.select().from(subjects).where(eq(subjects.caseId, caseId)).orderBy(subjects.number);
  return {
    case: { ...found, considered: await readConsidered(ctx, found) },
    org: { name: org?.name ?? "", deskEmail: org?.deskEmail ?? null, deskPhone: org?.deskPhone ?? null },
    codeOf: new Map(people.map((person) => [person.id, person.code])),
    client: await protectedValues(ctx, found.clientId),
    subjects: subjectRows.map((row) => ({
      ...row,
      allegedName: vault.openMaybe({ table: "subjects", column: "alleged_name", row: row.id }, row.allegedName),
      allegedPlace: vault.openMaybe({ table: "subjects", column: "alleged_place", row: row.id }, row.allegedPlace),
    })),
    identifiers: (await identifiersOf(ctx, caseId)).map((row) => ({
      ...row,
      value: vault.open(valuePlace(row.id), row.value),
    })),
    accounts: await ctx.db.select().from(accounts).where(eq(accounts.caseId, caseId)).orderBy(accounts.number),
    handles: await ctx.db
      .select()
      .from(accountHandles)
      .where(eq(accountHandles.caseId, caseId))
      .orderBy(accountHandles.seenOn),
    incidents: opened.filter(isDated),
    // An act without a time is told to nobody; its words may still ask whether there is danger.
    undated: opened.filter((row) => !isDated(row)),
    links: await ctx.db.select().from(incidentExhibits).where(eq(incidentExhibits.caseId, caseId)),
    exhibits: exhibitRows.map((row) => ({
      ...row,
      description: vault.open({ table: "exhibits", column: "description", row: row.id }, row.description),
      sourceUrl: vault.openMaybe({ table: "exhibits", column: "source_url", row: row.id }, row.sourceUrl),
      // In words, and never the name itself: it may name a person.
      misnamed: misnamedAs(
        vault.open({ table: "exhibits", column: "original_name", row: row.id }, row.originalName),
        row.lookedAt ? (row.look as ExhibitLook) : null,
      ),
    })),
    derived: await readDerived(ctx, vault, caseId),
    looks: await readClearances(ctx, caseId),
    custody: await ctx.db
      .select()
      .from(custodyEvents)
      .where(eq(custodyEvents.caseId, caseId))
      .orderBy(custodyEvents.exhibitId, custodyEvents.seq),
    references: await ctx.db
      .select()
      .from(references)
      .where(eq(references.caseId, caseId))
      .orderBy(references.recordedAt, references.id),
    reports: reportsOf(await ladderOf(ctx, found)),
    preservations: await readPreservations(ctx, caseId),
    charges: await ctx.db.select().from(charges).where(eq(charges.caseId, caseId)).orderBy(charges.number),
    releases: await ctx.db.select().from(releases).where(eq(releases.caseId, caseId)).orderBy(releases.number),
    named: await readNamedOfficers(ctx, caseId),
    assessments: await readAssessments(ctx, vault, caseId),
    translations: await readTranslations(ctx, vault, caseId),
    transcripts: await readTranscripts(ctx, vault, caseId),
    addresses: await readLooks(ctx, vault, found),
  };
}

/** The state of each report to a platform. */
const reportsOf = ({ levels }: LadderView) =>
  levels.flatMap((level) => level.rows.flatMap((row) => [row.home, row.there])).flatMap((step) => step?.parts ?? []);

export type CaseRecord = Awaited<ReturnType<typeof readCase>>;

/**
 * Who holds earlier versions, in the portal, by a link and on paper, and the newest of them that was built.
 * @param keyId the case's key
 */
export async function readEarlier(
  ctx: TxCtx,
  packet: { caseId: string; number: number; version: number },
  keyId: string,
) {
  const earlier = and(
    eq(packets.caseId, packet.caseId),
    eq(packets.number, packet.number),
    lt(packets.version, packet.version),
  );
  const [previous] = await ctx.db
    .select()
    .from(packets)
    .where(and(earlier, isNotNull(packets.builtAt), isNotNull(packets.snapshot)))
    .orderBy(desc(packets.version))
    .limit(1);
  const versions = await ctx.db
    .select({ id: packets.id, version: packets.version })
    .from(packets)
    .where(earlier)
    .orderBy(asc(packets.version));
  const held = await readHolders(
    ctx,
    versions.map(({ id }) => id),
    keyId,
  );
  const holders = versions.flatMap(({ id, version }) => (held.get(id) ?? []).map((holder) => ({ ...holder, version })));
  return { previous: previous ?? null, holders };
}

export type Earlier = Awaited<ReturnType<typeof readEarlier>>;
