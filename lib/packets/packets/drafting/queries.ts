import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { packets, refusals } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { ladderOf, playbookOf } from "@/lib/escalation/ladder/queries";
import { readCovers } from "@/lib/evidence/redactions/read-covers";
import { readWordy } from "@/lib/evidence/redactions/read-wordy";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { DraftContent } from "../input";
import { packetKinds } from "../labels";
import { checklistFor, runPreflight } from "../preflight/preflight";
import { approvalField, kindOf, packetCode, viewOf } from "../rules";
import { type NamedOfficer, readNamedOfficers } from "../snapshot/named-officers";
import { referenceParts } from "../snapshot/numbers";
import { readCase } from "../snapshot/read-case";
import { authorityOf } from "../snapshot/request";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { takeSnapshot } from "../snapshot/take-snapshot";
import type { DraftChoices, KindChoice, PreflightView } from "../types";
import { askChoicesOf, inGroups } from "./ask-choices";
import { choicesOf, namedNow, refusalChoices, validReleases } from "./choices";
import { firstDraft } from "./first-draft";
import { ladderPlaces, needsOf } from "./kinds";
import { nextDraft } from "./next-draft";
import { paperExhibits } from "./paper-exhibits";
import { readOwnNeeds } from "./read-own-needs";
import { readUnfinished } from "./read-unfinished";
import { type RefusalRow, rungOf } from "./steps";
import { withDanger } from "./with-danger";

/** Every kind of packet that a case may have, with what the case has for it. @throws AppError not_found */
export const listDraftKinds = query("case.read", async (ctx, caseId: string): Promise<KindChoice[]> => {
  const found = await findCase(ctx, caseId);
  const record = await readCase(ctx, caseId);
  const law = await readLaw(ctx);
  const playbook = playbookOf(found, law);
  const ladder = await ladderOf(ctx, found);
  const rows = await packetsOf(ctx, caseId);
  const today = civilDate(ctx.now, playbook.home.zone);
  const valid = validReleases(record, playbook.home.zone, today);
  const { references } = referenceParts(record, playbook, new Set(), law);
  const authority = authorityOf(record, { law, references, home: playbook.home.zone, today });
  const given = {
    record,
    roles: new Set(valid.flatMap((release) => (namedNow(release.officers).length > 0 ? (release.roles ?? []) : []))),
    refusals: (await refusalsOf(ctx, caseId)).length,
    authority: authority && authority.shownBy.length > 0,
    own: await readOwnNeeds(ctx, caseId),
  };
  return Object.values(packetKinds).map(({ key }) => {
    const last = rows.find((row) => row.kind === key);
    return {
      key,
      steps: ladderPlaces(key, playbook, ladder),
      needs: needsOf(key, given),
      last: last ? { id: last.id, code: last.code, version: last.version, status: last.status } : null,
    };
  });
});

/** The form of a new packet; a next version starts from the content of the last of its kind. */
export const getDraftChoices = query("case.read", async (ctx, caseId: string, key: string): Promise<DraftChoices> => {
  const found = await findCase(ctx, caseId);
  const kind = kindOf(key);
  const record = await readCase(ctx, caseId);
  const law = await readLaw(ctx);
  const playbook = playbookOf(found, law);
  const today = civilDate(ctx.now, playbook.home.zone);
  const complained = packetKinds[kind].asks.includes("refusal") ? await refusalsOf(ctx, caseId) : [];
  const standing = complained.find((row) => row.settledOn === null);
  const refused = standing ? { row: standing, rung: rungOf(playbook, standing) } : null;
  const rows = await packetsOf(ctx, caseId);
  const last = rows.find((row) => row.kind === kind);
  const vault = await openVault(ctx, found.keyId);
  const covers = await readCovers(ctx, vault, { caseId });
  const papers = await paperExhibits(ctx, record);
  const content = last && vault.open({ table: "packets", column: "draft", row: last.id }, last.draft);
  return inGroups({
    caseId,
    caseCode: found.code,
    kind,
    ...choicesOf({ record, covers, wordy: await readWordy(ctx, caseId), playbook, law, today, papers }),
    ...askChoicesOf({ kind, record, playbook, law, today }),
    refusals: refusalChoices(complained, playbook),
    nextVersion: (last?.version ?? 0) + 1,
    code: last?.code ?? packetCode(found.code, (rows[0]?.number ?? 0) + 1),
    from: last?.version ?? null,
    start: withDanger(
      content
        ? nextDraft(DraftContent.parse(JSON.parse(content)), { record, writtenAt: last.draftedAt, papers })
        : firstDraft({ kind, record, playbook, law, refused, papers }),
      { kind, record },
    ),
  });
});

async function packetsOf(ctx: TxCtx, caseId: string) {
  return ctx.db
    .select()
    .from(packets)
    .where(and(eq(packets.orgId, ctx.orgId), eq(packets.caseId, caseId)))
    .orderBy(desc(packets.number), desc(packets.version));
}

async function refusalsOf(ctx: TxCtx, caseId: string): Promise<RefusalRow[]> {
  const { id, number, stepKey, rungKey, office, refusedAt, zone, settledOn } = refusals;
  return ctx.db
    .select({ id, number, stepKey, rungKey, office, refusedAt, zone, settledOn })
    .from(refusals)
    .where(and(eq(refusals.orgId, ctx.orgId), eq(refusals.caseId, caseId)))
    .orderBy(desc(refusals.number));
}

/**
 * The checklist for a draft that is not built yet: the same checks as in the build, on the current case. An answer that
 * does not parse yet counts as missing, so that it works while somebody types.
 * @throws AppError not_found
 */
export const checkDraft = query("case.read", async (ctx, caseId: string, raw: unknown): Promise<PreflightView[]> => {
  await findCase(ctx, caseId);
  if (!ctx.actor.memberId) throw new AppError("forbidden", t("A person checks a draft."));
  const draft = readUnfinished(raw);
  const kind = kindOf(rawKind(raw));
  const facts = { caseId, kind, code: "draft", number: 0, version: 1, draftedBy: ctx.actor.memberId, draft };
  const { snapshot, secrets, covers } = await written(() => takeSnapshot(ctx, facts));
  // The originals are reread when the packet is built; until then their received hash is used.
  const rehashed = { at: snapshot.packet.builtAt, same: true };
  const exhibits = snapshot.exhibits.map((exhibit) => ({ ...exhibit, rehashed }));
  // The page names the recipients; what is printed gives rank and unit.
  const named = await readNamedOfficers(ctx, caseId);
  const releases = snapshot.releases.map((release) => ({
    ...release,
    officers: release.officers.map(withName(named)),
  }));
  const lines = viewOf(runPreflight({ ...snapshot, exhibits, releases }, secrets, covers), checklistFor(snapshot));
  return lines.filter((line) => line.field !== approvalField);
});

type Named = PacketSnapshot["releases"][number]["officers"][number];

const withName =
  (named: readonly NamedOfficer[]) =>
  (officer: Named): Named => ({
    ...officer,
    office: named.find((namedOfficer) => namedOfficer.id === officer.id)?.who ?? officer.office,
  });

function rawKind(raw: unknown): string {
  const given = typeof raw === "object" && raw !== null && "kind" in raw ? raw.kind : undefined;
  return typeof given === "string" && given !== "" ? given : "mla_dossier";
}
