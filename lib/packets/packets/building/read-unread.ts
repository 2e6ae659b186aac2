import "server-only";
import { readPictures } from "@/lib/evidence/picture-words/read-pictures";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { NotConfined } from "@/lib/platform/sandbox/confinement";
import type { ExhibitFile } from "../snapshot/take-snapshot";
import type { Begun } from "./begin-assembly";
import type { Note } from "./throttle-progress";

/**
 * Reads the pictures of a packet that no job has read yet, such as one that was masked a moment ago, so that the search
 * for the client's values never passes over one. Where nothing confines, they stay unread and the packet says so.
 * @returns true if something was read
 */
export async function readUnread(ctx: Ctx, { files, stopped }: Begun, note: Note): Promise<boolean> {
  if (stopped) return false;
  const left = files.filter(isUnread);
  let read = 0;
  try {
    for (const [i, { id, code }] of left.entries()) {
      await note("exhibits", i, left.length, code);
      read += await readPictures(ctx, { exhibitId: id });
    }
  } catch (error) {
    if (!(error instanceof NotConfined)) throw error;
  }
  return read > 0;
}

/** A page, or the masked copy that stands for it, of which there is no reading. */
function isUnread({ print, made, readings, fileId }: ExhibitFile): boolean {
  const isRead = (page: number, version: number) =>
    readings.some((reading) => reading.page === page && reading.version === version);
  const own = print?.as === "original" && fileId !== null && !isRead(1, 0);
  const isLeft = ({ kind, page, version }: ExhibitFile["made"][number]) =>
    (kind === "page" || kind === "redacted") && !isRead(page, kind === "page" ? 0 : version);
  return own || made.some(isLeft);
}
