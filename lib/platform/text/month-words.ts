import { quoted } from "./text";

/**
 * The months as people write them, in English, Afrikaans, isiZulu, isiXhosa, Sesotho, Setswana, Sepedi and Xitsonga:
 * January first, lower case. A name that means one month in one language and another in the next is listed with the
 * first.
 */
const written: readonly string[] = [
  "january jan januarie januwari janyuwari eyomqungu yomqungu masingana pherekgong janyuari janaware ferikgong sunguti",
  "february feb februarie februwari febhuwari febuwari eyomdumba yomdumba nhlolanja hlakola februari febuware feberware tlhakole dibokwane nyenyenyani",
  "march mar mrt maart mashi matshi eyokwindla yokwindla ndasa hlakubele tlhakubele matjhi matshe mopitlwe nyenyankulu",
  "april apr ephreli epreli utshazimpuzi tshazimpuzi mbasa mmesa apreli aprele aporele apereli moranang dzivamisoko",
  "may mei meyi ucanzibe canzibe nhlaba motsheanong motsheganong mopitlo mudyaxihi",
  "june jun junie juni eyesilimela yesilimela nhlangulana phupjane seetebosigo khotavuxika",
  "july jul julie julayi eyekhala yekhala ntulikazi phupu julae phukwi mosegemanye mawuwani",
  "august aug augustus agasti agosti eyethupha yethupha ncwaba phato agostose agostosi phatwe mhawuri",
  "september sept sep septhemba septemba eyomsintsi yomsintsi mandulo lwetse septhembha setemere setemmere setembere loetse lewedi ndzhati",
  "october oct oktober okt okthoba oktobha eyedwarha yedwarha mfumfu mphalane okthobha oktoba oktobore oktoboro diphalane diphalana nhlangula",
  "november nov novemba novembha eyenkanga yenkanga lwezi pudungwana nofemere nofembere nofembara ngwanatsele ngwanaitseele dibatsela hukuri",
  "december dec desember des disemba disembha eyomnga yomnga zibandlela tshitwe disembere desemere disemere sedimonthole manthole",
];

const numbers = new Map(written.flatMap((line, at) => line.split(" ").map((word) => [word, at + 1] as const)));

/** `kuNovemba`, `ngoNov`, `kaSeptemba`: what isiZulu and isiXhosa put before a month. */
const before = "(?:(?:ku|ko|ka|kwe|nge|ngo|no|wa|we|u)-?)?";

const any = [...numbers.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map(quoted)
  .join("|");

/** Matches any month inside a regular expression with the flag `i`; the word itself is the group of this name. */
export const monthExpression = (group: string): string => `${before}(?<${group}>${any})(?![a-z\\u00c0-\\u024f])\\.?`;

/** 1 to 12 for a word that the expression found; 0 for any other. */
export const monthOf = (word: string): number => numbers.get(word.toLowerCase()) ?? 0;
