/** What a person lost, and therefore what a new sign-in link replaces. */
import { t } from "@/lib/platform/language/translate";

export const losses = {
  password: {
    label: t("Only the password"),
    hint: t("They choose a new one. Passkeys and codes stay, and they still need one of them."),
  },
  device: {
    label: t("A device, or all of it"),
    hint: t("They choose a new password and set up a new device. Passkeys, codes and single sign-on are removed."),
  },
} as const;

/** How an administrator verified who requests a link: a closed list, so that nothing about a person is typed. */
export const waysOfMakingSure = {
  in_person: t("I saw them in person"),
  called_back: t("I called them back on a number that we had before"),
  video: t("I saw them on a video call that I started"),
} as const;
