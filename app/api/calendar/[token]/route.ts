import type { NextRequest } from "next/server";
import { ctxFromFeed, feedMayLook } from "@/lib/auth/sessions/ctx-from-feed";
import { listFeedEvents } from "@/lib/escalation/reminders/queries";
import { may } from "@/lib/kernel/access/roles";
import { t } from "@/lib/platform/language/translate";
import { ofFiles } from "@/lib/platform/network/headers";
import { writeCalendar } from "@/lib/platform/time/ics";

export const dynamic = "force-dynamic";

const closed = ofFiles();
const plain = { ...closed, "content-type": "text/plain; charset=utf-8" };

/** 32 bytes in base64url; anything else is not looked up. */
const form = /^[\w-]{43}$/;

/**
 * The deadlines of one member for a calendar program, which has no session: the address itself is the key. What is
 * unknown, closed or badly written answers the same.
 */
export async function GET(_: NextRequest, { params }: RouteContext<"/api/calendar/[token]">): Promise<Response> {
  const text = (await params).token.replace(/\.ics$/, "");
  const token = form.test(text) ? Buffer.from(text, "base64url") : null;
  const ctx = token && (await ctxFromFeed(token));
  if (!ctx || !may(ctx.actor, "case.read")) return nothing();
  if (!(await feedMayLook(token))) {
    return new Response(t("Too many requests. Wait a minute."), {
      status: 429,
      headers: { ...plain, "retry-after": "60" },
    });
  }
  const body = writeCalendar(t("Crossdocket deadlines"), await listFeedEvents(ctx), ctx.now);
  return new Response(body, {
    headers: {
      ...closed,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="deadlines.ics"',
    },
  });
}

const nothing = () => new Response(t("There is nothing here."), { status: 404, headers: plain });
