import { recordInspection } from "@/lib/evidence/exhibits/commands/record-inspection";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "./exhibit";
import { freshBytes } from "./files";
import type { Org } from "./org";

/** An exhibit that the sandbox has found to be a recording, without asking it. Gives its id and hash. */
export async function addRecording(
  org: Pick<Org, "service">,
  ctx: Ctx,
  caseId: string,
  { mime = "audio/ogg; codecs=opus", bytes = freshBytes(64) }: { mime?: string; bytes?: Uint8Array } = {},
): Promise<{ exhibitId: string; sha256: string }> {
  const { exhibitId, sha256 } = await addExhibit(ctx, caseId, bytes, { fileName: "PTT-WA0007.opus" });
  const look = { kind: "other", mime, width: null, height: null, pages: null, problem: null };
  await recordInspection(org.service(), { exhibitId, sha256, look });
  return { exhibitId, sha256 };
}
