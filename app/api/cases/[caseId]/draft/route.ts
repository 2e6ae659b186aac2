import { notByHead } from "@/app/api/packets/send-file";
import { discardDraft } from "@/lib/casework/notes/discard-draft";
import { readDraft } from "@/lib/casework/notes/queries";
import { saveDraft } from "@/lib/casework/notes/save-draft";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import { reading } from "@/lib/kernel/access/query";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { answer, answering } from "../../../evidence/answers";
import { requireSender, requireTaker } from "../../../evidence/gate";

const maxBytes = 256 * 1024;

type Context = RouteContext<"/api/cases/[caseId]/draft">;

/** What the sheet for a note needs when it opens: the note that this person began and did not save, and the accounts. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answering(async () => {
    const ctx = await requireTaker(request);
    const { caseId } = await params;
    const found = await reading(ctx, async (scoped) => ({
      draft: await readDraft(scoped, caseId),
      accounts: (await listAccountChoices(scoped, caseId)).map(({ id, label }) => ({ value: id, label })),
    }));
    return answer(200, found);
  });
}

/** Keeps what is being typed. 409 when another window of the same person saved the same draft meanwhile. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const length = Number(request.headers.get("content-length") ?? Number.NaN);
    if (!(length <= maxBytes)) return answer(413, { error: t("The note is too long. Save it, and begin another.") });
    return answer(200, await saveDraft(ctx, { ...(await readJson(request)), caseId: (await params).caseId }));
  });
}

/** Throws the draft away. */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    return answer(200, await discardDraft(ctx, { ...(await readJson(request)), caseId: (await params).caseId }));
  });
}

async function readJson(request: Request): Promise<object> {
  const body: unknown = await request.json().catch(() => null);
  if (typeof body !== "object" || body === null) throw new AppError("invalid", t("The draft is not JSON."));
  return body;
}

export const HEAD = notByHead;
