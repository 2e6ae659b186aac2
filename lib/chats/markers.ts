/**
 * Words that often stand in threats, in English and Afrikaans. Our own default, kind D: no source says that a message
 * with such a word is a threat, or that one without is none. It helps to find a place, and says nothing about it.
 */
export type Marker = { key: string; label: string; words: readonly string[] };

export const markers: readonly Marker[] = [
  {
    key: "harm",
    label: "Harm to a person",
    words: [
      ...["kill", "killing", "murder", "stab", "shoot", "rape", "beat you", "hurt you", "die", "dead", "gun", "knife"],
      ...["vermoor", "doodmaak", "skiet", "steek", "verkrag", "slaan", "seermaak", "vrek", "geweer", "mes"],
    ],
  },
  {
    key: "watching",
    label: "Watching and finding",
    words: [
      ...["i see you", "watching you", "where you live", "your house", "your address", "find you", "follow you"],
      ...["outside your", "ek sien jou", "hou jou dop", "waar jy bly", "jou huis", "jou adres", "kry jou", "volg jou"],
    ],
  },
  {
    key: "exposure",
    label: "Threat to publish",
    words: [
      ...["your photos", "your pictures", "nudes", "send them to", "post it", "everyone will see", "your family will"],
      ...["jou foto's", "naakfoto", "stuur dit vir", "almal sal sien", "jou familie sal"],
    ],
  },
  {
    key: "demand",
    label: "Demand",
    words: [
      ...["pay me", "send me money", "or else", "last chance", "last warning", "you have until"],
      ...["betaal my", "stuur vir my geld", "anders gaan", "laaste kans", "laaste waarskuwing"],
    ],
  },
  {
    key: "property",
    label: "Damage",
    words: ["burn", "smash", "destroy", "your car", "brand", "stukkend slaan", "vernietig", "jou kar"],
  },
  {
    key: "no_contact",
    label: "Told to stop",
    words: [
      ...["leave me alone", "stop writing", "stop contacting", "stop messaging", "do not contact", "don't contact"],
      ...["los my uit", "hou op", "moenie my kontak"],
    ],
  },
];

const patterns = markers.map(({ key, words }) => ({
  key,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join("|")})(?![\\p{L}\\p{N}])`, "iu"),
}));

/** The keys of the markers that a text holds, in the order of the list. */
export function markersIn(text: string): string[] {
  const plain = text.replaceAll("’", "'");
  return patterns.filter(({ pattern }) => pattern.test(plain)).map(({ key }) => key);
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+");
}
