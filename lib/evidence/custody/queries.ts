import { t } from "@/lib/platform/language/translate";
import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { custodyEvents, custodyHeads, members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { detailLines, detailsPlace, ledgerBreak } from "./rules";

import { type CustodyDetails, type CustodyEventView, type CustodyLedger, custodyActions } from "./types";

/**
 * The ledger of an exhibit, oldest first: every link is recomputed by app.custody_hash(), and the end is compared with
 * the head that the database stores separately. Callers have loaded the exhibit, so its case is visible.
 * @param vault of the case; decrypts what people typed
 */
export async function readLedger(ctx: TxCtx, exhibitId: string, vault: Vault): Promise<CustodyLedger> {
  const link = sql<boolean>`${custodyEvents.seq} = row_number() over (order by ${custodyEvents.seq})
    and ${custodyEvents.previous} = lag(${custodyEvents.hash}, 1, sha256(uuid_send(${custodyEvents.exhibitId}))) over (order by ${custodyEvents.seq})
    and ${custodyEvents.hash} = app.custody_hash(custody_events)`;
  const rows = await ctx.db
    .select({ event: custodyEvents, link, name: members.name })
    .from(custodyEvents)
    .leftJoin(members, eq(members.id, custodyEvents.by))
    .where(eq(custodyEvents.exhibitId, exhibitId))
    .orderBy(asc(custodyEvents.seq));
  const [head] = await ctx.db.select().from(custodyHeads).where(eq(custodyHeads.exhibitId, exhibitId));
  const events = rows.map((row) => eventView(row, vault));
  const same = head !== undefined && rows.at(-1)?.event.hash.equals(head.hash) === true;
  const broken = ledgerBreak(events, head ? { seq: head.seq, same } : null);
  return { events, holds: broken === null, broken };
}

type Row = { event: typeof custodyEvents.$inferSelect; link: boolean; name: string | null };

function eventView({ event, link, name }: Row, vault: Vault): CustodyEventView {
  const { id, seq, action, at, by, purpose, sha256, sha256After, verified, hash } = event;
  return {
    id,
    seq,
    at,
    purpose,
    sha256,
    sha256After,
    verified,
    action: custodyActions.find((custodyAction) => custodyAction === action) ?? "viewed",
    by: name ?? (by ? t("A former colleague") : ""),
    details: detailLines(openDetails(event, vault)),
    hash: hash.toString("hex"),
    holds: link,
  };
}

/** Details that cannot be decrypted were changed: the hash shows it, and the rest of the ledger is still read. */
function openDetails({ id, details }: Row["event"], vault: Vault): CustodyDetails {
  if (details === null) return {};
  try {
    return JSON.parse(vault.open(detailsPlace(id), details)) as CustodyDetails;
  } catch {
    return { remarks: t("What was written here can no longer be opened.") };
  }
}
