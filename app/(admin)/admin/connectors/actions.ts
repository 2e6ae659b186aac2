"use server";

import { formAction } from "@/app/form-action";
import { addConnector } from "@/lib/integrations/connectors/commands/add-connector";
import { changeConnector } from "@/lib/integrations/connectors/commands/change-connector";
import { turnOffConnector } from "@/lib/integrations/connectors/commands/turn-off-connector";
import { enquiryFields } from "@/lib/integrations/connectors/types";
import { t } from "@/lib/platform/language/translate";

const refresh = "/admin/connectors";
const described = (form: FormData) => ({
  connectorId: form.get("connectorId") ?? undefined,
  kind: form.get("kind") ?? undefined,
  name: form.get("name"),
  mapping: Object.fromEntries(enquiryFields.map((field) => [field, form.get(`mapping.${field}`) ?? ""])),
});

/** The message of a saved form is the secret itself: it is shown once. */
export const addConnectorAction = formAction(addConnector, {
  confirm: "connector.write",
  input: described,
  refresh,
  saved: ({ secret }) => secret,
});

export const changeConnectorAction = formAction(changeConnector, {
  confirm: "connector.write",
  input: described,
  refresh,
  saved: t("Connector changed"),
});

export const turnOffConnectorAction = formAction(turnOffConnector, { refresh, saved: t("Connector turned off") });
