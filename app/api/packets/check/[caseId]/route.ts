import { isSameOrigin, readCtx } from "@/lib/auth/sessions/session";
import { draftFields } from "@/lib/packets/packets/input";
import { checkDraft } from "@/lib/packets/packets/queries";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { answering, closed } from "../../send-file";

/** A form with every answer at its longest, for every account of a large case, stays well under this. */
const maxChars = 512 * 1024;

/** The checklist for the form as typed. It reads the case and stores nothing; a POST, so that no text is in a URL. */
export function POST(request: Request, { params }: RouteContext<"/api/packets/check/[caseId]">): Promise<Response> {
  return answering(async () => {
    if (!isSameOrigin(request.headers)) throw new AppError("not_found", t("Ask from the page of the draft."));
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    const text = await request.text();
    if (text.length > maxChars) throw new AppError("invalid", t("The draft is too long to be checked."));
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(text)) form.append(name, value);
    const { caseId } = await params;
    return Response.json(await checkDraft(ctx, caseId, draftFields(form)), { headers: closed });
  });
}
