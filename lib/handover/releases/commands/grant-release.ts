import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { addRelease } from "../add-release";
import { GrantRelease } from "../input";

/**
 * Records that the client signed: who may receive what, why and until when. The selected officers are named by id;
 * without any, it covers nobody yet.
 * @throws AppError invalid at `which` or `exhibitId` for an exhibit that is not in the case, at `officers` for one who
 * is not confirmed; conflict on a repeat
 */
export const grantRelease = command({
  needs: "release.write",
  input: GrantRelease,
  async run(ctx, { caseId, ...terms }) {
    const row = await lockCase(ctx, caseId);
    const { id, expiresOn, audit } = await addRelease(ctx, row, terms);
    return { value: { id, expiresOn }, audit };
  },
});
