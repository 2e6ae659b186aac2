import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { cases, consents, exhibits } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { consentPlace } from "@/lib/casework/cases/rules";
import { type ConsentPurpose, consentPurposes, type Strokes } from "@/lib/casework/cases/types";
import { findClient } from "@/lib/casework/clients/access";
import { exhibitCode } from "@/lib/casework/incidents/rules";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { standingOf } from "./rules";
import type { ConsentOfCase, ConsentPage, ConsentView } from "./types";

type Row = typeof consents.$inferSelect;

/** All that was recorded on a case, newest first. @throws AppError not_found */
export const listConsents = query("case.read", async (ctx, caseId: string): Promise<ConsentPage> => {
  const found = await findCase(ctx, caseId);
  const [client, rows, vault] = await Promise.all([
    findClient(ctx, found.clientId),
    ctx.db
      .select({ row: consents, number: exhibits.number })
      .from(consents)
      .leftJoin(exhibits, eq(exhibits.id, consents.exhibitId))
      .where(and(eq(consents.orgId, ctx.orgId), eq(consents.caseId, found.id)))
      .orderBy(desc(consents.recordedAt), desc(consents.id)),
    openVault(ctx, found.keyId),
  ]);
  const names = await namesOf(
    ctx,
    rows.flatMap(({ row }) => [row.recordedBy, row.withdrawnBy]),
  );
  const all = rows.map(({ row, number }) => viewOf(row, number, { vault, names }));
  return {
    consents: all,
    standing: standingOf(all),
    clientIsMinor: client.isMinor,
    closed: found.closedAt !== null,
  };
});

/** What stands on each visible case of a client, oldest case first. Nothing is decrypted. @throws AppError not_found */
export const listConsentsOfClient = query("case.read", async (ctx, clientId: string): Promise<ConsentOfCase[]> => {
  const client = await findClient(ctx, clientId);
  const rows = await ctx.db
    .select({ caseId: cases.id, code: cases.code, consent: consents })
    .from(cases)
    .leftJoin(consents, and(eq(consents.orgId, cases.orgId), eq(consents.caseId, cases.id)))
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.clientId, client.id)))
    .orderBy(asc(cases.openedAt), asc(cases.id), desc(consents.recordedAt), desc(consents.id));
  return [...Map.groupBy(rows, ({ caseId }) => caseId).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const recorded = own.flatMap(({ consent }) => (consent ? [{ consent, withdrawn: consent.withdrawnAt }] : []));
    const standing = standingOf(recorded)?.consent ?? null;
    return [
      {
        caseId: first.caseId,
        code: first.code,
        ground: standing?.ground ?? null,
        givenOn: standing?.givenOn ?? null,
        withdrawnOn: standing ? null : (recorded[0]?.consent.withdrawnOn ?? null),
      },
    ];
  });
});

type Opening = { vault: Vault; names: ReadonlyMap<string, string> };

function viewOf(row: Row, number: number | null, { vault, names }: Opening): ConsentView {
  const open = (column: string, value: Row["words"]) => vault.openMaybe(consentPlace(column, row.id), value);
  const signature = open("signature", row.signature);
  return {
    id: row.id,
    ground: row.ground,
    way: row.way,
    words: open("words", row.words),
    purposes: consentPurposes.filter((key: ConsentPurpose) => row.purposes.includes(key)),
    otherPurpose: open("other_purpose", row.otherPurpose),
    givenOn: row.givenOn,
    signature: signature === null ? null : (JSON.parse(signature) as Strokes),
    signedName: open("signed_name", row.signedName),
    guardianName: open("guardian_name", row.guardianName),
    guardianRelation: open("guardian_relation", row.guardianRelation),
    guardianAgreed: row.guardianAgreed,
    noGuardian: open("no_guardian", row.noGuardian),
    exhibit: row.exhibitId && number !== null ? { id: row.exhibitId, code: exhibitCode(number) } : null,
    recordedBy: names.get(row.recordedBy) ?? "",
    recordedAt: row.recordedAt,
    withdrawn:
      row.withdrawnOn && row.withdrawnAt
        ? {
            on: row.withdrawnOn,
            reason: open("withdrawn_reason", row.withdrawnReason) ?? "",
            by: (row.withdrawnBy && names.get(row.withdrawnBy)) ?? "",
            at: row.withdrawnAt,
          }
        : null,
  };
}
