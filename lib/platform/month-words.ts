import { quoted } from "./text";

/** The months as people write them, in English, Afrikaans, isiZulu, isiXhosa and Sesotho: January first, lower case. */
const written: readonly string[] = [
  "january jan januarie januwari janyuwari eyomqungu yomqungu masingana pherekgong",
  "february feb februarie februwari febhuwari febuwari eyomdumba yomdumba nhlolanja hlakola",
  "march mar mrt maart mashi matshi eyokwindla yokwindla ndasa hlakubele tlhakubele",
  "april apr ephreli epreli utshazimpuzi tshazimpuzi mbasa mmesa",
  "may mei meyi ucanzibe canzibe nhlaba motsheanong",
  "june jun junie juni eyesilimela yesilimela nhlangulana phupjane",
  "july jul julie julayi eyekhala yekhala ntulikazi phupu",
  "august aug augustus agasti agosti eyethupha yethupha ncwaba phato",
  "september sept sep septhemba septemba eyomsintsi yomsintsi mandulo lwetse",
  "october oct oktober okt okthoba oktobha eyedwarha yedwarha mfumfu mphalane",
  "november nov novemba novembha eyenkanga yenkanga lwezi pudungwana",
  "december dec desember des disemba disembha eyomnga yomnga zibandlela tshitwe",
];

const numbers = new Map(written.flatMap((line, at) => line.split(" ").map((word) => [word, at + 1] as const)));

/** `kuNovemba`, `ngoNov`: what isiZulu and isiXhosa put before a month. */
const before = "(?:(?:ku|ko|ka|nge|ngo|no|u)-?)?";

const any = [...numbers.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map(quoted)
  .join("|");

/** Stands for any month inside an expression with the flag `i`; the word itself is the group of this name. */
export const monthExpression = (group: string): string => `${before}(?<${group}>${any})(?![a-z\\u00c0-\\u024f])\\.?`;

/** 1 to 12 for a word that the expression found; 0 for any other. */
export const monthOf = (word: string): number => numbers.get(word.toLowerCase()) ?? 0;
