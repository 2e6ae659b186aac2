import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { readInBlocks } from "@/lib/platform/storage/read-in-blocks";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { keepPacketKey } from "../commands/keep-packet-key";
import type { KeptPart, PartStore, PartToKeep } from "../types";

const maxPartBytes = 8 * 1024 * 1024 * 1024;

/** Each original was accepted under its own limit; there may be many. */
const maxOriginalsBytes = Number.MAX_SAFE_INTEGER;

/** Encrypted storage for the parts of one packet: the annex under its own key, everything else under the packet's. */
export function openPartStore(
  ctx: Ctx,
  { packetId, keys }: { packetId: string; keys: { packet: string | null; annex: string | null } },
): PartStore {
  const places = new Map<string, { keyId: string; files: SealedFiles }>();
  const kept: KeptPart[] = [];
  const placeOf = async (part: PartToKeep["part"]) => {
    const of = part === "annex" ? "annex" : "packet";
    const known = places.get(of);
    if (known) return known;
    const keyId = keys[of] ?? (await keepPacketKey(ctx, { packetId, of }));
    const place = { keyId, files: await openFiles(ctx, keyId) };
    places.set(of, place);
    return place;
  };
  return {
    kept,
    keep: async ({ part, name, mime, write }) => {
      const { keyId, files } = await placeOf(part);
      const writing = new Writing(write());
      const maxBytes = part === "originals" ? maxOriginalsBytes : maxPartBytes;
      const stored = await files.receive(writing.pieces(), { maxBytes }).catch((error: unknown) => {
        throw writing.error ?? error;
      });
      const row = { part, name, mime, keyId, ...stored, pages: writing.pages };
      kept.push(row);
      return row;
    },
    reopen: async ({ part, fileId, size }) => {
      const { files } = await placeOf(part);
      const read = readInBlocks(size, (from, to) => files.bytes(fileId, { start: from, end: to - 1 }));
      return { size, read };
    },
    dropAll: async () => {
      for (const { part, fileId } of kept) await (await placeOf(part)).files.drop(fileId).catch(() => undefined);
    },
  };
}

/** Remembers how the writing ended: for the storage, a writer that fails or stops is only a file that broke off. */
class Writing {
  pages: number | null = null;
  error: unknown = null;

  constructor(private readonly writer: ReturnType<PartToKeep["write"]>) {}

  async *pieces(): AsyncGenerator<Uint8Array> {
    try {
      this.pages = (yield* this.writer)?.pages ?? null;
    } catch (error) {
      this.error = error;
      throw error;
    }
  }
}
