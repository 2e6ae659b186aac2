import type { ChatLine } from "./story-types";

/** A number that is kept for stories: no network gives it out. Another case of the house has it too. */
export const number = "+1 614 555 0142";

const her = "Nomsa Voorbeeld";

/** What a new number wrote, as it stands in the export of the client's telephone. */
export const honeybushChat: readonly ChatLine[] = [
  {
    ago: 22,
    at: "20:58",
    words: "Messages and calls are end-to-end encrypted. No one outside of this chat can read them.",
  },
  { ago: 22, at: "20:59", by: number, words: "You did not think that was all" },
  { ago: 22, at: "21:03", by: her, words: "Who is this? Do not write to me." },
  { ago: 22, at: "21:04", by: number, words: "You know who. I told you that you do not get to decide." },
  { ago: 22, at: "21:05", by: number, words: "<Media omitted>" },
  { ago: 21, at: "06:40", by: number, words: "Are you awake" },
  { ago: 21, at: "06:41", by: number, words: "I will be at your stop on Friday.\nWear the blue coat." },
  { ago: 21, at: "07:02", by: her, words: "I told you to stop. The police have all of this." },
  { ago: 21, at: "07:03", by: number, words: "This message was deleted" },
  { ago: 20, at: "00:20", by: number, words: "The police do not come here. I will find you before they do." },
  { ago: 20, at: "00:21", by: number, words: "Sleep well" },
];

/** How the two messages begin that became incidents. */
export const picked = ["I will be at your stop", "The police do not come here"];
