import "server-only";
import { findCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { notePacked } from "../building/note-packed";
import { WrittenOut } from "../input";

/** The log and each ledger record that an operator wrote a packet of a case into a folder, unencrypted. */
export const noteWrittenOut = command({
  needs: "job.run",
  input: WrittenOut,
  async run(ctx, { caseId, kind, exhibits }) {
    const found = await findCase(ctx, caseId);
    const purpose = "Put in a packet that an operator wrote into a folder, not approved";
    await notePacked(ctx, found.id, { exhibits, by: null, purpose });
    return {
      value: { caseId: found.id },
      audit: { action: "packet.written_out", subjectId: found.id, caseId: found.id, detail: { kind } },
    };
  },
});
