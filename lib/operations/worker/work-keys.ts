import "server-only";
import { closeDatabase } from "@/db/client";
import { countNeeding } from "@/lib/operations/key-rotation/count-needing";
import { retireKek } from "@/lib/operations/key-rotation/retire-kek";
import { rotateKeys } from "@/lib/operations/key-rotation/rotate-keys";
import { keyRing } from "@/lib/platform/crypto/key-ring";
import { AppError } from "@/lib/platform/errors";
import { plural } from "@/lib/platform/text/format";

/**
 * The script behind `npm run keys`: `list`, `rotate` or `retire ID`. Ends with 0, or with 2 when nothing was done;
 * `unfinished` with 3 when a data key is not under the newest key yet.
 */
async function work([what = "", id = ""]: string[]): Promise<number> {
  if (what === "unfinished") return (await needOld()) > 0 ? 3 : 0;
  if (what === "rotate") {
    const total = await rotateKeys();
    console.log(`${plural(total, "data key")} wrapped anew under ${keyRing().at(-1)?.id}.`);
  }
  if (what === "retire") await retireKek(id);
  else await list();
  return 0;
}

async function needOld(): Promise<number> {
  let total = 0;
  for (const { id } of keyRing().slice(0, -1)) total += await countNeeding(id);
  return total;
}

async function list(): Promise<void> {
  const ring = keyRing();
  for (const [at, { id }] of ring.entries()) {
    const marks = [at === 0 ? "root" : "", at === ring.length - 1 ? "wraps now" : ""].filter((mark) => mark !== "");
    console.log(
      `${id}  wraps ${plural(await countNeeding(id), "data key")}${marks.map((mark) => `, ${mark}`).join("")}`,
    );
  }
}

/** Database messages may contain values; only our own messages are printed. */
function failed(error: unknown): number {
  const known = error instanceof AppError || (error as Error).message?.startsWith("The key ring");
  console.error(known ? (error as Error).message : `The keys could not be worked on (${(error as Error).name}).`);
  return 2;
}

process.exitCode = await work(process.argv.slice(2)).catch(failed).finally(closeDatabase);
