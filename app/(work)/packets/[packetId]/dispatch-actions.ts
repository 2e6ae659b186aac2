"use server";

import { formAction } from "@/app/form-action";
import { noteDispatch } from "@/lib/handover/dispatches/note-dispatch";
import { t } from "@/lib/platform/language/translate";

export const noteDispatchAction = formAction(noteDispatch, {
  confirm: (form) => (form.get("withAnnex") === "on" ? "annex.give" : null),
  refresh: "/packets/[packetId]",
  saved: t("Saved. It is in the dispatch log."),
});
