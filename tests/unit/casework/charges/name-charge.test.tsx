import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NameChargeForm } from "@/app/(work)/cases/[caseId]/charges/_components/name-charge-form";
import { chargeChoices, checkCharge } from "@/lib/casework/charges/rules";

test("each line of the picker names both offences, for a closed list shows no heading of a group", () => {
  const { open } = chargeChoices({ pair: "ZA-US", playbookVersion: 1 }, ["2026-11-20"]);
  const sides = { home: "South Africa", there: "United States" };
  const form = <NameChargeForm {...{ caseId: "1", choices: open, sides, open: true }} />;
  const html = renderToStaticMarkup(form).replaceAll("&amp;", "&").replaceAll("&#x27;", "'");
  const lines = [...html.matchAll(/<option value="[^"]+">(.*?)<\/option>/g)].map(([, text]) => text);
  expect(lines.length).toBeGreaterThan(10);
  for (const { offence, pairings } of open) {
    const own = lines.filter((line) => line?.startsWith(`${offence.citation} (${offence.title})`));
    expect(own.length, offence.key).toBe(
      new Set(pairings.flatMap((pairing) => pairing.there.map(({ key }) => key))).size + 1,
    );
  }
});

test("laws that were not read one by one are not offered, and are refused with the reason", () => {
  const ours = { pair: "ZA-US", playbookVersion: 1 };
  const { open } = chargeChoices(ours, ["2026-11-20"]);
  const there = open.flatMap(({ pairings }) => pairings.flatMap((pairing) => pairing.there.map(({ key }) => key)));
  expect(there).toContain("us-2261a2");
  expect(there).not.toContain("us-state");
  const named = (thereOffence: string) =>
    checkCharge(ours, { homeOffence: "za-cca-16", thereOffence }, ["2026-11-20"]).thereOffence;
  expect(named("us-2261a2")).toBeUndefined();
  expect(named("us-state")).toContain("not read one by one");
});
