import { t } from "@/lib/platform/language/translate";
import { askSession, coverSession } from "./ask-session";
import { blankPage, showMessage } from "./blank-page";
import { noteLockAt } from "./lock-at";
import { askTypingKey, keepSealed, keepWay, type TypingKey } from "./sealed-typing";
import { isSending } from "./sending";
import type { TypedField } from "./typed-fields";
import { after } from "./watch-rules";

type Covering = { who: string; used: number; typed: TypedField[]; key: Promise<TypingKey | null> | undefined };

const again = 3_000;

/**
 * Empties the page, seals what was typed, hides the session on the server and leaves for the page of the cover: another
 * document, so that nothing of this one stays in memory. Where the server does not answer, or files are on their way,
 * the empty page waits.
 */
export async function coverPage({ who, used, typed, key }: Covering): Promise<void> {
  const path = `${location.pathname}${location.search}${location.hash}`;
  blankPage();
  const lockAt = used + after.lock;
  noteLockAt(lockAt);
  const sealing = (await key) ?? (await askTypingKey());
  // A session that another tab has covered gives no key any more.
  if (sealing) await keepSealed({ path, fields: typed }, sealing);
  else keepWay({ who, path });
  let hurry = false;
  for (;;) {
    if (Date.now() >= lockAt) return lockPage();
    const waits = isSending() && !hurry;
    const done = waits ? "sending" : await coverSession();
    if (done === "done") return location.replace("/cover");
    if (done === "ended") return location.replace("/sign-in?ended=1");
    if (done === "sending")
      showMessage(t("The screen is hidden"), t("Files are still on their way. Once they have arrived you can go on."), {
        text: t("Stop sending, and go on"),
        press: () => {
          hurry = true;
        },
      });
    else
      showMessage(t("The screen is hidden"), t("The server is not responding. This page tries again automatically."));
    await new Promise((resolve) => setTimeout(resolve, again));
  }
}

/**
 * Ends the session, here and on the server. What was typed stays sealed in this tab, and what waits on the device for a
 * line stays there too. "for good": somebody signed out, so it goes.
 */
export async function lockPage(end: "for now" | "for good" = "for now"): Promise<void> {
  blankPage();
  while ((await askSession("DELETE", end === "for good" ? "?out=1" : "")) === "away") {
    showMessage(t("You are being signed out"), t("The server is not responding. This page tries again automatically."));
    await new Promise((resolve) => setTimeout(resolve, again));
  }
  location.replace("/sign-in?ended=1");
}
