import "server-only";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { officeZone } from "@/lib/law/office/rules";
import { openStaffVault } from "@/lib/organisation/members/open-staff-vault";
import { newId } from "@/lib/platform/ids";
import { keepArrivedFile } from "./keep-arrived-file";
import { maxWaitingFileBytes } from "./rules";
import { takeArrival } from "./take-arrival";

type Shared = { name: string; type: string; body: ReadableStream<Uint8Array> };

/**
 * A file that another app shared while there was a line, hashed as it arrives.
 * @throws StorageError too_large, cut_short, disk_full, away
 */
export async function takeWholeFile(ctx: Ctx, { name, type, body }: Shared): Promise<void> {
  const { keyId } = await withTransaction(ctx, "read write", (scoped) => openStaffVault(scoped));
  const files = await openFiles(ctx, keyId);
  const kept = await files.receive(body, { maxBytes: maxWaitingFileBytes });
  const at = ctx.now.getTime();
  const { size, sha256 } = kept;
  const waited = { kind: "file", madeAt: at, zone: officeZone(), fileName: name, fileType: type, size, sha256 };
  await orDrop(files, [kept.fileId], async () => {
    const { id: arrivalId } = await takeArrival(ctx, { id: newId(), sentAt: at, waited });
    await keepArrivedFile(ctx, { arrivalId, ...kept });
  });
}
