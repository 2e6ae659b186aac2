import "server-only";
import { and, asc, eq, notInArray } from "drizzle-orm";
import { derivatives } from "@/db/schema";
import { openBoxes } from "@/lib/evidence/derivatives/access";
import type { Box } from "@/lib/evidence/derivatives/types";
import { PrintPlan } from "@/lib/evidence/exhibits/input";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import type { SnapshotExhibit } from "./snapshot";
import { exhibitCode } from "./words";

/** A file that was made from an exhibit, as a packet uses it. */
export type DerivedFile = Pick<
  typeof derivatives.$inferSelect,
  "exhibitId" | "kind" | "page" | "version" | "fileId" | "sha256" | "size" | "format" | "width" | "height" | "madeAt"
> & {
  /** Of a masked copy: how much of its page the boxes cover, 0 to 1. */
  covered?: number;
};

/** Every page, text and masked copy that was made on a case. @param vault of the case */
export async function readDerived(ctx: TxCtx, vault: Vault, caseId: string): Promise<DerivedFile[]> {
  const { id, boxes, exhibitId, kind, page, version, fileId, sha256, size, format, width, height, madeAt } =
    derivatives;
  const rows = await ctx.db
    .select({ id, boxes, exhibitId, kind, page, version, fileId, sha256, size, format, width, height, madeAt })
    .from(derivatives)
    .where(and(eq(derivatives.caseId, caseId), notInArray(derivatives.kind, ["stripped", "still"])))
    .orderBy(asc(derivatives.exhibitId), asc(derivatives.kind), asc(derivatives.page), asc(derivatives.version));
  return rows.map(({ id: rowId, boxes: sealed, ...row }) => ({
    ...row,
    ...(row.kind === "redacted" ? { covered: shareOf(openBoxes({ id: rowId, boxes: sealed }, vault)) } : {}),
  }));
}

/** The share of a page under boxes, which may overlap: by the middles of a fine grid. */
function shareOf(boxes: readonly Box[]): number {
  const middles = Array.from({ length: grid }, (_, i) => (i + 0.5) / grid);
  const isIn = (x: number, y: number) =>
    boxes.some((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
  const under = middles.reduce((sum, y) => sum + middles.filter((x) => isIn(x, y)).length, 0);
  return under / grid ** 2;
}

const grid = 50;

/** What a machine read in the pages of one exhibit and in its masked copies. */
export function readingsOf(all: readonly DerivedFile[], exhibitId: string): DerivedFile[] {
  return all.filter((derivedFile) => derivedFile.exhibitId === exhibitId && derivedFile.kind === "ocr");
}

/**
 * What is printed of one exhibit: its pages, and the newest of the readings of its text and of the masked copies of a
 * page.
 */
export function printedOf(all: readonly DerivedFile[], exhibitId: string): DerivedFile[] {
  const mine = all.filter((derivedFile) => derivedFile.exhibitId === exhibitId && derivedFile.kind !== "ocr");
  const isNewest = ({ kind, page, version }: DerivedFile) =>
    !mine.some((other) => other.kind === kind && other.page === page && other.version > version);
  return mine.filter(isNewest);
}

/** The same for a packet that was decided on: a masked copy or a reading that came later is not in it. */
export function printedThen(
  all: readonly DerivedFile[],
  row: Row,
  { files, decidedAt }: { files: SnapshotExhibit["files"]; decidedAt: Date | null },
): DerivedFile[] {
  const known = new Set(files.map((file) => file.name));
  const wasThere = (derivedFile: DerivedFile) =>
    derivedFile.kind === "redacted"
      ? known.has(maskedName(row, derivedFile))
      : derivedFile.version === 0 || !isAfter(derivedFile.madeAt, decidedAt);
  return printedOf(all.filter(wasThere), row.id);
}

const isAfter = (at: Date, decidedAt: Date | null) => decidedAt !== null && at > decidedAt;

/** The masked copies as the exhibit list and Annex A name them, after the original. */
export function maskedFiles(row: Row, all: readonly DerivedFile[]): SnapshotExhibit["files"] {
  return printedOf(all, row.id)
    .filter((derivedFile) => derivedFile.kind === "redacted")
    .map((derivedFile, i) => ({
      no: i + 2,
      name: maskedName(row, derivedFile),
      kind: "masked copy",
      bytes: derivedFile.size,
      sha256: derivedFile.sha256,
    }));
}

/** How an exhibit is printed; null if that was not determined on arrival. */
export function printPlanOf(row: { look: Record<string, unknown> }): PrintPlan | null {
  return PrintPlan.safeParse(row.look.print).data ?? null;
}

type Row = { id: string; number: number };

const maskedName = (row: Row, { page, version, format }: DerivedFile) =>
  `${exhibitCode(row)}-page-${page}-masked-${version}.${format === "jpeg" ? "jpg" : "png"}`;
