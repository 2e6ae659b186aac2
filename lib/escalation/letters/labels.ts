import type { ContactChannel } from "@/lib/escalation/ladder/types";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { LetterAnswers, LetterChannel, ProofKind } from "./types";

export const letterChannelLabels: Record<LetterChannel, string> = labelTable(() => ({
  post: t("Post"),
  registered_post: t("Registered post"),
  courier: t("Courier"),
  by_hand: t("By hand"),
  email: t("E-mail"),
  portal: t("Online portal"),
  message: t("SMS or message"),
  other: t("Other"),
}));

export const letterAnswerLabels: Record<LetterAnswers, string> = labelTable(() => ({
  nothing: t("No. We still wait"),
  part: t("In part. We still wait for the rest"),
  all: t("Yes. This is their answer; it closes the step"),
}));

/** What a letter did to the step that waited, as the register shows it. */
export const letterEffects: Record<LetterAnswers, string> = labelTable(() => ({
  nothing: t("Answers nothing"),
  part: t("Answers in part"),
  all: t("Answers, and closes the step"),
}));

export const proofLabels: Record<ProofKind, string> = labelTable(() => ({
  post_number: t("Number of the registered post"),
  signed_for: t("Somebody signed for it"),
  email_receipt: t("E-mail, with what shows that it arrived"),
  other: t("Other"),
}));

/** A letter, as a contact of the step that it is about. */
export const contactOf: Record<LetterChannel, ContactChannel> = {
  post: "letter",
  registered_post: "letter",
  courier: "letter",
  by_hand: "visit",
  email: "email",
  portal: "portal",
  message: "message",
  other: "letter",
};

/** What a proof is when nobody chose, by the way the letter went. */
export const proofOf: Record<LetterChannel, ProofKind> = {
  post: "other",
  registered_post: "post_number",
  courier: "post_number",
  by_hand: "signed_for",
  email: "email_receipt",
  portal: "other",
  message: "other",
  other: "other",
};
