"use server";

import { formAction } from "@/app/form-action";
import { endApiToken } from "@/lib/integrations/api-tokens/end-api-token";
import { makeApiToken } from "@/lib/integrations/api-tokens/make-api-token";
import { t } from "@/lib/platform/language/translate";

/** The message of a saved form is the token itself: it is shown once, and only its hash is kept. */
export const makeApiTokenAction = formAction(makeApiToken, {
  confirm: "api_token.make",
  refresh: "/admin/api",
  input: (form) => ({ ...Object.fromEntries(form), scopes: form.getAll("scopes") }),
  saved: ({ token }) => token,
});

export const endApiTokenAction = formAction(endApiToken, { refresh: "/admin/api", saved: t("Token ended") });
