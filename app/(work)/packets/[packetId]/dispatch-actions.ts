"use server";

import { formAction } from "@/app/form-action";
import { noteDispatch } from "@/lib/handover/dispatches/note-dispatch";

export const noteDispatchAction = formAction(noteDispatch, {
  confirm: (form) => (form.get("withAnnex") === "on" ? "annex.give" : null),
  refresh: "/packets/[packetId]",
  saved: "Noted. It stands in the dispatch log.",
});
