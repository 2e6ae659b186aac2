import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts, imageSightings, imageStops, members } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { findClient } from "@/lib/casework/clients/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { findAgency, findPlatform, findPlaybook, type Law } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { isStopped } from "./access";
import { stopGuides } from "./rules";
import type { SightingView, StopDesk, StopView } from "./types";

/** Whether a case currently accepts no files, and whether its client is under 18. @throws AppError not_found */
export const readStopState = query(
  "case.read",
  async (ctx, caseId: string): Promise<{ stopped: boolean; clientIsMinor: boolean }> => {
    const row = await findCase(ctx, caseId);
    const { isMinor } = await findClient(ctx, row.clientId);
    return { stopped: await isStopped(ctx, row.id), clientIsMinor: isMinor };
  },
);

/** All that the page of the hard stop shows. @throws AppError not_found */
export const readStopDesk = query("case.read", async (ctx, caseId: string): Promise<StopDesk> => {
  const row = await findCase(ctx, caseId);
  const law = await readLaw(ctx);
  const vault = await openVault(ctx, row.keyId);
  const playbook = findPlaybook(row.pair, row.playbookVersion, law);
  const stops = await stopsOf(ctx, vault, row.id);
  const open = stops.find((stop_) => stop_.view.lifted === null) ?? null;
  return {
    stop: open?.view ?? null,
    before: stops.map((stop_) => stop_.view).filter((view) => view.lifted !== null),
    sightings: await sightingsOf(ctx, vault, row.id, law),
    guides: playbook ? stopGuides(playbook, law) : [],
    supervisors: await supervisorsOf(ctx),
    mayLift: open !== null && ctx.actor.role === "supervisor" && open.setBy !== ctx.actor.memberId,
    clientIsMinor: (await findClient(ctx, row.clientId)).isMinor,
  };
});

async function stopsOf(ctx: TxCtx, vault: Vault, caseId: string): Promise<{ setBy: string; view: StopView }[]> {
  const lifter = alias(members, "lifter");
  const rows = await ctx.db
    .select({ stop: imageStops, setBy: members.name, liftedBy: lifter.name })
    .from(imageStops)
    .innerJoin(members, eq(members.id, imageStops.setBy))
    .leftJoin(lifter, eq(lifter.id, imageStops.liftedBy))
    .where(and(eq(imageStops.orgId, ctx.orgId), eq(imageStops.caseId, caseId)))
    .orderBy(desc(imageStops.setAt), desc(imageStops.id));
  return rows.map(({ stop, setBy, liftedBy }) => {
    const place = (column: string) => ({ table: "image_stops", column, row: stop.id });
    const lifted = stop.liftedAt && {
      by: liftedBy ?? t("Not known"),
      at: stop.liftedAt,
      reason: vault.openMaybe(place("lifted_reason"), stop.liftedReason) ?? "",
    };
    const reason = vault.open(place("reason"), stop.reason);
    return { setBy: stop.setBy, view: { id: stop.id, reason, setBy, setAt: stop.setAt, lifted } };
  });
}

async function sightingsOf(ctx: TxCtx, vault: Vault, caseId: string, law: Law): Promise<SightingView[]> {
  const rows = await ctx.db
    .select({ seen: imageSightings, account: accounts, by: members.name })
    .from(imageSightings)
    .leftJoin(accounts, and(eq(accounts.orgId, imageSightings.orgId), eq(accounts.id, imageSightings.accountId)))
    .innerJoin(members, eq(members.id, imageSightings.recordedBy))
    .where(and(eq(imageSightings.orgId, ctx.orgId), eq(imageSightings.caseId, caseId)))
    .orderBy(desc(imageSightings.seenAt), desc(imageSightings.id));
  const platformName = (key: string | null) => key && (findPlatform(key, law)?.name ?? key);
  return rows.map(({ seen, account, by }) => {
    const place = (column: string) => ({ table: "image_sightings", column, row: seen.id });
    const { id, seenAt, seenZone, reportedAt, recordedAt } = seen;
    return {
      id,
      seenAt,
      seenZone,
      reportedAt,
      recordedAt,
      recordedBy: by,
      url: vault.open(place("url"), seen.url),
      platformName: platformName(seen.platform ?? account?.platform ?? null),
      account: account && `A${account.number} ${platformName(account.platform)}, ${account.handle}`,
      platformAccountId: vault.openMaybe(place("platform_account_id"), seen.platformAccountId),
      reportedTo: seen.reportedTo && (findAgency(seen.reportedTo, law)?.name ?? seen.reportedTo),
      reportReference: vault.openMaybe(place("report_reference"), seen.reportReference),
      note: vault.openMaybe(place("note"), seen.note),
    };
  });
}

async function supervisorsOf(ctx: TxCtx): Promise<string[]> {
  const rows = await ctx.db
    .select({ name: members.name })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), eq(members.role, "supervisor"), isNull(members.removedAt)))
    .orderBy(asc(members.name));
  return rows.map((row) => row.name);
}
