import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { addAuthority } from "./add-authority";
import { RecordAuthority } from "./input";

/**
 * Records the signed document by which the client authorises us to act for them in one process. @throws AppError
 * conflict on a repeat
 */
export const recordAuthority = command({
  needs: "case.write",
  input: RecordAuthority,
  async run(ctx, { caseId, ...terms }) {
    const row = await lockCase(ctx, caseId);
    const { id, number, audit } = await addAuthority(ctx, row, terms);
    return { value: { id, number }, audit };
  },
});
