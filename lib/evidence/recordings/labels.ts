import { t } from "@/lib/platform/language/translate";

/** Why a recording has no button to play it. */
export const notPlayed = t(
  "Browsers do not play this kind of recording (for example AMR). Download it, listen to it in a program on a computer that you trust, and transcribe it here.",
);
