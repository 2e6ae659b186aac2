import "server-only";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { readLikeness } from "@/lib/platform/sandbox/read-likeness";
import type { SandboxFile } from "@/lib/platform/sandbox/types";
import type { NoteLikeness } from "./input";
import { noteLikeness } from "./note-likeness";
import { listToCompare, openCells } from "./queries";
import { compareCells, outlineOf, roughFits } from "./rules";

export type LikenessReader = (file: SandboxFile) => Promise<Uint8Array | null>;

/**
 * The job that compares the picture of an exhibit with the others of its case, and of no other case. No transaction is
 * open while the sandbox works or pictures are compared, and a retry finds the work done. @throws NotConfined
 */
export async function compareExhibit(
  ctx: Ctx,
  { exhibitId }: { exhibitId: string },
  reader: LikenessReader = readLikeness,
): Promise<void> {
  const asked = await listToCompare(ctx, exhibitId);
  if (!asked) return;
  const cells = await reader(await openOriginal(ctx, asked.original));
  const near = cells && (await findNear(ctx, exhibitId, cells, asked.others));
  await noteLikeness(ctx, { exhibitId, cells, near }).catch(unlessMeanwhile);
}

type Others = NonNullable<Awaited<ReturnType<typeof listToCompare>>>["others"];

/** The one that it is most like: a whole copy before one that is cropped or mirrored. */
async function findNear(ctx: Ctx, exhibitId: string, cells: Uint8Array, others: Others): Promise<NoteLikeness["near"]> {
  const outline = outlineOf(cells);
  const fits = new Map(
    others.flatMap((other) => {
      const places = roughFits(outline, other.outline);
      return places.length > 0 ? [[other.exhibitId, places] as const] : [];
    }),
  );
  const found: NonNullable<NoteLikeness["near"]>[] = [];
  for (const other of await openCells(ctx, exhibitId, [...fits.keys()])) {
    const alike = compareCells(cells, other.cells, fits.get(other.exhibitId) ?? []);
    if (alike) found.push({ ...alike, exhibitId: other.exhibitId });
  }
  const oddness = ({ cropped, mirrored }: (typeof found)[number]) => Number(cropped) + 2 * Number(mirrored);
  return found.toSorted((a, b) => oddness(a) - oddness(b))[0] ?? null;
}

/** Another worker was faster, or a stop came: then nothing is recorded. */
function unlessMeanwhile(error: unknown): void {
  if (!(error instanceof AppError && error.code === "conflict")) throw error;
}
