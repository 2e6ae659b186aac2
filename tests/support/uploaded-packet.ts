import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import type { Sandbox } from "@/lib/platform/sandbox/sandbox";
import { type CaseOptions, type CaseToPrint, draft, makeCaseToPrint } from "./case-to-print";
import { addExhibit } from "./exhibit";
import type { Org, Person } from "./org";

/** A file as somebody sends it; `about` changes what is said of it. */
export type SentFile = { name: string; bytes: Uint8Array; about?: Record<string, unknown> };

export type UploadedPacket = CaseToPrint & { id: string; error: string | null };

/** Sends files to a case as a browser does, and has the real job look into each, a few at a time. */
export async function sendFiles(
  org: Org,
  worker: Person,
  {
    caseId,
    files,
    looker,
  }: { caseId: string; files: readonly SentFile[]; looker?: Pick<Sandbox, "inspect" | "lookInto"> },
): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, bytes, about } of files) {
    const { exhibitId } = await addExhibit(worker.ctx, caseId, bytes, { fileName: name, ...about });
    ids.push(exhibitId);
  }
  const left = [...ids];
  const lane = async () => {
    for (let exhibitId = left.shift(); exhibitId; exhibitId = left.shift())
      await inspectExhibit(org.service(), { exhibitId }, looker);
  };
  await Promise.all([lane(), lane(), lane()]);
  return ids;
}

/** A packet whose exhibits came by upload, drafted and built by the real job. `error` is what the author reads. */
export async function uploadedPacket(
  org: Org,
  worker: Person,
  files: readonly SentFile[],
  options: Omit<CaseOptions, "files"> = {},
): Promise<UploadedPacket> {
  const made = await makeCaseToPrint(org, worker, { ...options, files: [] });
  const exhibitIds = await sendFiles(org, worker, { caseId: made.caseId, files });
  const { id } = await draftPacket(worker.ctx, { caseId: made.caseId, ...draft });
  await assemblePacket(org.service(), { packetId: id });
  return { ...made, exhibitIds, id, error: (await getPacket(worker.ctx, id)).progress.error };
}
