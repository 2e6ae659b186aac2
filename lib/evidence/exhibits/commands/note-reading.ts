import { t } from "@/lib/platform/language/translate";
import "server-only";
import { lockAnyCase } from "@/lib/casework/cases/access";
import { refuseWhileStopped } from "@/lib/casework/minors-stop/access";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { keepDerivative } from "@/lib/evidence/derivatives/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findExhibit } from "../access";
import { NoteReading } from "../input";
import { listReadings } from "../list-readings";

/**
 * Records that a mail was read again with a newer parser, in addition to earlier readings, and that the stored bytes
 * still have their hash. @throws AppError conflict if the bytes changed, if it was read again meanwhile, or under a
 * stop
 */
export const noteReading = command({
  needs: "job.run",
  input: NoteReading,
  async run(ctx, { exhibitId, sha256, made, version, differs }) {
    const { caseId } = await findExhibit(ctx, exhibitId);
    await lockAnyCase(ctx, caseId);
    await refuseWhileStopped(ctx, caseId);
    const exhibit = await findExhibit(ctx, exhibitId);
    if (sha256 !== exhibit.sha256) throw new AppError("conflict", t("The stored bytes are not those that arrived."));
    const { readings } = await listReadings(ctx, exhibitId);
    if (readings[0]?.version !== version - 1) throw new AppError("conflict", t("This file was read again meanwhile."));
    await noteCustody(ctx, exhibit, { action: "hashed", purpose: purposes[`${differs}`], verified: true });
    await keepDerivative(ctx, exhibit, { ...made, version });
    return {
      value: { differs },
      audit: { action: "exhibit.read_again", subjectId: exhibitId, caseId, detail: { version, differs } },
    };
  },
});

const purposes = {
  true: "Read again with a newer reader, which shows other words; the hash is the same",
  false: "Read again with a newer reader, which shows the same words; the hash is the same",
};
