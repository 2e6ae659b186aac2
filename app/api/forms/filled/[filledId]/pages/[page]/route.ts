import { answering } from "@/app/api/evidence/answers";
import { requireTaker } from "@/app/api/evidence/gate";
import { pagePicture } from "@/app/api/forms/page-picture";
import { notByHead } from "@/app/api/packets/send-file";
import { drawFilledPage } from "@/lib/documents/forms/draw-filled-page";

/** A page of a filled form as a picture. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/forms/filled/[filledId]/pages/[page]">,
): Promise<Response> {
  return answering(async () => {
    const ctx = await requireTaker(request);
    const { filledId, page } = await params;
    return pagePicture(await drawFilledPage(ctx, filledId, Number(page)));
  });
}

export const HEAD = notByHead;
