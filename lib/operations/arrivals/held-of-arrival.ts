import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { readArrival } from "./queries";

/** How many bytes of a file are here already. @throws AppError not_found */
export async function heldOfArrival(ctx: Ctx, arrivalId: string): Promise<number> {
  const { keyId } = await readArrival(ctx, arrivalId);
  return (await openFiles(ctx, keyId)).held(arrivalId);
}
