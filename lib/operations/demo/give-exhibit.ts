import "server-only";
import { linkExhibit } from "@/lib/casework/incidents/link-exhibit";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { receiveUpload } from "@/lib/evidence/exhibits/receive-upload";
import { readPictures } from "@/lib/evidence/picture-words/read-pictures";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { NotConfined } from "@/lib/platform/sandbox/confinement";
import { instantOnWall } from "@/lib/platform/time/zone";
import { dayAgo, daysAgo } from "./days";
import type { StoryExhibit } from "./story-types";
import { writeFile } from "./write-file";

type Receiver = { caseId: string; incidentIds: readonly string[]; zone: string };

/** Sends one file as a browser would: announced, streamed, inspected, linked to what it shows. */
export async function giveExhibit(ctx: Ctx, to: Receiver, exhibit: StoryExhibit): Promise<void> {
  const { caseId, incidentIds, zone } = to;
  const then = receivedAfter(ctx, exhibit, zone);
  const { bytes, type, method } = await writeFile(exhibit, { dayOf: (ago) => dayAgo(ctx, ago), zone });
  const accounts = exhibit.account === undefined ? [] : await listAccountChoices(ctx, caseId);
  const { id: uploadId } = await announceUpload(then, {
    caseId,
    fileName: exhibit.name,
    fileType: type,
    size: bytes.length,
    sha256: sha256(bytes).toString("hex"),
    description: exhibit.description,
    words: exhibit.words,
    sourceUrl: exhibit.url,
    accountId: accounts[exhibit.account ?? 0]?.id,
    capturedAt: `${dayAgo(ctx, exhibit.ago)}T${exhibit.at}`,
    capturedZone: zone,
    capturedBy: "The client",
    device: "Telephone of the client",
    timeSource: exhibit.clock,
    sensitivity: exhibit.sensitivity,
    method,
    howObtained: "received_by_client",
  });
  const body = new Blob([new Uint8Array(bytes)]).stream();
  const sending = { uploadId, size: bytes.length, body, signal: new AbortController().signal };
  const { receipt } = await receiveUpload(then, sending, async () => then);
  const { exhibitId } = receipt;
  const job = jobCtx(ctx.orgId, { now: () => then.now });
  await inspectExhibit(job, { exhibitId });
  await unlessNotConfined(() => readPictures(job, { exhibitId }));
  const incidentId = exhibit.incident === undefined ? undefined : incidentIds[exhibit.incident];
  if (incidentId) await linkExhibit(then, { caseId, exhibitId, incidentId });
}

/** A machine that confines nothing shows the demonstration without the words of its pictures. */
async function unlessNotConfined(read: () => Promise<unknown>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof NotConfined)) throw error;
  }
}

const halfHour = 30 * 60_000;

/** In the afternoon of the office, or half an hour after it was captured where that is later: the client may live far west. */
function receivedAfter(ctx: Ctx, { ago, at }: StoryExhibit, zone: string): Ctx {
  const afternoon = daysAgo(ctx, ago, "16:00");
  const captured = instantOnWall(`${dayAgo(ctx, ago)}T${at}`, zone)?.getTime() ?? 0;
  return { ...ctx, now: new Date(Math.max(afternoon.now.getTime(), captured + halfHour)) };
}
