import { readCtx } from "@/lib/auth/sessions/session";
import { may } from "@/lib/kernel/access/roles";
import { maxWaitingFileBytes } from "@/lib/operations/arrivals/rules";
import { takeText } from "@/lib/operations/arrivals/take-text";
import { takeWholeFile } from "@/lib/operations/arrivals/take-whole-file";
import { noteAttempt } from "@/lib/platform/attempts";
import { t } from "@/lib/platform/language/translate";
import { readMultipart } from "@/lib/platform/multipart/read-multipart";
import { ofPages } from "@/lib/platform/network/headers";
import { goTo } from "../_page/answers";

const limits = { maxFiles: 50, maxFileBytes: maxWaitingFileBytes, maxFieldBytes: 20_000 };

/** Nobody's page sent this: the phone did, or a page of ours. A browser lets no page say so. */
const isFromPhone = (request: Request): boolean =>
  ["none", "same-origin"].includes(request.headers.get("sec-fetch-site") ?? "");

/** What another app shares, on a device that is not prepared: it goes straight to what waits for its case. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromPhone(request)) {
    noteAttempt("foreign_origin");
    return new Response(t("This request did not come from a page of this site."), {
      status: 403,
      headers: { ...ofPages(), "content-type": "text/plain; charset=utf-8" },
    });
  }
  const ctx = await readCtx();
  if (!ctx || !may(ctx.actor, "case.write")) return goTo("/offline/write?shared=nowhere");
  try {
    const { fields } = await readMultipart(request, limits, (file) => takeWholeFile(ctx, file));
    const words = ["title", "text", "url"].map((name) => fields[name]).filter(Boolean);
    if (words.length > 0) await takeText(ctx, words.join("\n"));
    return goTo("/arrivals");
  } catch {
    return goTo("/offline/write?shared=large");
  }
}

/** Somebody opened the address itself. */
export function GET(): Response {
  return goTo("/offline/write");
}
