import { clientNetwork } from "@/lib/auth/attempts/client-address";
import { ctxForEnquiryForm } from "@/lib/auth/enquiries/ctx-for-enquiry-form";
import { browserOf, enquiryCookie, keysOfForm } from "@/lib/auth/enquiries/enquiry-keys";
import { readAddress } from "@/lib/auth/enquiries/rules";
import { secretIn } from "@/lib/auth/first-contact/rules";
import { isSameOrigin } from "@/lib/auth/sessions/session";
import { newId, newToken } from "@/lib/platform/ids";
import { goTo, pageAnswer } from "../../_page/answers";
import { drawNoteClosed, drawNoteForm, type Typed } from "../../_page/note-form";
import { outside } from "../../_page/read-page";
import { receiveEnquiry } from "../../_page/receive-enquiry";
import { smallForm } from "../../_page/small-form";

type Context = RouteContext<"/p/note/[address]">;

/** Where somebody writes who has no case. An address that never was looks like one that is closed. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const where = outside(request);
  const form = await ctxForEnquiryForm(readAddress((await params).address), newId());
  if (!form) return pageAnswer(drawNoteClosed(where));
  const secret = newToken().toString("base64url");
  return pageAnswer(drawNoteForm({ where, phone: form.phone, secret, typed: {}, error: null }));
}

/** Takes what she wrote, and opens it in this browser. What was typed is kept when it cannot be taken. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const where = outside(request);
  const address = readAddress((await params).address);
  if (!isSameOrigin(request.headers)) return pageAnswer(drawNoteClosed(where), { status: 403 });
  const typed = textsOf(await smallForm(request));
  const formSecret = secretIn(typed.form ?? "") ?? newToken();
  const { token } = keysOfForm(formSecret);
  const network = await clientNetwork();
  const browser = await browserOf(token);
  const { state } = await receiveEnquiry({ address, formSecret, network, browser, fields: fieldsOf(typed) });
  if (state === "sent") return goTo(`/p/note?l=${where.language}`, { cookie: enquiryCookie(token) });
  const form = state === "closed" ? null : await ctxForEnquiryForm(address, newId());
  if (!form) return pageAnswer(drawNoteClosed(where), { status: 404 });
  const error = state === "slow" ? ("noteSlow" as const) : ("noteEmpty" as const);
  const page = { where, phone: form.phone, secret: formSecret.toString("base64url"), typed, error };
  return pageAnswer(drawNoteForm(page), { status: state === "slow" ? 429 : 422 });
}

function textsOf(form: FormData | null): Typed {
  const fields = [...(form ?? [])].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  return Object.fromEntries(fields);
}

/** A country that she typed goes before one that she chose. */
function fieldsOf(typed: Typed): Record<string, string> {
  const country = (name: string) =>
    typed[`${name}Typed`]?.trim() || (typed[name] === "unknown" ? "" : (typed[name] ?? ""));
  return { ...typed, country: country("country"), otherCountry: country("otherCountry") };
}
