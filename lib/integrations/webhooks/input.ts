import { z } from "zod";
import { optionalId, requiredText, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { readAddress, webhookEvents } from "./rules";

const webhookId = z.uuid(t("The webhook is missing."));

const address = requiredText(t("Type the address, beginning with https://"), 1000).transform((typed, context) => {
  const url = readAddress(typed);
  if (url) return url.href;
  const message = t(
    "Type an https address of a public host by its name, such as https://hooks.example.org/crossdocket, without a port, a password or #.",
  );
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const known = webhookEvents.map(({ type }) => type);

const described = {
  name: requiredText(t("Type a name, such as the system that receives it."), 80),
  address,
  types: z
    .array(z.enum(known, t("Choose from the list.")))
    .min(1, t("Choose at least one."))
    .max(known.length),
};

export const AddWebhook = z.object(described);

export const ChangeWebhook = z.object({ webhookId, ...described });

export const OneWebhook = z.object({ webhookId });

export const TurnWebhook = z.object({ webhookId, on: ticked });

/** One message, or every one that was given up. */
export const ReplayMessages = z.object({ webhookId, messageId: optionalId });
