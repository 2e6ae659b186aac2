import { t } from "@/lib/platform/language/translate";
import "server-only";
import { hasAuthority } from "@/lib/escalation/written-authorities/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";
import { findProcess, type Law } from "@/lib/law/jurisdictions/rules";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { Signer } from "./types";

/** Why somebody else's signature is not sufficient: the missing written authority, and where to add it. */
export async function missingAuthority(
  ctx: TxCtx,
  {
    template,
    signer,
    caseId,
    law,
    on,
  }: { template: DocumentTemplate; signer: Signer; caseId: string; law: Law; on: CivilDate },
): Promise<string | null> {
  if (!template.authority || signer === "client") return null;
  const { process, why } = template.authority;
  if (await hasAuthority(ctx, caseId, process, on)) return null;
  const title = findProcess(process, law)?.title ?? process;
  return t(
    'The client\'s written authority for "{title}" is not on file. {why} Add it under Releases, or let the client sign.',
    { title, why },
  );
}
