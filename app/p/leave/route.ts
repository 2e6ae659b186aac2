import { clientBrowser, dropClientCookie } from "@/lib/auth/client-page/client-keys";
import { leaveClientPage } from "@/lib/auth/client-page/leave-client-page";
import { isSameOrigin } from "@/lib/auth/sessions/session";
import { goTo, pageAnswer } from "../_page/answers";
import { drawOverPage } from "../_page/closed";
import { outside } from "../_page/read-page";

/** Quick exit: the visit ends, the cookie goes, and so does whatever the browser may have kept. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return pageAnswer(drawOverPage(outside(request)), { status: 403 });
  const browser = await clientBrowser();
  if (browser) await leaveClientPage(browser);
  return goTo("/p/blank", { cookie: dropClientCookie(), headers: { "clear-site-data": '"cache", "storage"' } });
}
