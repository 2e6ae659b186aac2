import type { TakedownState } from "@/lib/escalation/steps/types";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { EntryKind, ItemKind, ListFilter, Looker, Onlooker, Route, Unclear } from "./types";

export const stateLabels: Record<TakedownState, string> = labelTable(() => ({
  to_report: t("To report"),
  reported: t("Reported"),
  more_asked: t("More asked"),
  refused: t("Refused"),
  appealed: t("Appealed"),
  removed: t("Removed"),
  closed: t("Closed, not removed"),
}));

export const kindLabels: Record<ItemKind, string> = {
  post: t("Post"),
  account: t("Account"),
  message: t("Message"),
  image: t("Picture or video"),
};

export const routeLabels: Record<Route, string> = labelTable(() => ({
  in_product: t("In the app or on the site"),
  form: t("Web form"),
  email: t("E-mail"),
  take_it_down: t("TAKE IT DOWN notice"),
}));

export const onlookerLabels: Record<Onlooker, string> = {
  us: t("Us"),
  client: t("The client"),
  other: t("Somebody else"),
};

export const lookerLabels: Record<Looker, string> = {
  us: t("Us"),
  client: t("The client"),
  other: t("Somebody else"),
  extension: t("Us, with the browser extension"),
  checker: t("The address checker"),
};

/** Beside the last look that found something. */
export const unclearLabels: Record<Unclear, string> = {
  sign_in: t("Checked: the platform asks to sign in"),
  unclear: t("Checked: not known"),
};

/** An entry in the history of an item. */
export const entryLabels: Record<EntryKind, string> = labelTable(() => ({
  reported: t("Reported"),
  numbered: t("Report ID recorded"),
  more_asked: t("The platform asked for more"),
  refused: t("The platform refused"),
  appealed: t("Appeal sent"),
  removed: t("The platform removed it"),
  closed: t("The platform closed the report and left it up"),
  seen_up: t("Seen: still up"),
  seen_gone: t("Seen: gone"),
  seen_sign_in: t("Looked: the platform asks to sign in"),
  seen_unclear: t("Looked: not known"),
}));

/** What the platform answered, or what we sent after its answer. */
export const answerLabels = {
  removed: t("Removed it"),
  refused: t("Refused to remove it"),
  more_asked: t("Asked for more"),
  closed: t("Closed the report without removing it"),
  appealed: t("We sent an appeal"),
} as const;

export const filterLabels: Record<ListFilter, string> = {
  to_report: t("To report"),
  waiting: t("With the platform"),
  refused: t("Refused"),
  ended: t("Removed or closed"),
};
