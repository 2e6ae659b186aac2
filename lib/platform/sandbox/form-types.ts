/** Why a form is not kept. */
export const formRefusals = [
  "not_pdf",
  "password_protected",
  "unreadable",
  "too_many_pages",
  "too_many_fields",
  "xfa_only",
  "took_too_long",
  "stopped",
] as const;
export type FormRefusal = (typeof formRefusals)[number];

/** What was taken out of a form before it was kept. */
export const formRemovals = ["scripts", "actions", "files", "links", "media", "xfa"] as const;
export type FormRemoval = (typeof formRemovals)[number];

/** A page as a person sees it, in points. */
export type FormPage = { width: number; height: number };

/**
 * The place of a field, in points from the upper left corner of its page as a person sees it. `label`: what a viewer
 * shows on it. `option`: of a choice, the answer that has this place.
 */
export type FormField = {
  name: string;
  label: string | null;
  kind: "text" | "check" | "radio";
  option: string | null;
  multiline: boolean;
  page: number;
  x: number;
  y: number;
  w: number;
  h: number;
};

/** An empty form, made harmless. */
export type CleanForm = { pages: FormPage[]; fields: FormField[]; removed: FormRemoval[]; bytes: Uint8Array };
