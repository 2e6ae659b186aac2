import "server-only";
import type { Scoped } from "@/lib/access/ctx";
import type { Vault } from "@/lib/access/vault";
import { AppError } from "@/lib/platform/errors";
import { readCovers } from "@/lib/redactions/scope";
import type { PacketSnapshot } from "./snapshot";
import { exhibitsBy } from "./taking/looked";

/**
 * Before a packet is approved: nobody covered words in one of its exhibits since it was built. It would print them.
 * @throws AppError conflict that names the exhibits
 */
export async function refuseCoveredSince(
  ctx: Scoped,
  vault: Vault,
  caseId: string,
  snapshot: PacketSnapshot,
): Promise<void> {
  const covers = await readCovers(ctx, vault, { caseId });
  if (covers.size === 0) return;
  const rows = await exhibitsBy(ctx, caseId, snapshot);
  const since = snapshot.exhibits.filter(({ code, transcript, sealed }) => {
    if (!transcript && sealed) return false;
    const standing = covers.get(rows.get(code)?.id ?? "") ?? [];
    return standing.some(({ id }) => !transcript?.covers.includes(id));
  });
  if (since.length === 0) return;
  const named = since.map(({ code }) => code).join(", ");
  throw new AppError(
    "conflict",
    `Words of ${named} were covered after this version was built. Draft the next version.`,
  );
}
