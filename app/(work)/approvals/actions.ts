"use server";

import { decided, formAction } from "@/app/form-action";
import { decideAccessChange } from "@/lib/organisation/access-changes/decide-access-change";

export const decideAccessAction = formAction(decideAccessChange, {
  refresh: "/",
  ...decided("access.release", "Released", "Refused"),
});
