import "server-only";
import { command } from "@/lib/kernel/access/command";
import { announceFiles } from "../announce-files";
import { AnnounceExhibit } from "../input";

/**
 * Records an announced upload and its details. The file itself follows under the returned id; `known` names the exhibit
 * of this case that already has the same bytes, so that the sender need not send them again.
 */
export const announceUpload = command({
  needs: "case.write",
  input: AnnounceExhibit,
  rateLimit: "record",
  async run(ctx, file) {
    const [made] = await announceFiles(ctx, file.caseId, [file]);
    if (!made) throw new Error("A file that was announced has an id.");
    return made;
  },
});
