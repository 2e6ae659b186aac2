import "server-only";
import type { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { sameAddress } from "@/lib/platform/text/same-address";
import { isKept, openProof, readEntries, readItems } from "./access";
import { readSources } from "./read-sources";
import { isLook, takedownCode } from "./rules";
import type { Item, LookedAt, Sources } from "./types";

/** Every address of the take-down list of a case that the caller has found, with its exhibits and what looks found there. */
export async function readLooks(
  ctx: TxCtx,
  vault: Vault,
  row: Awaited<ReturnType<typeof findCase>>,
): Promise<LookedAt[]> {
  const [items, sources] = await Promise.all([readItems(ctx, { row, vault }), readSources(ctx, vault, row.id)]);
  const ids = items.map(({ id }) => id);
  const entries = Map.groupBy((await readEntries(ctx, ids)).filter(isKept), ({ takedownId }) => takedownId);
  return items.map((item) => ({
    id: item.id,
    code: takedownCode(item.number),
    exhibitIds: exhibitsAt(item, sources),
    looks: (entries.get(item.id) ?? [])
      .flatMap((entry) => {
        const { id, event, happenedOn: on, happenedAt: at, seenBy, recordedBy: byId, proofExhibitId } = entry;
        if (!isLook(event)) return [];
        return [
          { id, found: event, on, at, seenBy: seenBy ?? "us", byId, proofExhibitId, answered: openProof(vault, entry) },
        ];
      })
      .toSorted((a, b) => a.on.localeCompare(b.on)),
  }));
}

/** The exhibits that were captured at the address of an item, and the one that it was taken from. */
function exhibitsAt(item: Item, { exhibits }: Sources): string[] {
  const address = item.url === null ? null : sameAddress(item.url);
  const isThere = (url: string | null) => url !== null && sameAddress(url) === address;
  return exhibits
    .filter(({ id, url, permalink }) => id === item.exhibitId || isThere(url) || isThere(permalink))
    .map(({ id }) => id);
}
