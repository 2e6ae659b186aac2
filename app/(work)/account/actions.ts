"use server";

import { formAction } from "@/app/form-action";
import { makeFeed } from "@/lib/escalation/reminders/make-feed";
import { revokeFeed } from "@/lib/escalation/reminders/revoke-feed";
import { setWishes } from "@/lib/escalation/reminders/set-wishes";
import { agreeToApiToken } from "@/lib/integrations/api-tokens/agree-to-api-token";
import { endOwnApiToken } from "@/lib/integrations/api-tokens/end-own-api-token";
import { env } from "@/lib/platform/env";
import { t } from "@/lib/platform/language/translate";

export const setWishesAction = formAction(setWishes, { refresh: "/account", saved: t("Reminders saved.") });

/** The message of a saved form is the address itself: it is shown once and kept nowhere. */
export const makeFeedAction = formAction(makeFeed, {
  refresh: "/account",
  saved: ({ token }) => `${env().APP_ORIGIN}/api/calendar/${token}`,
});

export const revokeFeedAction = formAction(revokeFeed, { refresh: "/account", saved: t("Calendar address closed.") });

export const agreeToApiTokenAction = formAction(agreeToApiToken, {
  confirm: "api_token.agree",
  refresh: "/account",
  saved: t("Agreed. The program can work now."),
});

export const endOwnApiTokenAction = formAction(endOwnApiToken, { refresh: "/account", saved: t("Token ended") });
