/** Words for code names: they say nothing about anybody, and are short enough for every list. */
const colours = [
  "Amber",
  "Blue",
  "Copper",
  "Dusk",
  "Golden",
  "Green",
  "Grey",
  "Ivory",
  "Misty",
  "Red",
  "Silver",
  "White",
];

const things = [
  "Acacia",
  "Aloe",
  "Avocet",
  "Baobab",
  "Barbet",
  "Bulbul",
  "Bunting",
  "Cedar",
  "Coucal",
  "Crane",
  "Cypress",
  "Daisy",
  "Drongo",
  "Egret",
  "Falcon",
  "Fern",
  "Finch",
  "Hamerkop",
  "Heron",
  "Hoopoe",
  "Ibis",
  "Jacaranda",
  "Kestrel",
  "Lark",
  "Lily",
  "Lourie",
  "Maple",
  "Marula",
  "Oriole",
  "Osprey",
  "Pelican",
  "Petrel",
  "Pipit",
  "Plover",
  "Protea",
  "Robin",
  "Rooibos",
  "Sparrow",
  "Starling",
  "Stork",
  "Sunbird",
  "Swallow",
  "Tern",
  "Thrush",
  "Wagtail",
  "Weaver",
  "Willow",
  "Yucca",
];

/**
 * Code names to choose from, the first one that nobody has: each pair of words (`Silver Heron`), from somewhere among them
 * on, then some with a number (`Silver Heron 4107`), for when all pairs are taken.
 * @param lot 32 random bytes
 */
export function offerCodeNames(lot: Uint8Array): string[] {
  const all = colours.length * things.length;
  const drawn = (at: number) => ((lot[2 * at] ?? 0) << 8) | (lot[2 * at + 1] ?? 0);
  const start = drawn(0) % all;
  const nameAt = (at: number) => `${colours[at % colours.length]} ${things[Math.floor(at / colours.length)]}`;
  const pairs = Array.from({ length: all }, (_, step) => nameAt((start + step) % all));
  const numbered = Array.from({ length: 15 }, (_, at) => `${pairs[at]} ${drawn(at + 1)}`);
  return [...pairs, ...numbered];
}
