"use server";

import { formAction } from "@/app/form-action";
import { addConnector } from "@/lib/integrations/connectors/commands/add-connector";
import { changeConnector } from "@/lib/integrations/connectors/commands/change-connector";
import { turnOffConnector } from "@/lib/integrations/connectors/commands/turn-off-connector";
import { enquiryFields } from "@/lib/integrations/connectors/types";
import { addReceivingSystem } from "@/lib/integrations/receiving-systems/commands/add-receiving-system";
import { turnOffReceivingSystem } from "@/lib/integrations/receiving-systems/commands/turn-off-receiving-system";
import { sealedFacts, sentFacts } from "@/lib/integrations/receiving-systems/types";
import { t } from "@/lib/platform/language/translate";

/** A fact or a tick by its name in the form: `mapping.code`. */
const ofForm = (form: FormData, names: readonly string[], group: string) =>
  Object.fromEntries(names.map((name) => [name, form.get(`${group}.${name}`) ?? ""]));

const refresh = "/admin/connectors";
const described = (form: FormData) => ({
  connectorId: form.get("connectorId") ?? undefined,
  kind: form.get("kind") ?? undefined,
  name: form.get("name"),
  mapping: ofForm(form, enquiryFields, "mapping"),
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

export const addReceivingSystemAction = formAction(addReceivingSystem, {
  confirm: "webhook.write",
  input: (form) => ({
    ...Object.fromEntries(["serviceId", "address", "userName", "systemPassword"].map((name) => [name, form.get(name)])),
    mapping: ofForm(form, sentFacts, "mapping"),
    sealedSeen: ofForm(form, sealedFacts, "sealedSeen"),
  }),
  refresh,
  saved: t("System added. A caseworker sends a case from the referral to this service."),
});

export const turnOffReceivingSystemAction = formAction(turnOffReceivingSystem, {
  refresh,
  saved: t("System turned off"),
});
