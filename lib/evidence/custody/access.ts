import "server-only";
import { custodyEvents } from "@/db/schema";
import type { Scoped } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import type { CustodyAction, CustodyDetails } from "./types";

/** What one line of a ledger says. */
export type CustodyEvent = {
  action: CustodyAction;
  /** A fixed sentence of ours. What a person typed goes into `details`, which are sealed. */
  purpose: string;
  /** When it happened; now when left out. */
  at?: Date;
  /** Null when it was nobody of the organisation; the person who acts when left out. */
  by?: string | null;
  /** Domain 9: from, to, basis, place, medium and so on. Needs the vault of the case. */
  details?: CustodyDetails;
  vault?: Vault;
  /** The hash of what came out of it, and the derivative that it is. */
  sha256After?: string;
  derivativeId?: string;
  /** Whether the bytes still had their hash; left out when nobody looked. */
  verified?: boolean;
};

/** Adds to the ledger of an exhibit, which only grows: the database numbers and chains the events. */
export async function noteCustody(
  ctx: Scoped,
  exhibit: { id: string; caseId: string; sha256: string },
  event: CustodyEvent,
): Promise<void> {
  const { action, purpose, at = ctx.now, by = ctx.actor.memberId } = event;
  const id = newId();
  await ctx.db.insert(custodyEvents).values({
    ...{ id, orgId: ctx.orgId, caseId: exhibit.caseId, exhibitId: exhibit.id, sha256: exhibit.sha256 },
    ...{ action, at, by, purpose },
    details: sealDetails(id, event),
    sha256After: event.sha256After ?? null,
    derivativeId: event.derivativeId ?? null,
    verified: event.verified ?? null,
    // Numbered and chained by app.chain_custody().
    ...{ seq: 0, previous: Buffer.alloc(0), hash: Buffer.alloc(0) },
  });
}

export const detailsPlace = (id: string) => ({ table: "custody_events", column: "details", row: id });

function sealDetails(id: string, { details, vault }: CustodyEvent) {
  if (!details || Object.keys(details).length === 0) return null;
  if (!vault) throw new Error("Details of custody need the vault of their case.");
  return vault.seal(detailsPlace(id), JSON.stringify(details));
}
