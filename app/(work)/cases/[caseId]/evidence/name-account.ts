import "server-only";
import { amendAccount } from "@/lib/casework/subjects/commands/amend-account";
import { listSubjects } from "@/lib/casework/subjects/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";

/** A form as it was typed. */
type Typed = Record<string, unknown>;

/**
 * Keeps the permanent ID of an account that has none yet; everything else about the account stays.
 * @throws AppError conflict when another account of the case has it
 */
export async function nameAccount(ctx: Ctx, { caseId, accountId, platformId }: Typed): Promise<void> {
  if (!platformId || !accountId || typeof caseId !== "string") return;
  const board = await listSubjects(ctx, caseId);
  const account = board.flatMap((subject) => subject.accounts).find((candidate) => candidate.id === accountId);
  if (!account || account.platformId) return;
  const { [account.id]: version } = await readRecordVersions(ctx, [account.id]);
  await amendAccount(ctx, { ...account, caseId, accountId, platformId, version });
}
