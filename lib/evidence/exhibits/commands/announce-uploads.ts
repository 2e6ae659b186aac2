import "server-only";
import { command } from "@/lib/kernel/access/command";
import { announceFiles } from "../announce-files";
import { AnnounceExhibits } from "../input";

/** What announceUpload does, for several files of one case: all of them or none. Answers in the order given. */
export const announceUploads = command({
  needs: "case.write",
  input: AnnounceExhibits,
  rateLimit: "record",
  actsOf: ({ files }) => files.length,
  async run(ctx, { files }) {
    const [first, ...rest] = await announceFiles(ctx, files[0].caseId, files);
    if (!first) throw new Error("A list of files is not empty.");
    const made = [first, ...rest];
    return { value: made.map(({ value }) => value), audit: [first.audit, ...rest.map(({ audit }) => audit)] };
  },
});
