import { t } from "@/lib/platform/language/translate";
import type { FormRefusal, FormRemoval } from "@/lib/platform/sandbox/form-types";
import { mostPages } from "./types";

export const refusalWords: Record<FormRefusal, string> = {
  not_pdf: t("This is no PDF. Upload the form as the body publishes it, as a PDF."),
  password_protected: t("This PDF is locked with a password or encrypted. Ask the body for one that is open."),
  unreadable: t("This PDF is broken: nothing in it could be read. Download it again from the body."),
  too_many_pages: t("This PDF has more than {mostPages} pages. Upload the form alone, without its guide.", {
    mostPages,
  }),
  too_many_fields: t("This PDF has more fields than a form can be mapped with here."),
  xfa_only: t(
    "This form is a program for one viewer (XFA) and has no pages to fill. Ask the body for a plain PDF, or print it and scan it.",
  ),
  took_too_long: t("This PDF took too long to open, so it was not kept."),
  stopped: t("This PDF could not be opened safely, so it was not kept."),
};

export const removalWords: Record<FormRemoval, string> = {
  scripts: t("scripts"),
  actions: t("actions that run by themselves or send something"),
  files: t("attached files"),
  links: t("links"),
  media: t("sound, film and other embedded media"),
  xfa: t("a second version of the form for one viewer (XFA)"),
};
