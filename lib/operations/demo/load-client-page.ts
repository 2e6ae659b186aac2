import "server-only";
import { ctxFromClientPage } from "@/lib/auth/client-page/ctx-from-client-page";
import { tryPin } from "@/lib/auth/client-page/try-pin";
import { receiveWholeFile } from "@/lib/client/files/receive-whole-file";
import { showStatus } from "@/lib/client/messages/show-status";
import { writeAsClient } from "@/lib/client/messages/write-as-client";
import { makePage } from "@/lib/client/pages/make-page";
import { setPages } from "@/lib/client/pages/set-pages";
import { offerRecord } from "@/lib/client/papers/offer-record";
import { shaOf } from "@/lib/client/wording/access";
import { confirmText } from "@/lib/client/wording/confirm-text";
import { ourText } from "@/lib/client/wording/rules";
import { newToken } from "@/lib/platform/ids";
import { dayAgo, daysAgo } from "./days";
import type { Cast } from "./load-people";

const consent = { what: "consent", language: "zu", purposes: { help: "on", record: "on", evidence: "on" } };

/** A client with a page of her own: she sent a chat, asks something, and has a paper to read. */
export async function loadClientPage(cast: Cast, opened: Map<string, string>): Promise<void> {
  await setPages(cast.admin.ctx, { on: true });
  const speaker = "Nomvula Example, interpreter";
  const seen = shaOf(ourText("zu", "consentHelp"));
  await confirmText(daysAgo(cast.admin.ctx, 3), { language: "zu", key: "consentHelp", seen, speaker });
  const { ctx } = cast.thandi;
  const caseId = opened.get("Sandpiper") ?? "";
  const { secret, pin } = await makePage(daysAgo(ctx, 6), { caseId, language: "zu", agreed: "on" });
  await showStatus(daysAgo(ctx, 6), { caseId, line: "lineOpened", lineOn: dayAgo(ctx, 20) });
  await showStatus(daysAgo(ctx, 2), { caseId, line: "lineWaiting" });
  await offerRecord(daysAgo(ctx, 2), { caseId, ...consent });
  const browser = newToken();
  await tryPin({ secret: Buffer.from(secret, "base64url"), network: null, browser }, pin);
  const page = await ctxFromClientPage(browser);
  if (!page) throw new Error("The client's page did not open.");
  const words = {
    fileName: "WhatsApp Chat.txt",
    fileType: "text/plain",
    what: "Wangibhalela futhi",
    when: "Izolo ebusuku",
    where: "WhatsApp",
  };
  const chat = "[2026/11/20, 21:04:11] +1 555 0100: I know where you work now.\n";
  const body = new Blob([chat]).stream() as ReadableStream<Uint8Array>;
  await receiveWholeFile(page.ctx, { keyId: page.keyId, words, body });
  await writeAsClient(page.ctx, { words: "Sawubona, ingabe zikhona izindaba?" });
}
