/** How the stroke of a number is said, in a voice note that was written down. Lower case. */
export const strokeWords: ReadonlySet<string> = new Set(
  "slash slesh slêsh stroke streep strepie skuinsstreep skuinstreep dash islash uslash i-slash u-slash noslash seleshe".split(
    " ",
  ),
);

/** Before the number of a month. Lower case. */
export const monthLabels: ReadonlySet<string> = new Set(
  "month maand inyanga nyanga yenyanga enyangeni ngenyanga kwinyanga kgwedi kgweding khwedi".split(" "),
);

const english =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const afrikaans =
  "nul een twee drie vier vyf ses sewe agt nege tien elf twaalf dertien veertien vyftien sestien sewentien agttien neëntien";
const tens = [
  "twenty thirty forty fifty sixty seventy eighty ninety",
  "twintig dertig veertig vyftig sestig sewentig tagtig negentig",
];

/** Numbers in words, in English and Afrikaans. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...[english, afrikaans].flatMap((list) => list.split(" ").map((word, at): [string, number] => [word, at])),
  ...tens.flatMap((list) => list.split(" ").map((word, at): [string, number] => [word, (at + 2) * 10])),
  ["fourty", 40],
  ["tagentig", 80],
  ["neentien", 19],
  ["oh", 0],
  ["hundred", 100],
  ["honderd", 100],
  ["thousand", 1000],
  ["duisend", 1000],
]);
