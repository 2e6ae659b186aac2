"use server";

import { revalidatePath } from "next/cache";
import { runForm } from "@/app/_ui/run-form";
import { formAction } from "@/app/form-action";
import { spokenPin } from "@/lib/auth/client-page/rules";
import { actingCtx } from "@/lib/auth/sessions/session";
import { agreeSending } from "@/lib/casework/clients/agree-sending";
import { acceptFile } from "@/lib/client/files/accept-file";
import { acceptFiles } from "@/lib/client/files/accept-files";
import { setFileAside } from "@/lib/client/files/set-file-aside";
import { showStatus } from "@/lib/client/messages/show-status";
import { withdrawMessage } from "@/lib/client/messages/withdraw-message";
import { writeToClient } from "@/lib/client/messages/write-to-client";
import { askNotice } from "@/lib/client/notices/ask-notice";
import { endPage } from "@/lib/client/pages/end-page";
import { makePage } from "@/lib/client/pages/make-page";
import { noteSeenNews } from "@/lib/client/pages/note-seen-news";
import { endPaper } from "@/lib/client/papers/end-paper";
import { offerPaper } from "@/lib/client/papers/offer-paper";
import { env } from "@/lib/platform/env";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import type { MadeState } from "./made-state";

const refresh = "/cases/[caseId]";

/** Link and PIN are in this one answer and nowhere else: only their hashes are kept. */
export async function makePageAction(_before: MadeState, form: FormData): Promise<MadeState> {
  const answer: Pick<MadeState, "made"> = {};
  const state = await runForm(form, async () => {
    const { secret, pin } = await makePage(await actingCtx(), Object.fromEntries(form));
    const language = String(form.get("language"));
    const link = `${env().APP_ORIGIN}/p/${secret}${language === "en" ? "" : `?l=${language}`}`;
    answer.made = { link, pin: spokenPin(pin) };
    revalidatePath(refresh, "layout");
    return undefined;
  });
  return { ...state, ...answer };
}

export const endPageAction = formAction(endPage, { refresh, saved: t("Ended. The link opens nothing any more.") });

export const noteSeenNewsAction = formAction(noteSeenNews, { refresh, saved: t("Noted as seen.") });

export const acceptFileAction = formAction(acceptFile, {
  refresh,
  saved: ({ label }) => t("Accepted as {label}. The ledger begins with the client's capture.", { label }),
});

export const acceptFilesAction = formAction(acceptFiles, {
  refresh,
  saved: ({ accepted, left }) =>
    left === 0
      ? t("{accepted} accepted as evidence.", { accepted: plural(accepted, "file") })
      : t("{accepted} accepted. {left} could not be: accept them one by one to see why.", {
          accepted: plural(accepted, "file"),
          left: plural(left, "file"),
        }),
});

export const setFileAsideAction = formAction(setFileAside, {
  refresh,
  saved: t("Set aside. It is kept, and can be accepted later."),
});

export const showStatusAction = formAction(showStatus, { refresh, saved: t("The client sees it now.") });

export const writeToClientAction = formAction(writeToClient, {
  refresh,
  saved: t("The client finds it on her page. Nothing was sent to her phone."),
});

export const withdrawMessageAction = formAction(withdrawMessage, {
  refresh,
  saved: t("Taken off her page. It stays in the case."),
});

export const offerPaperAction = formAction(offerPaper, { refresh, saved: t("The client can read and answer it now.") });

export const endPaperAction = formAction(endPaper, { refresh, saved: t("It is no longer asked for.") });

export const agreeSendingAction = formAction(agreeSending, {
  refresh,
  saved: ({ isOn }) => (isOn ? t("Saved. Only what was agreed is sent.") : t("Saved. Nothing is sent to her.")),
});

export const askNoticeAction = formAction(askNotice, {
  refresh,
  saved: ({ waits }) =>
    waits ? t("It leaves in her next safe hours, if nothing has changed by then.") : t("It is on its way."),
});
