import "server-only";
import { custodyEvents } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { detailsPlace } from "./rules";
import type { CustodyEvent } from "./types";

type Exhibit = { id: string; caseId: string; sha256: string };

/** Values that one statement may carry are 65,535; a row has some twenty. */
const mostAtOnce = 1000;

/**
 * Adds to the ledger of an exhibit, or of each of several, which only grows: the database numbers and chains the events.
 */
export async function noteCustody(
  ctx: TxCtx,
  exhibits: Exhibit | readonly Exhibit[],
  event: CustodyEvent,
): Promise<void> {
  const all = "id" in exhibits ? [exhibits] : exhibits;
  for (let from = 0; from < all.length; from += mostAtOnce) {
    const rows = all.slice(from, from + mostAtOnce).map((exhibit) => rowOf(ctx, exhibit, event));
    await ctx.db.insert(custodyEvents).values(rows);
  }
}

function rowOf(ctx: TxCtx, exhibit: Exhibit, event: CustodyEvent): typeof custodyEvents.$inferInsert {
  const { action, purpose, at = ctx.now, by = ctx.actor.memberId } = event;
  const id = newId();
  return {
    id,
    orgId: ctx.orgId,
    caseId: exhibit.caseId,
    exhibitId: exhibit.id,
    sha256: exhibit.sha256,
    action,
    at,
    by,
    purpose,
    details: sealDetails(id, event),
    sha256After: event.sha256After ?? null,
    derivativeId: event.derivativeId ?? null,
    verified: event.verified ?? null,
    // Numbered and chained by app.chain_custody().
    seq: 0,
    previous: Buffer.alloc(0),
    hash: Buffer.alloc(0),
  };
}

function sealDetails(id: string, { details, vault }: CustodyEvent) {
  if (!details || Object.keys(details).length === 0) return null;
  if (!vault) throw new Error("Details of custody need the vault of their case.");
  return vault.seal(detailsPlace(id), JSON.stringify(details));
}
