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

/** `Silver Heron`. @param lot two random bytes @param taken names that are in use */
export function pickCodeName(lot: Uint8Array, taken: ReadonlySet<string>): string {
  const all = colours.length * things.length;
  const start = (((lot[0] ?? 0) << 8) | (lot[1] ?? 0)) % all;
  const nameAt = (at: number) => `${colours[at % colours.length]} ${things[Math.floor(at / colours.length)]}`;
  for (let step = 0; step < all; step++) {
    const name = nameAt((start + step) % all);
    if (!taken.has(name)) return name;
  }
  return `${nameAt(start)} ${taken.size + 1}`;
}
