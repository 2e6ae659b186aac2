import { clientNetwork } from "@/lib/auth/attempts/client-address";
import { browserOf, enquiryCookie } from "@/lib/auth/enquiries/enquiry-keys";
import { openEnquiry } from "@/lib/auth/enquiries/open-enquiry";
import { isCode, readCode } from "@/lib/auth/first-contact/rules";
import { isSameOrigin } from "@/lib/auth/sessions/session";
import { newToken } from "@/lib/platform/ids";
import { goTo, pageAnswer } from "../_page/answers";
import { drawCodePage } from "../_page/code";
import { outside } from "../_page/read-page";
import { smallForm } from "../_page/small-form";

/** Asks for the receipt code. */
export function GET(request: Request): Response {
  return pageAnswer(drawCodePage(outside(request)));
}

/** Tries it. A right one opens what was written in this browser, under an address that has no secret. */
export async function POST(request: Request): Promise<Response> {
  const where = outside(request);
  const again = (key: "codeNone" | "codeWrong" | "codeSlow", status = 422) =>
    pageAnswer(drawCodePage(where, where.say(key)), { status });
  if (!isSameOrigin(request.headers)) return again("codeNone", 403);
  const code = readCode(String((await smallForm(request))?.get("code") ?? "").slice(0, 100));
  if (!isCode(code)) return again("codeNone");
  const token = newToken();
  const tried = await openEnquiry(code, await browserOf(token), await clientNetwork());
  if (tried === "slow") return again("codeSlow", 429);
  if (tried === "wrong") return again("codeWrong");
  return goTo(`/p/note?l=${where.language}`, { cookie: enquiryCookie(token) });
}
