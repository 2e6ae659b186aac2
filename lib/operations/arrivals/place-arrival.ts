import "server-only";
import { findCase } from "@/lib/casework/cases/access";
import { homeZoneOf } from "@/lib/casework/notes/access";
import { addNote } from "@/lib/casework/notes/add-note";
import { typedTime } from "@/lib/evidence/captures/rules";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { receiveExhibit } from "@/lib/evidence/exhibits/commands/receive-exhibit";
import { maxExhibitBytes } from "@/lib/evidence/exhibits/rules";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import { parseInput } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { wallTime } from "@/lib/platform/time/zone";
import { PlaceArrival } from "./input";
import { notePlaced } from "./note-placed";
import { readArrival } from "./queries";
import { describedAs } from "./rules";

type Arrival = Awaited<ReturnType<typeof readArrival>>;
type Body<Kind> = Extract<NonNullable<Arrival["body"]>, { kind: Kind }>;

/**
 * Puts a note or a file that arrived on a case, through the commands by which it would have been put there with a line.
 * @throws AppError not_found; conflict if it was settled before, has not arrived whole, or the case is closed
 */
export async function placeArrival(ctx: Ctx, raw: unknown): Promise<{ caseId: string }> {
  const { arrivalId, caseId } = parseInput(PlaceArrival, raw);
  const arrival = await readArrival(ctx, arrivalId);
  const { body } = arrival;
  if (body?.kind === "note") await placeNote(ctx, caseId, arrival, body);
  else if (body?.kind === "file") await placeFile(ctx, caseId, arrival, body);
  else throw new AppError("conflict", t("This was settled already."));
  return { caseId };
}

function placeNote(ctx: Ctx, caseId: string, { id, madeAt }: Arrival, { what, words }: Body<"note">): Promise<void> {
  return withTransaction(ctx, "read write", async (scoped) => {
    await notePlaced(scoped, { arrivalId: id, caseId });
    const when = wallTime(madeAt, homeZoneOf(await findCase(scoped, caseId)));
    await addNote(scoped, { id, caseId, kind: what, words, when, visibility: "working" });
  });
}

/** Its bytes are copied under the key of the case, and must have the hash that the device computed. */
async function placeFile(ctx: Ctx, caseId: string, arrival: Arrival, body: Body<"file">): Promise<void> {
  const { id, fileId, sha256, size, keyId, madeAt, madeZone } = arrival;
  if (!fileId || !sha256 || size === null) throw new AppError("conflict", t("This file has not arrived whole yet."));
  const caseKeyId = await reading(ctx, async (scoped) => (await findCase(scoped, caseId)).keyId);
  const { id: uploadId } = await announceUpload(ctx, {
    caseId,
    fileName: body.fileName || "file",
    fileType: body.fileType,
    size,
    sha256,
    modifiedAt: body.modifiedAt ?? undefined,
    description: describedAs(body.description, body.fileName),
    method: body.takenNow ? "device_photo" : "other",
    howObtained: body.takenNow ? "own_record" : "handed_over",
    capturedBy: body.takenNow ? ctx.actor.name : undefined,
    ...(body.takenNow ? typedTime(new Date(body.deviceMadeAt), madeZone, body.clockOffset) : {}),
  });
  const [from, to] = await Promise.all([openFiles(ctx, keyId), openFiles(ctx, caseKeyId)]);
  const { stream } = await from.open(fileId);
  const kept = await to.receive(stream, {
    maxBytes: maxExhibitBytes,
    expectedSize: size,
    expectedSha256: sha256,
  });
  await orDrop(to, [kept.fileId], () =>
    withTransaction(ctx, "read write", async (scoped) => {
      await notePlaced(scoped, { arrivalId: id, caseId });
      await receiveExhibit(scoped, { uploadId, ...kept, waitedSince: madeAt });
    }),
  );
  // If it cannot be removed now, it is removed as an orphan.
  await from.drop(fileId).catch(() => undefined);
}
