import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SightingForm } from "@/app/(work)/cases/[caseId]/evidence/stop/_components/sighting-form";

test("an account or its id is needed, so neither is called optional", () => {
  const none = { accounts: [], platforms: [], bodies: [], zones: [] };
  const html = renderToStaticMarkup(<SightingForm caseId="c" {...none} now="2026-11-24T11:40" />);
  const optional = [...html.matchAll(/<label[^>]*>([^<]+)<span[^>]*>\s*\(optional\)/g)].map(([, label]) =>
    label?.trim(),
  );
  expect(optional).toContain("Note");
  expect(optional).not.toContain("Account");
  expect(optional).not.toContain("Or its permanent ID");
});
