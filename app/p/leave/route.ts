import { clientBrowser, dropClientCookie } from "@/lib/auth/client-page/client-keys";
import { leaveClientPage } from "@/lib/auth/client-page/leave-client-page";
import { isSameOrigin } from "@/lib/auth/sessions/session";
import { goTo } from "../_page/answers";

/** Quick exit: the visit ends, the cookie goes, and so does whatever the browser may have kept. */
export async function POST(request: Request): Promise<Response> {
  const browser = isSameOrigin(request.headers) ? await clientBrowser() : null;
  if (browser) await leaveClientPage(browser);
  return goTo("/p/blank", { cookie: dropClientCookie(), headers: { "clear-site-data": '"cache", "storage"' } });
}
