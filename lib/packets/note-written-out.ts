import "server-only";
import { command } from "@/lib/access/command";
import { findCase } from "@/lib/cases/scope";
import { WrittenOut } from "./input";

/** The log says that an operator wrote a packet of a case into a folder: it lies there in clear. */
export const noteWrittenOut = command({
  needs: "job.run",
  input: WrittenOut,
  async run(ctx, { caseId, kind }) {
    const found = await findCase(ctx, caseId);
    return {
      value: { caseId: found.id },
      audit: { action: "packet.written_out", subjectId: found.id, caseId: found.id, detail: { kind } },
    };
  },
});
