import "server-only";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import type { PageImage } from "@/lib/platform/sandbox/types";

const DPI = 110;

/** One page of a PDF as a picture, drawn in a confined process. @throws AppError not_found; NotConfined */
export async function drawOnePage(bytes: Uint8Array, page: number): Promise<PageImage> {
  const file = { size: bytes.byteLength, open: async () => new Blob([Buffer.from(bytes)]).stream() };
  const isPage = Number.isInteger(page) && page >= 1 && page <= 2_000;
  const image = isPage ? await sandbox.redact(file, { page, boxes: [], format: "jpeg", dpi: DPI }) : null;
  if (!image) throw new AppError("not_found", t("There is no such page."));
  return image;
}
