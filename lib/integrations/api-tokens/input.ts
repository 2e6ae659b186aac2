import { z } from "zod";
import { lines, requiredDate, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { isNetwork } from "./rules";
import { apiScopes } from "./types";

export const MakeApiToken = z.object({
  name: requiredText(t("Say what it is for, for example: numbers from the hotline."), 80),
  memberId: z.uuid(t("Choose in whose name it acts.")),
  scopes: z
    .preprocess(
      (sent) => (typeof sent === "string" ? [sent] : sent),
      z.array(z.enum(apiScopes), t("Tick what it may do.")),
    )
    .refine((scopes) => scopes.length > 0, t("Tick what it may do."))
    .refine((scopes) => scopes.length <= apiScopes.length, t("Tick what it may do.")),
  /** The last day on which it works, at most a year from now. */
  untilOn: requiredDate(t("Say until which day it works.")),
  networks: lines(2000)
    .refine((all) => all.length <= 20, t("Use at most 20 networks."))
    .refine((all) => all.every(isNetwork), t("Use one network in each line, such as 203.0.113.0/24 or 2001:db8::/64.")),
});

export const AgreeToApiToken = z.object({ tokenId: z.uuid(t("The token is missing.")) });

export const EndApiToken = z.object({ tokenId: z.uuid(t("The token is missing.")) });
