import type { OpenClientPage } from "@/lib/auth/client-page/ctx-from-client-page";
import { slowClient } from "@/lib/auth/client-page/slow-client";
import { answerPaper } from "@/lib/client/papers/answer-paper";
import { readOwnPaper } from "@/lib/client/papers/queries";
import { takeBackAnswer } from "@/lib/client/papers/take-back-answer";
import type { WordingKey } from "@/lib/client/wording/languages/en";
import { AppError } from "@/lib/platform/errors";
import { goTo, pageAnswer } from "../../_page/answers";
import { drawPaperPage } from "../../_page/paper";
import { onOwnPage } from "../../_page/read-page";
import { smallForm } from "../../_page/small-form";
import { zoneOf } from "../../_page/zone-of";

type Context = RouteContext<"/p/papers/[id]">;

/** A paper to read, and to answer. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return onOwnPage(request, async ({ open, where }) => {
    const paper = await readOwnPaper(open.ctx, (await params).id);
    return pageAnswer(drawPaperPage({ where, paper, zone: zoneOf(open.pair) }));
  });
}

/** Signs, declines or corrects it, or takes a signature back. What was typed is kept when something is missing. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return onOwnPage(request, async ({ open, where }) => {
    const { id: paperId } = await params;
    const typed = Object.fromEntries((await smallForm(request)) ?? []);
    const errors = await answer(open, paperId, typed);
    if (!errors) return goTo(where.to(`/p/papers/${paperId}`));
    const paper = await readOwnPaper(open.ctx, paperId);
    const words = { name: String(typed.name ?? ""), words: String(typed.words ?? "") };
    const page = { where, paper, zone: zoneOf(open.pair), errors, typed: words };
    return pageAnswer(drawPaperPage(page), { status: 422 });
  });
}

const sentences: Record<string, WordingKey> = {
  agree: "paperTick",
  name: "paperNameNone",
  words: "paperWrongNone",
};

/** What is wrong at which field; null once it is saved, and when it needs no answer any more, as the page then says. */
async function answer(
  { ctx, pageId }: OpenClientPage,
  paperId: string,
  typed: Record<string, FormDataEntryValue>,
): Promise<Record<string, WordingKey> | null> {
  if (!(await slowClient(pageId, "write"))) return { form: "tooOften" };
  try {
    if (typed.answer === "withdrawn") await takeBackAnswer(ctx, { paperId });
    else await answerPaper(ctx, { ...typed, paperId });
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== "invalid") return null;
    const wrong = Object.keys(error.fields).flatMap((field) => (sentences[field] ? [[field, sentences[field]]] : []));
    return wrong.length > 0 ? Object.fromEntries(wrong) : { form: "messageLong" };
  }
}
