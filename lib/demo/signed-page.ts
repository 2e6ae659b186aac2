import type { StoryExhibit } from "./story-types";

/** A paper that was signed by hand, photographed for the file. */
export function signedPage(description: string, name: string, ago: number): StoryExhibit {
  const screen = { heading: description, bubbles: [{ text: "Signed on every page", at: "12:00", mine: true }] };
  return { ago, at: "12:00", name, description, words: "Signed on paper", screen, method: "device_photo" };
}

/** What a client strikes out of a sentence when there is nothing to say. */
export const struckOut = {
  " Web address: [web address: not recorded].": "",
  " Shown in [exhibit: not recorded].": "",
};
