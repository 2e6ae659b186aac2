import type { OpenEnquiry } from "@/lib/auth/enquiries/ctx-from-enquiry";
import { dropEnquiryCookie } from "@/lib/auth/enquiries/enquiry-keys";
import { slowEnquirer } from "@/lib/auth/enquiries/slow-enquirer";
import { noteReceipt } from "@/lib/client/enquiries/commands/note-receipt";
import { takeBack } from "@/lib/client/enquiries/commands/take-back";
import { writeAgain } from "@/lib/client/enquiries/commands/write-again";
import type { WordingKey } from "@/lib/client/wording/languages/en";
import { AppError } from "@/lib/platform/errors";
import { goTo, pageAnswer } from "../_page/answers";
import { drawNote, drawTakeBack, drawTakenBack } from "../_page/note";
import { onOwnNote, readNote } from "../_page/read-note";
import { smallForm } from "../_page/small-form";

/** What she wrote, whether it was read, and our answers. */
export async function GET(request: Request): Promise<Response> {
  return onOwnNote(request, async ({ open, where, code }) => {
    const asked = new URL(request.url).searchParams;
    if (asked.has("back")) return pageAnswer(drawTakeBack(where));
    const said = asked.get("said") === "noteSent" ? ("noteSent" as const) : null;
    return pageAnswer(drawNote({ ...(await readNote(open, code)), where, said }));
  });
}

/** She has her code, writes again, or takes it back. What was typed is kept when it cannot be sent. */
export async function POST(request: Request): Promise<Response> {
  return onOwnNote(request, async ({ open, where, code }) => {
    const form = await smallForm(request);
    const act = String(form?.get("do") ?? "");
    if (act === "noted") {
      await noteReceipt(open.ctx, {});
      return goTo(where.to("/p/note"));
    }
    if (act === "back") {
      const { erased } = await takeBack(open.ctx, {});
      return pageAnswer(drawTakenBack(where, erased), { cookie: dropEnquiryCookie() });
    }
    const typed = String(form?.get("words") ?? "");
    const problem = await write(open, typed);
    if (!problem) return goTo(where.to("/p/note?said=noteSent"));
    const error = { key: problem, typed };
    return pageAnswer(drawNote({ ...(await readNote(open, code)), where, said: null, error }), { status: 422 });
  });
}

/** What is wrong; null once it is sent. */
async function write({ ctx, enquiryId }: OpenEnquiry, words: string): Promise<WordingKey | null> {
  if (words.trim() === "") return "messageEmpty";
  if (!(await slowEnquirer(enquiryId))) return "tooOften";
  try {
    await writeAgain(ctx, { words: words.replaceAll("\u0000", "") });
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "invalid") return "messageLong";
    if (error.code === "conflict") return "noteFull";
    throw error;
  }
}
