import { z } from "zod";
import type { CaseAct, PaletteAnswer } from "@/app/_shell/palette-rules";
import { caseActions } from "@/app/(work)/cases/case-actions";
import { caseSections } from "@/app/(work)/cases/case-sections";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { numberLines, offerOnCases, offerPeople } from "@/app/(work)/search/offers";
import { isSameOrigin, readCtx } from "@/lib/auth/sessions/session";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { findCases } from "@/lib/oversight/search/queries";
import { longestQuery } from "@/lib/oversight/search/rules";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { answering, closed } from "../packets/send-file";

const Asked = z.object({ text: z.string().max(longestQuery), caseId: z.uuid().nullable() });

/** The search's results besides pages: a POST, so that nothing typed is in a URL. Clients are not searched. */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    if (!isSameOrigin(request.headers)) throw new AppError("not_found", t("Ask from a page of ours."));
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    const asked = Asked.safeParse(await request.json().catch(() => null));
    if (!asked.success) throw new AppError("invalid", t("Type a few letters or digits."));
    const { text, caseId } = asked.data;
    const { hits } = await findCases(ctx, text);
    const [numbers, acts, others, people] = await Promise.all([
      numberLines(ctx, text, hits.length > 0),
      caseId ? actsOn(ctx, caseId) : [],
      caseId ? [] : offerOnCases(ctx, text),
      offerPeople(ctx, text),
    ]);
    const found = hits.slice(0, 8).map((hit) => ({
      href: `/cases/${hit.caseId}`,
      label: `${hit.pseudonym}, ${hit.code}`,
      note: hit.reasons[0] ? `${hit.reasons[0].what}: ${hit.reasons[0].value}` : "",
    }));
    const answer: PaletteAnswer = { numbers, cases: found, acts, others, people };
    return Response.json(answer, { headers: closed });
  });
}

/** A case that this person may not see offers nothing, as one that is not there. */
async function actsOn(ctx: Ctx, caseId: string): Promise<CaseAct[]> {
  try {
    const { header, gaps, desk, looks, restricted } = await readCaseTop(ctx, caseId);
    const note = header.code;
    // Emergency access only reads.
    const actions = looks.some((look) => look.mine)
      ? []
      : caseActions(header, ctx.actor, { restricted: restricted !== null });
    return [
      ...actions.map(({ label, words, href }) => ({ label, words, href, note })),
      ...caseSections(header, gaps, desk).map(({ label, href }) => ({ label, words: "", href, note })),
    ];
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return [];
    throw error;
  }
}
