"use server";

import { formAction } from "@/app/form-action";
import { cancelAssembly } from "@/lib/packets/packets/commands/cancel-assembly";
import { retryAssembly } from "@/lib/packets/packets/commands/retry-assembly";
import { t } from "@/lib/platform/language/translate";

export const cancelAssemblyAction = formAction(cancelAssembly, {
  input: (form) => ({ packetId: form.get("packetId") }),
  refresh: "/packets/[packetId]",
  saved: t("Asked to stop."),
});

export const retryAssemblyAction = formAction(retryAssembly, {
  input: (form) => ({ packetId: form.get("packetId") }),
  refresh: "/packets/[packetId]",
  saved: t("Started again."),
});
