import type { Finding } from "./types";

export const findingLabels: Record<Finding, { label: string; hint: string }> = {
  nothing: {
    label: "Nothing of the client",
    hint: "No name, nickname or chat name, no face, street, house or number plate that says who or where the client is.",
  },
  may_leave: { label: "It shows the client, and may leave", hint: "Say why it may." },
};

/** In a sentence of a checklist, before the pictures. */
export const findingWords: Record<Finding, string> = {
  nothing: "nothing of the client",
  may_leave: "shows the client, and may leave",
};
