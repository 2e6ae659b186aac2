import { written } from "@/lib/platform/language/written";
import "server-only";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { keepStampedCopy } from "../commands/keep-stamped-copy";
import { letCopyGo } from "../commands/let-copy-go";
import { partMimes } from "../parts/names";
import { assemblePacket, planPacket } from "../sections/assemble-packet";
import type { KeptPart, PartStore } from "../types";
import { type BegunStamp, beginStamp } from "./begin-stamp";
import { hashLayout } from "./hash-layout";
import { openPartStore } from "./open-part-store";
import { prepareExhibits } from "./prepare-exhibits";

/**
 * The job after a withdrawal or a newer version: the served part again as approved, with a notice on every page that it
 * was withdrawn, or what replaced it. It is a copy, so it is not signed. Idempotent; skipped for a version that counts
 * again. Today's release lays it out; if that does not give the same words on the same pages, each page says so.
 * @throws CannotBuild naming an exhibit that is no longer what was received
 */
export const stampPacket = (ctx: Ctx, asked: { packetId: string }): Promise<unknown> =>
  written(() => stamp(ctx, asked));

async function stamp(ctx: Ctx, { packetId }: { packetId: string }): Promise<unknown> {
  const begun = await beginStamp(ctx, { packetId });
  if (!begun) return letCopyGo(ctx, { packetId }).catch(unlessConflict);
  const store = openPartStore(ctx, { packetId, keys: { packet: begun.fileKeyId, annex: null } });
  try {
    const part = await write(ctx, begun, store);
    const files = await openFiles(ctx, part.keyId);
    return await orDrop(files, [part.fileId], () => keepStampedCopy(ctx, { packetId, part }));
  } catch (error) {
    unlessConflict(error);
  }
}

function unlessConflict(error: unknown): void {
  if (!(error instanceof AppError && error.code === "conflict")) throw error;
}

async function write(
  ctx: Ctx,
  { keyId, part, name, snapshot, reviewed, ...taken }: BegunStamp,
  store: PartStore,
): Promise<KeptPart> {
  const prepared = await prepareExhibits(await openFiles(ctx, keyId), taken, async () => undefined);
  const laidOutAnew = hashLayout(reviewed, planPacket(reviewed, prepared)).served !== reviewed.layout?.served;
  const copy = { ...snapshot, packet: { ...snapshot.packet, laidOutAnew } };
  return store.keep({ part, name, mime: partMimes[part], write: () => assemblePacket(copy, prepared) });
}
