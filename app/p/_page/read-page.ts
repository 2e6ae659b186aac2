import { clientBrowser } from "@/lib/auth/client-page/client-keys";
import { ctxFromClientPage, type OpenClientPage } from "@/lib/auth/client-page/ctx-from-client-page";
import { isSameOrigin } from "@/lib/auth/sessions/session";
import { readOwnWords } from "@/lib/client/wording/queries";
import { clientLanguages, languageOf } from "@/lib/client/wording/rules";
import { AppError } from "@/lib/platform/errors";
import { pageAnswer } from "./answers";
import { drawOverPage } from "./closed";
import { type Where, whereOf } from "./frame";

type Opened = { open: OpenClientPage; where: Where };

/** The language in an address; null if it names none of ours. */
export const askedIn = (url: URL) => clientLanguages.find((language) => language === url.searchParams.get("l")) ?? null;

/** Where somebody is who opened nothing. */
export const outside = (request: Request): Where => {
  const url = new URL(request.url);
  const language = askedIn(url) ?? "en";
  return whereOf(url.pathname, language, language);
};

/**
 * Runs `act` for the client whose page is open in this browser; anybody else gets the page that says so. A form or a
 * script of another site does nothing.
 */
export async function onOwnPage(request: Request, act: (opened: Opened) => Promise<Response>): Promise<Response> {
  const over = (status = 401) => pageAnswer(drawOverPage(outside(request)), { status });
  if (request.method !== "GET" && !isSameOrigin(request.headers)) return over(403);
  const browser = await clientBrowser();
  const open = browser && (await ctxFromClientPage(browser));
  if (!open) return over();
  const url = new URL(request.url);
  const own = languageOf(open.language);
  const language = askedIn(url) ?? own;
  try {
    const where = whereOf(url.pathname, language, own, await readOwnWords(open.ctx, language));
    return await act({ open, where });
  } catch (error) {
    if (error instanceof AppError && (error.code === "unauthenticated" || error.code === "not_found")) return over();
    throw error;
  }
}
