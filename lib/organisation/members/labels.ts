/** What a person lost, and therefore what a new sign-in link replaces. */
export const losses = {
  password: {
    label: "Only the password",
    hint: "They choose a new one. Passkeys and codes stay, and they still need one of them.",
  },
  device: {
    label: "A device, or all of it",
    hint: "They choose a new password and set up a new device. Passkeys, codes and single sign-on are removed.",
  },
} as const;

/** How an administrator verified who requests a link: a closed list, so that nothing about a person is typed. */
export const waysOfMakingSure = {
  in_person: "I saw them in person",
  called_back: "I called them back on a number that we had before",
  video: "I saw them on a video call that I started",
} as const;
