import { recordInspection } from "@/lib/evidence/exhibits/commands/record-inspection";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "./exhibit";

/** How the reader of the first release called itself. */
export const firstReader = "crossdocket text reader, node 24.21.0";

/** What the reader of the first release kept of a mail: one address of a hop, no notes, no hashes. */
export const firstReading = (lines: readonly string[], hops: readonly Record<string, unknown>[] = []) => ({
  kind: "text",
  headers: [{ name: "From", value: "Sam Watcher <watcher@stalker.example>" }],
  lines,
  attachments: [],
  cut: false,
  mail: {
    messageId: null,
    date: null,
    dateUtc: null,
    from: null,
    returnPath: null,
    replyTo: null,
    originatingIp: null,
    hops,
    checks: [],
    parts: [],
  },
});

/** A mail that is kept and was read by the reader of the first release. @returns the exhibit */
export async function plantOldReading(
  worker: Ctx,
  service: Ctx,
  mail: { caseId: string; bytes: Buffer; read: unknown; sensitivity?: "ordinary" | "distressing" },
): Promise<string> {
  const { caseId, bytes, read, sensitivity = "ordinary" } = mail;
  const { exhibitId, sha256 } = await addExhibit(worker, caseId, bytes, { fileName: "mail.eml", sensitivity });
  const { keyId } = await readOriginal(service, exhibitId);
  const files = await openFiles(service, keyId);
  const text = async function* () {
    yield Buffer.from(JSON.stringify(read));
  };
  const kept = await files.receive(text(), { maxBytes: 1_000_000 });
  const about = { kind: "text", page: 0, format: "json", width: null, height: null, tool: firstReader };
  const look = { kind: "eml", mime: "message/rfc822", width: null, height: null, pages: null, problem: null };
  await recordInspection(service, {
    exhibitId,
    sha256,
    look: { ...look, print: { as: "text" } },
    made: [{ ...kept, ...about }],
  });
  return exhibitId;
}
