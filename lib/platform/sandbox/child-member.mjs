import { openArchive } from "./child-archive.mjs";
import { isArchive } from "./child-sniff.mjs";
import { unpackMember } from "./child-zip.mjs";

const PIECE = 8 * 1024 * 1024;

/**
 * The operation `member`: the bytes of member `index` of an archive, as they were before they were packed. Frames: its
 * pieces, then how many bytes they are. Nothing is sent for a member that cannot be unpacked.
 */
export async function run({ request, input, found, send }) {
  if (!isArchive(found.mime)) return;
  const archive = openArchive(await input.whole(), found.mime);
  const entry = archive.entries[request.index];
  const { bytes } = entry ? unpackMember(archive.bytes, entry) : {};
  if (!bytes) return;
  for (let at = 0; at < bytes.byteLength; at += PIECE) await send({ piece: at }, bytes.subarray(at, at + PIECE));
  await send({ whole: bytes.byteLength });
}
