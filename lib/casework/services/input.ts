import { z } from "zod";
import { chosenFrom } from "@/lib/organisation/choices/chosen-from";
import { optionalText, requiredText, seenVersion } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { serviceKinds } from "./types";

const details = {
  kind: chosenFrom(serviceKinds, t("Choose what kind of service it is.")),
  name: requiredText(t("Type the name of the service."), 200),
  area: optionalText(200),
  phone: optionalText(60),
  email: optionalText(254),
  hours: optionalText(200),
  note: optionalText(1000),
};

export const AddService = z.object(details);

/** Saving says that the details were checked today. */
export const AmendService = z.object({
  serviceId: z.uuid(t("The service is missing.")),
  version: seenVersion,
  ...details,
});

export const RetireService = z.object({ serviceId: z.uuid(t("The service is missing.")) });
