import "server-only";
import { openFiles, orDrop } from "@/lib/access/case-files";
import type { Ctx } from "@/lib/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { assemblePacket } from "./assembly/assemble-packet";
import { type BegunStamp, beginStamp } from "./begin-stamp";
import { keepWithdrawnCopy } from "./keep-withdrawn-copy";
import { openPartStore } from "./open-part-store";
import { partMimes, partNames } from "./parts/names";
import { prepareExhibits } from "./prepare-exhibits";
import type { KeptPart, PartStore } from "./types";

/**
 * The job after a withdrawal: the served part once more as it was approved, with WITHDRAWN on every page. It is a copy
 * for the file, so nobody signs it. A repeat finds it made.
 * @throws CannotBuild that names an exhibit that is no longer what was received
 */
export async function stampPacket(ctx: Ctx, { packetId }: { packetId: string }): Promise<unknown> {
  const begun = await beginStamp(ctx, { packetId });
  if (!begun) return;
  const store = openPartStore(ctx, { packetId, keys: { packet: begun.fileKeyId, annex: null } });
  try {
    const part = await write(ctx, begun, store);
    const files = await openFiles(ctx, part.keyId);
    return await orDrop(files, [part.fileId], () => keepWithdrawnCopy(ctx, { packetId, part }));
  } catch (error) {
    if (!(error instanceof AppError && error.code === "conflict")) throw error;
  }
}

async function write(ctx: Ctx, { keyId, snapshot, ...taken }: BegunStamp, store: PartStore): Promise<KeptPart> {
  const prepared = await prepareExhibits(await openFiles(ctx, keyId), taken, async () => undefined);
  const { no: code, version } = snapshot.packet;
  const part = "withdrawn_copy" as const;
  return store.keep({
    ...{ part, name: partNames({ code, version })[part], mime: partMimes[part] },
    write: () => assemblePacket(snapshot, prepared),
  });
}
