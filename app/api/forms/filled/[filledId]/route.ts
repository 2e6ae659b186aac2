import { requireTaker } from "@/app/api/evidence/gate";
import { answering, notByHead, sendFile } from "@/app/api/packets/send-file";
import { takeFilledForm } from "@/lib/documents/forms/commands/take-filled-form";
import { openFiles } from "@/lib/kernel/access/case-files";

/** The file of a filled form. Logged, and inert in the browser. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/forms/filled/[filledId]">,
): Promise<Response> {
  return answering(async () => {
    const ctx = await requireTaker(request);
    const { filledId } = await params;
    const { keyId, fileId, name } = await takeFilledForm(ctx, { filledId });
    return sendFile(request, { ctx, files: await openFiles(ctx, keyId), fileId, name }, "attachment");
  });
}

export const HEAD = notByHead;
