import { z } from "zod";
import { fits, type PaletteAnswer } from "@/app/_shell/palette-rules";
import { caseActions } from "@/app/(work)/cases/case-actions";
import { isSameOrigin, readCtx } from "@/lib/auth/sessions/session";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { may } from "@/lib/kernel/access/roles";
import { listStaff } from "@/lib/organisation/members/queries";
import { findCases } from "@/lib/oversight/search/queries";
import { longestQuery } from "@/lib/oversight/search/rules";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { answering, closed } from "../packets/send-file";

const Asked = z.object({ text: z.string().max(longestQuery), caseId: z.uuid().nullable() });

/** The palette's results besides pages: a POST, so that nothing typed is in a URL. Clients are not searched. */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    if (!isSameOrigin(request.headers)) throw new AppError("not_found", t("Ask from a page of ours."));
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    const asked = Asked.safeParse(await request.json().catch(() => null));
    if (!asked.success) throw new AppError("invalid", t("Type a few letters or digits."));
    const { text, caseId } = asked.data;
    const { hits } = await findCases(ctx, text);
    const answer: PaletteAnswer = {
      cases: hits.slice(0, 8).map((hit) => ({
        href: `/cases/${hit.caseId}`,
        label: `${hit.pseudonym}, ${hit.code}`,
        note: hit.reasons[0] ? `${hit.reasons[0].what}: ${hit.reasons[0].value}` : "",
      })),
      acts: caseId ? await actsOn(ctx, caseId) : [],
      people: may(ctx.actor.role, "team.read") && text.trim().length > 1 ? await colleagues(ctx, text) : [],
    };
    return Response.json(answer, { headers: closed });
  });
}

/** A case that this person may not see offers nothing, as one that is not there. */
async function actsOn(ctx: Ctx, caseId: string): Promise<PaletteAnswer["acts"]> {
  try {
    const header = await readCaseHeader(ctx, caseId);
    return caseActions(header, ctx.actor.role).map(({ label, href }) => ({ label, href, note: header.code }));
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return [];
    throw error;
  }
}

/** Whose work a supervisor may view; no clients. */
async function colleagues(ctx: Ctx, text: string): Promise<PaletteAnswer["people"]> {
  const staff = await listStaff(ctx);
  const found = staff.filter(({ name }) => fits(name, text)).slice(0, 8);
  return found.map(({ id, name }) => ({ label: name, href: `/team/${id}`, note: t("Team") }));
}
