import "server-only";
import { transcripts } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import { isRecording } from "@/lib/evidence/recordings/rules";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { newestOf } from "./access";
import { KeepTranscript } from "./input";
import { transcriptPlace } from "./rules";

/**
 * Records what is said in a recording, as a whole new version: earlier ones stay. @throws AppError invalid at `language`
 * or `lines`; conflict for a file that is no recording, or when somebody wrote another version meanwhile
 */
export const keepTranscript = command({
  needs: "case.write",
  input: KeepTranscript,
  async run(ctx, { exhibitId, version: seen, language, lines }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("Only a person transcribes."));
    const { caseId } = await findExhibit(ctx, exhibitId);
    await lockCase(ctx, caseId);
    const { keyId, sha256, look, lookedAt } = await findExhibit(ctx, exhibitId);
    if (!isRecording(lookedAt ? (look as ExhibitLook) : null))
      throw new AppError("conflict", t("Only a voice note or a film is transcribed."));
    const newest = await newestOf(ctx, exhibitId);
    if ((newest?.version ?? 0) !== seen)
      throw new AppError("conflict", t("Somebody changed this transcript meanwhile. Open the page again."));
    const id = newId();
    const version = seen + 1;
    const vault = await openVault(ctx, keyId);
    await ctx.db.insert(transcripts).values({
      id,
      orgId: ctx.orgId,
      caseId,
      exhibitId,
      version,
      sha256,
      language,
      lines: vault.seal(transcriptPlace(id), JSON.stringify(lines)),
      madeBy: memberId,
      madeAt: ctx.now,
    });
    await touchCase(ctx, caseId);
    const detail = { version, language, lines: lines.length };
    return { value: { id, version }, audit: { action: "exhibit.transcribed", subjectId: exhibitId, caseId, detail } };
  },
});
