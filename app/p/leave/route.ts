import { clientBrowser, dropClientCookie } from "@/lib/auth/client-page/client-keys";
import { leaveClientPage } from "@/lib/auth/client-page/leave-client-page";
import { browserOf, dropEnquiryCookie, enquiryToken } from "@/lib/auth/enquiries/enquiry-keys";
import { leaveEnquiry } from "@/lib/auth/enquiries/leave-enquiry";
import { isSameOrigin } from "@/lib/auth/sessions/session";
import { goTo, pageAnswer } from "../_page/answers";
import { drawOverPage } from "../_page/closed";
import { outside } from "../_page/read-page";

/** Quick exit: the visits end, the cookies go, and so does whatever the browser may have kept. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return pageAnswer(drawOverPage(outside(request)), { status: 403 });
  const browser = await clientBrowser();
  if (browser) await leaveClientPage(browser);
  const token = await enquiryToken();
  if (token) await leaveEnquiry(await browserOf(token));
  const answer = goTo("/p/blank", { cookie: dropClientCookie(), headers: { "clear-site-data": '"cache", "storage"' } });
  answer.headers.append("set-cookie", dropEnquiryCookie());
  return answer;
}
