import { ctxFromEnquiry, type OpenEnquiry } from "@/lib/auth/enquiries/ctx-from-enquiry";
import { browserOf, codeOfToken, enquiryToken } from "@/lib/auth/enquiries/enquiry-keys";
import { isSameOrigin } from "@/lib/auth/sessions/session";
import { readOwnEnquiry } from "@/lib/client/enquiries/queries";
import { languageOf } from "@/lib/client/wording/rules";
import { officeZone } from "@/lib/law/office/rules";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { pageAnswer } from "./answers";
import { drawCodePage } from "./code";
import { type Where, whereOf } from "./frame";
import { askedIn, outside } from "./read-page";

type Opened = { open: OpenEnquiry; where: Where; code: string };

/**
 * Runs `act` for whoever wrote an enquiry, where it is open in this browser; anybody else is asked for the code. A form
 * of another site does nothing.
 */
export async function onOwnNote(request: Request, act: (opened: Opened) => Promise<Response>): Promise<Response> {
  const ask = (status = 401) => {
    const { language } = outside(request);
    return pageAnswer(drawCodePage(whereOf("/p/code", language, language)), { status });
  };
  if (request.method !== "GET" && !isSameOrigin(request.headers)) return ask(403);
  const token = await enquiryToken();
  const open = token && (await ctxFromEnquiry(await browserOf(token)));
  if (!open) return ask();
  const url = new URL(request.url);
  const own = languageOf(open.language);
  const where = whereOf("/p/note", askedIn(url) ?? own, own);
  try {
    return await act({ open, where, code: codeOfToken(token) });
  } catch (error) {
    if (error instanceof AppError && (error.code === "unauthenticated" || error.code === "not_found")) return ask();
    throw error;
  }
}

/** What stands on the page of an enquiry. @param code that this browser was given, if it sent it */
export async function readNote({ ctx }: OpenEnquiry, code: string) {
  const enquiry = await readOwnEnquiry(ctx, code);
  return { enquiry, zone: officeZone(), codeAddress: `${env().APP_ORIGIN.replace(/^https?:\/\//, "")}/p/code` };
}
