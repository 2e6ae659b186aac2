import "server-only";
import { z } from "zod";
import { BadFrame, type Frame } from "./frames";
import { sandbox } from "./sandbox";
import type { PageImage, SandboxFile } from "./types";

const INSIDE_MS = 60_000;
const most = 6;

const insideFrame = z.object({ inside: z.number().int().min(1).max(most) });
const seenFrame = z.object({ seen: z.unknown() });

/** The largest pictures in a saved page or an archive, each drawn afresh; what cannot be drawn is left out. */
export async function readInside(file: SandboxFile): Promise<PageImage[]> {
  const found: Uint8Array[] = [];
  const take = async ({ head, body }: Frame): Promise<void> => {
    const picture = insideFrame.safeParse(head);
    if (picture.success && picture.data.inside === found.length + 1) found.push(body);
    else if (!seenFrame.safeParse(head).success) throw new BadFrame("unknown frame");
  };
  await sandbox.ask(file, { operation: "inside", timeoutMs: INSIDE_MS }, take);
  const drawn: PageImage[] = [];
  for (const bytes of found) {
    const open = async () => new Blob([new Uint8Array(bytes)]).stream();
    const image = await sandbox.strip({ size: bytes.byteLength, open });
    if (image) drawn.push(image);
  }
  return drawn;
}
