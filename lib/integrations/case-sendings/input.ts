import { z } from "zod";
import { ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

export const SendCase = z.object({
  referralId: z.uuid(t("The referral is missing.")),
  /** Of what was read above the button. */
  seen: z.string(t("Open the page again.")).regex(/^[0-9a-f]{64}$/, t("Open the page again.")),
  read: ticked.refine((is) => is, t("Read what leaves, and tick this.")),
});
