import { clientNetwork } from "@/lib/auth/attempts/client-address";
import { slowStrangers } from "@/lib/auth/attempts/slow-strangers";
import { newClientBrowser } from "@/lib/auth/client-page/client-keys";
import { readPin } from "@/lib/auth/client-page/rules";
import { tryPin } from "@/lib/auth/client-page/try-pin";
import { secretIn } from "@/lib/auth/first-contact/rules";
import { isSameOrigin } from "@/lib/auth/sessions/session";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { goTo, pageAnswer } from "../_page/answers";
import { drawPinPage } from "../_page/closed";
import { outside } from "../_page/read-page";

/** Asks for the PIN. Nothing is looked up: a link that never was looks the same. */
export async function GET(request: Request): Promise<Response> {
  return pageAnswer(drawPinPage(outside(request)));
}

/** Tries the PIN. A right one opens the page in this browser, under an address that has no secret. */
export async function POST(request: Request, { params }: RouteContext<"/p/[secret]">): Promise<Response> {
  const where = outside(request);
  const again = (key: "pinNone" | "pinWrong" | "pinSlow" | "closed", status = 422) =>
    pageAnswer(drawPinPage(where, where.say(key)), { status });
  if (!isSameOrigin(request.headers)) return again("pinNone", 403);
  const pin = readPin(await typedPin(request));
  if (!pin) return again("pinNone");
  try {
    await slowStrangers("client-page");
  } catch (error) {
    if (error instanceof AppError) return again("pinSlow", 429);
    throw error;
  }
  const text = (await params).secret;
  const secret = secretIn(text) ?? sha256(text);
  const { browser, cookie } = await newClientBrowser();
  const outcome = await tryPin({ secret, network: await clientNetwork(), browser }, pin);
  if (outcome === "open") return goTo(`/p?l=${where.language}`, { cookie });
  if (outcome === "slow") return again("pinSlow", 429);
  return again(outcome === "closed" ? "closed" : "pinWrong");
}

/** At most a few signs: whatever else comes is not read. */
async function typedPin(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? Number.NaN) > 1000) return "";
  return String((await request.formData().catch(() => new FormData())).get("pin") ?? "");
}
