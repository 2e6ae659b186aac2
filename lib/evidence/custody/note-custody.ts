import "server-only";
import { custodyEvents } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { detailsPlace } from "./rules";
import type { CustodyEvent } from "./types";

/** Adds to the ledger of an exhibit, which only grows: the database numbers and chains the events. */
export async function noteCustody(
  ctx: TxCtx,
  exhibit: { id: string; caseId: string; sha256: string },
  event: CustodyEvent,
): Promise<void> {
  const { action, purpose, at = ctx.now, by = ctx.actor.memberId } = event;
  const id = newId();
  await ctx.db.insert(custodyEvents).values({
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
  });
}

function sealDetails(id: string, { details, vault }: CustodyEvent) {
  if (!details || Object.keys(details).length === 0) return null;
  if (!vault) throw new Error("Details of custody need the vault of their case.");
  return vault.seal(detailsPlace(id), JSON.stringify(details));
}
