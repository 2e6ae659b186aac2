import type { NextRequest } from "next/server";
import { answering, notByHead } from "@/app/api/packets/send-file";
import { partsForOfficers } from "@/lib/handover/handovers/types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { givePart } from "../../give-part";

/** One of the files that belong to a packet, for the officer to whom it was given. A PDF may be read with `?read`. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/handovers/[handoverId]/parts/[part]">,
): Promise<Response> {
  return answering(async () => {
    const { handoverId, part } = await params;
    const known = partsForOfficers.find((partsForOfficer) => partsForOfficer === part);
    if (!known) throw new AppError("not_found", t("No such file."));
    return givePart(request, handoverId, known);
  });
}

export const HEAD = notByHead;
