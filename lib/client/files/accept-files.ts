import "server-only";
import { parseInput } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { acceptFile } from "./accept-file";
import { AcceptFiles } from "./input";
import { listReceivedFiles } from "./queries";
import { describedAs } from "./rules";

/**
 * Accepts all files of a case that wait, each described as the client did, or by its name. One that cannot be accepted
 * takes no other with it. @throws AppError not_found
 */
export async function acceptFiles(ctx: Ctx, raw: unknown): Promise<{ accepted: number; left: number }> {
  const { caseId } = parseInput(AcceptFiles, raw);
  const waiting = (await listReceivedFiles(ctx, caseId)).filter((file) => file.state === "waiting").toReversed();
  let accepted = 0;
  for (const { id, words } of waiting) {
    try {
      await acceptFile(ctx, { clientFileId: id, description: describedAs(words) });
      accepted += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return { accepted, left: waiting.length - accepted };
}
