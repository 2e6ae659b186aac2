"use server";

import { formAction } from "@/app/form-action";
import { makeRecall } from "@/lib/handover/recalls/make-recall";
import { settleRecall } from "@/lib/handover/recalls/settle-recall";
import { t } from "@/lib/platform/language/translate";

export const makeRecallAction = formAction(makeRecall, {
  refresh: "/",
  saved: t("The recall is open. Its letter is on the page of the packet, under Recalls."),
});

export const settleRecallAction = formAction(settleRecall, {
  refresh: "/",
  saved: t("Saved. It is in the dispatch log."),
});
