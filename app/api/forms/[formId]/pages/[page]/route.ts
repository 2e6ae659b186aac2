import { answering } from "@/app/api/evidence/answers";
import { requireTaker } from "@/app/api/evidence/gate";
import { notByHead } from "@/app/api/packets/send-file";
import { drawFormPage } from "@/lib/documents/forms/draw-form-page";
import { pagePicture } from "../../../page-picture";

/** A page of an empty form as a picture; with `?invented`, as it is with an invented case. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/forms/[formId]/pages/[page]">,
): Promise<Response> {
  return answering(async () => {
    const ctx = await requireTaker(request);
    const { formId, page } = await params;
    const invented = new URL(request.url).searchParams.has("invented");
    return pagePicture(await drawFormPage(ctx, formId, Number(page), invented));
  });
}

export const HEAD = notByHead;
