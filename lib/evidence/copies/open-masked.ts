import { t } from "@/lib/platform/language/translate";
import "server-only";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { handOutCopy } from "./hand-out-copy";
import { openCopy } from "./open-copy";
import type { OpenedCopy } from "./types";

/** A masked copy by its page and version, as a file. @throws AppError not_found; conflict for a stop */
export async function openMasked(
  ctx: Ctx,
  exhibitId: string,
  { page, version }: { page: number; version: number },
): Promise<OpenedCopy> {
  requirePermission(ctx, "case.write");
  const original = await readOriginal(ctx, exhibitId);
  const copies = await listDerivatives(ctx, original.id);
  const copy = copies.find(
    (derivative) => derivative.kind === "redacted" && derivative.page === page && derivative.version === version,
  );
  if (!copy) throw new AppError("not_found", t("No such copy."));
  await handOutCopy(ctx, { exhibitId: original.id, what: "masked", derivativeId: copy.id });
  return openCopy(ctx, original.number, copy.id);
}
