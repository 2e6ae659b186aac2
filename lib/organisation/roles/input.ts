import { z } from "zod";
import { settable, settableRoles } from "@/lib/kernel/access/role-rules";
import { t } from "@/lib/platform/language/translate";

const every = [...new Set(Object.values(settable).flat())] as [string, ...string[]];

const days = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  z.coerce
    .number(t("Type a number of days, such as 90."))
    .int(t("Type a whole number of days."))
    .min(1, t("Type at least 1 day."))
    .max(3650, t("Type at most 3650 days."))
    .nullable(),
);

/**
 * All that a role keeps, as ticked; what is not ticked is taken away. With a name, a role of the organisation's own is
 * made; with an id, one is changed.
 */
export const AskRoleChange = z.object({
  role: z.enum(settableRoles, t("Choose a role.")),
  customRoleId: z.uuid().optional(),
  name: z
    .string()
    .trim()
    .min(2, t("Type a name, for example Volunteer."))
    .max(40, t("Use at most {max} characters.", { max: 40 }))
    .optional(),
  keeps: z.array(z.enum(every)).max(every.length),
  ownOnly: z.literal("on").optional(),
  openOnly: z.literal("on").optional(),
  maxDays: days,
});

export const AssignRole = z.object({
  memberId: z.uuid(t("The person is missing.")),
  /** Empty: back to the role itself. */
  customRoleId: z.union([z.literal(""), z.uuid()], t("Choose a role.")),
});

export const DecideRoleChange = z.object({
  changeId: z.uuid(),
  decision: z.enum(["release", "refuse"], t("Choose what you decide.")),
});

export const WithdrawRoleChange = z.object({ changeId: z.uuid() });
