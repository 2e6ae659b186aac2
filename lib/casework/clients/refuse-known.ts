import { anyOf } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { cases, clients, members, searchTokens } from "@/db/schema";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import type { Certain } from "./access";
import { matchReasonLabels } from "./labels";

type Known = { id: string; pseudonym: string; code: string; fields: Certain["field"][]; where: string };

type Answer = {
  /** The client being changed, who is not their own duplicate. */
  except?: string;
  somebodyElse: boolean;
  somebodyElseWhy: string | null;
  somebodyElseThan: string | null;
};

/**
 * Reports which visible clients have the same identity number, phone or e-mail, until the person ticks that this is
 * somebody else and says how they know. A client they may not see is never reported: that would reveal that the
 * organisation has that client. Supervisors are notified instead (see `watchHits`).
 * @returns the log entry when two people were distinguished; `of` is the existing client
 * @throws AppError conflict on `somebodyElse`, invalid on `somebodyElseWhy`
 */
export async function refuseKnown(
  ctx: TxCtx,
  tokens: readonly Certain[],
  { except, somebodyElse, somebodyElseWhy, somebodyElseThan }: Answer,
): Promise<((clientId: string) => AuditEntry) | null> {
  const known = tokens.length > 0 ? await findKnown(ctx, tokens, except) : [];
  if (known.length === 0) return null;
  const shown = somebodyElseThan?.split(" ");
  if (!somebodyElse || (shown && known.some(({ code }) => !shown.includes(code)))) {
    const message = t("Possible match: {value}. Say whether this is the same person before it is saved.", {
      value: known.map(describeKnown).join("; "),
    });
    throw new AppError("conflict", message, { somebodyElse: message });
  }
  const reason = somebodyElseWhy;
  if (!reason || reason.length < 5) {
    const ask = t("Say in a few words how you know that this is not {value}.", {
      value: anyOf(known.map(({ pseudonym }) => pseudonym)),
    });
    throw new AppError("invalid", ask, { somebodyElseWhy: ask });
  }
  const of = [...new Set(known.flatMap(({ fields }) => fields))].sort().join(" ");
  return (clientId) => ({
    action: "client.told_apart",
    subjectId: clientId,
    detail: { clients: known.map(({ id }) => id), of, reason },
  });
}

function describeKnown({ pseudonym, code, fields, where }: Known): string {
  const why = fields.map((field) => matchReasonLabels[field].toLowerCase()).join(", ");
  return `${pseudonym} (${code}): ${why}${where}`;
}

async function findKnown(ctx: TxCtx, tokens: readonly Certain[], except: string | undefined): Promise<Known[]> {
  const all = tokens.map(({ token }) => token);
  const rows = await ctx.db
    .select({ id: clients.id, code: clients.code, pseudonym: clients.pseudonym, field: searchTokens.field })
    .from(searchTokens)
    .innerJoin(clients, and(eq(clients.orgId, searchTokens.orgId), eq(clients.id, searchTokens.ownerId)))
    .where(
      and(
        eq(searchTokens.orgId, ctx.orgId),
        eq(searchTokens.ownerKind, "client"),
        eq(searchTokens.match, "exact"),
        inArray(searchTokens.field, ["identity_number", "phone", "email"]),
        inArray(searchTokens.token, all),
        except ? ne(clients.id, except) : undefined,
      ),
    )
    .orderBy(clients.number, desc(searchTokens.field))
    .limit(20);
  const people = [...Map.groupBy(rows, ({ id }) => id).entries()];
  const where =
    people.length > 0
      ? await whereFound(
          ctx,
          people.map(([id]) => id),
        )
      : new Map<string, string>();
  return people.flatMap(([id, [first, ...more]]) =>
    first
      ? [
          {
            id,
            pseudonym: first.pseudonym,
            code: first.code,
            where: where.get(id) ?? "",
            fields: [first, ...more].map(({ field }) => field as Certain["field"]),
          },
        ]
      : [],
  );
}

/** `, CD-26-0004, speak to Thandi Mokoena`: the visible cases of each, and their owners. */
async function whereFound(ctx: TxCtx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ clientId: cases.clientId, code: cases.code, ownerId: cases.ownerId, name: members.name })
    .from(cases)
    .innerJoin(members, and(eq(members.orgId, cases.orgId), eq(members.id, cases.ownerId)))
    .where(and(eq(cases.orgId, ctx.orgId), inArray(cases.clientId, [...ids])))
    .orderBy(cases.openedAt)
    .limit(100);
  const places = [...Map.groupBy(rows, ({ clientId }) => clientId).entries()].map(([id, own]) => {
    const others = own.filter(({ ownerId }) => ownerId !== ctx.actor.memberId);
    const ask =
      others.length > 0 ? t(", speak to {value}", { value: anyOf([...new Set(others.map(({ name }) => name))]) }) : "";
    return [id, `, ${own.map(({ code }) => code).join(", ")}${ask}`] as const;
  });
  return new Map(places);
}
