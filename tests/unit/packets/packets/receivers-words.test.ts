import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What a prosecutor or an officer stopped at when packets were read to them; each with what is printed in its place. */
const strange: readonly [RegExp, string][] = [
  [
    /(?<!SACR \d+ |\), )[([](?:V2?|S|G|C)(?:,? (?:V2?|S|G|C))*(?:, checked [^)]*)?[)\]]|\bV2\b/,
    "in words, how a source was read",
  ],
  [/\bSource and mark\b|\b[MN]-\d\d\b|preflight|product rule/i, "nothing: marks and checks are for the sender"],
  [/\ba threat of violence\b|\bthreat of violence:|sent \w+ incidents/i, "what the account wrote, in its words"],
  [
    /On what ground|Since when it is in force|As late as|No record can tell|Shown by the message/,
    "the fact, or its gap",
  ],
  [/\bUS attorney\b/, "US Attorney’s Office"],
  [/None noted|Can content be asked|Five rows|Amendment gate|Came by|has or would open/, "plain words"],
  [/Annex B|listed in section 8|Of how the files|its hash was made|by The client/, "the schedule as it is named"],
  [
    /no release is for this receiver|receivers? ha(?:s|ve) no valid release/,
    "what the client has not released, and to whom",
  ],
  [/is a state, and says|what is ruled|the place that stands on|gave the matter a number/, "plain words"],
  [
    /turn of this office|nobody has tested|Offences to think of|Strike out|manifest error|person who swears/,
    "plain words",
  ],
];

test.each(globSync("tests/fixtures/packets/*.txt"))("%s says nothing that its receiver would stop at", (path) => {
  const text = readFileSync(path, "utf8").replaceAll(/\s+/g, " ");
  expect(strange.flatMap(([said, better]) => (said.test(text) ? [`${said.exec(text)?.[0]}: ${better}`] : []))).toEqual(
    [],
  );
});
