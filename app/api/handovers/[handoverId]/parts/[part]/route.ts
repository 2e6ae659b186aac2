import type { NextRequest } from "next/server";
import { answering, notByHead } from "@/app/api/packets/send-file";
import { isForOfficers } from "@/lib/handover/handovers/rules";
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
    if (!isForOfficers(part)) throw new AppError("not_found", t("No such file."));
    return givePart(request, handoverId, part);
  });
}

export const HEAD = notByHead;
