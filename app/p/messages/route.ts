import type { OpenClientPage } from "@/lib/auth/client-page/ctx-from-client-page";
import { slowClient } from "@/lib/auth/client-page/slow-client";
import { writeAsClient } from "@/lib/client/messages/write-as-client";
import type { WordingKey } from "@/lib/client/wording/languages/en";
import { AppError } from "@/lib/platform/errors";
import { goTo, pageAnswer } from "../_page/answers";
import { drawHome } from "../_page/home";
import { onOwnPage } from "../_page/read-page";
import { readShown } from "../_page/read-shown";
import { smallForm } from "../_page/small-form";

/** Takes a message to the caseworker. What was typed is kept when it cannot be sent. */
export async function POST(request: Request): Promise<Response> {
  return onOwnPage(request, async ({ open, where }) => {
    const typed = String((await smallForm(request))?.get("words") ?? "");
    const problem = await write(open, typed);
    if (!problem) return goTo(where.to("/p?said=messageSent"));
    const error = { key: problem, typed };
    const home = { ...(await readShown(open)), where: { ...where, path: "/p" }, said: null, error };
    return pageAnswer(drawHome(home), { status: 422 });
  });
}

/** What is wrong; null once it is sent. */
async function write({ ctx, pageId }: OpenClientPage, words: string): Promise<WordingKey | null> {
  if (words.trim() === "") return "messageEmpty";
  if (!(await slowClient(pageId, "write"))) return "tooOften";
  try {
    await writeAsClient(ctx, { words });
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") return "messageLong";
    throw error;
  }
}
