import { asc, eq } from "drizzle-orm";
import { packetParts } from "@/db/schema";
import { openFiles } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { bytesOf } from "./files";

export type StoredPart = {
  part: string;
  name: string;
  sha256: string;
  size: number;
  pages: number | null;
  bytes: Buffer;
};

/** Every part that is kept with a packet, opened: as the job stored it, in clear. */
export async function keptParts(ctx: Ctx, packetId: string): Promise<StoredPart[]> {
  const rows = await withTransaction(ctx, "read only", ({ db }) =>
    db.select().from(packetParts).where(eq(packetParts.packetId, packetId)).orderBy(asc(packetParts.part)),
  );
  return Promise.all(
    rows.map(async ({ part, name, sha256, size, pages, keyId, fileId }) => {
      const { stream } = await (await openFiles(ctx, keyId)).open(fileId);
      return { part, name, sha256, size, pages, bytes: await bytesOf(stream) };
    }),
  );
}

/** One of them. @throws Error when it is not there */
export function onePart(parts: readonly StoredPart[], part: string): StoredPart {
  const found = parts.find((candidate) => candidate.part === part);
  if (!found) throw new Error(`The packet has no ${part}.`);
  return found;
}
