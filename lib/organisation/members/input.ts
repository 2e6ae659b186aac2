import { z } from "zod";
import { roles } from "@/lib/kernel/access/roles";
import { officeAddress, officePhone, optionalEmail, optionalPhone, seenVersion } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

import { losses, waysOfMakingSure } from "./labels";

const text = (what: string, max: number) =>
  z.string().trim().min(2, t("Type {what}.", { what })).max(max, t("Use at most {max} characters.", { max }));

const keysOf = <Key extends string>(words: Record<Key, unknown>) => Object.keys(words) as [Key, ...Key[]];

const Person = z.object({
  name: text("the person's name", 120),
  email: z.email(t("Type an e-mail address such as thandi@kestrel.example.")).max(254),
});

/** A liaison is a police or prosecution officer: rank, agency, unit and force number are required from the start. */
export const InviteMember = z.discriminatedUnion(
  "role",
  [
    Person.extend({
      role: z.enum(["caseworker", "supervisor", "admin"]),
      /** A role of the organisation's own that is built on this one. */
      customRoleId: z.union([z.literal(""), z.uuid()], t("Choose a role.")).optional(),
    }),
    Person.extend({
      role: z.literal("liaison"),
      rank: text(t("the rank, for example Detective Sergeant"), 60),
      agency: text(t("the agency, for example the police"), 80),
      unit: text(t("the station or unit"), 120),
      forceNumber: text(t("the force number"), 40),
      // Of the office, for the call-back: they may follow in the directory.
      address: officeAddress.default(""),
      phone: officePhone.default(""),
    }),
  ],
  { error: t("Choose a role.") },
);

export const WithdrawInvitation = z.object({ invitationId: z.uuid() });

export const ChangeRole = z.object({
  memberId: z.uuid(),
  role: z.enum(roles, "Choose a role.").exclude(["liaison"], t("An officer needs a new invitation.")),
});

export const RemoveMember = z.object({ memberId: z.uuid() });

export const EndSessions = z.object({ memberId: z.uuid() });

/** A tick, so that one wrong click does not stop everybody's work. */
export const EndAllSessions = z.object({ sure: z.literal("on", "Tick this first: everybody has to sign in again.") });

export const RenewAccess = z.object({
  memberId: z.uuid(),
  lost: z.enum(keysOf(losses), "Say what they lost."),
  madeSure: z.enum(keysOf(waysOfMakingSure), "Say how you made sure who asks. Without that, make no link."),
});

const madeSure = z.enum(
  keysOf(waysOfMakingSure),
  "Say how you made sure that it was them. Without that, allow nothing.",
);

export const AllowPasskey = z.object({ passkeyId: z.uuid(t("The passkey is missing.")), madeSure });

export const UnlockCodes = z.object({ memberId: z.uuid(t("The person is missing.")), madeSure });

/** What packets print about the organisation; its address and phone may be empty. */
export const DescribeDesk = z.object({
  name: text("the organisation's name", 120),
  deskEmail: optionalEmail,
  deskPhone: optionalPhone,
  version: seenVersion,
});
