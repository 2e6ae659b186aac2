"use server";

import { formAction } from "@/app/form-action";
import { decideAccessChange } from "@/lib/organisation/access-changes/decide-access-change";

export const decideAccessAction = formAction(decideAccessChange, {
  confirm: (form) => (form.get("decision") === "release" ? "access.release" : null),
  refresh: "/",
  saved: (_made, form) => (form.get("decision") === "release" ? "Released" : "Refused"),
});
