import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { nestedForm } from "@/app/(work)/cases/nested-form";
import { OpenCaseForm } from "@/app/(work)/cases/new/details/_components/open-case-form";
import { enough } from "@/app/(work)/cases/new/details/_components/sections";
import { OpenCase } from "@/lib/cases/input";

const id = "0198c0de-0000-7000-8000-000000000001";
const known = { id, pseudonym: "Heron", code: "CL-0001", cases: 1 };
const choice = { value: "ZA-US", label: "South Africa to the United States" };

/** The form as it is drawn, filled in as a person does who reads what is enough. */
function sent(client: typeof known | null, typed: Record<string, string>) {
  const lists = { platforms: [choice], confidences: [choice], natures: [choice], pairs: [choice] };
  const zones = [{ value: "Africa/Johannesburg", label: "Johannesburg" }];
  const html = renderToStaticMarkup(
    <OpenCaseForm
      {...{ client, zones, ...lists, formId: id, typed: {}, emergency: "10111" }}
      action={async (state) => state}
    />,
  );
  const form = new FormData();
  for (const [, name = "", options = ""] of html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/g)) {
    form.set(name, /value="([^"]*)" selected/.exec(options)?.[1] ?? "");
  }
  for (const [box] of html.matchAll(/<(?:input|textarea)[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(box)?.[1];
    const value = /value="([^"]*)"/.exec(box)?.[1];
    const isTicked = !/type="(?:checkbox|radio)"/.test(box) || box.includes("checked");
    if (name && isTicked) form.set(name, value ?? "");
  }
  for (const [name, value] of Object.entries(typed)) {
    expect(html, name).toContain(`name="${name}"`);
    form.set(name, value);
  }
  return OpenCase.safeParse(nestedForm(form));
}

const matter = { matter: "Threats from an account abroad", risk: "high" };
const newClient = { ...matter, "client.pseudonym": "Heron", "client.name": "Nomvula Dlamini" };

test("what the page says is enough opens a case, for a client who is known and for a new one", () => {
  expect(sent(known, matter).error?.issues ?? []).toEqual([]);
  expect(sent(null, { ...newClient, "client.safeContactLater": "on" }).error?.issues ?? []).toEqual([]);
  expect(enough.new).toContain("“Not agreed yet”");
  expect(enough.known).not.toMatch(/name/);
});

test("without the tick, safe contact is asked for", () => {
  const asked = sent(null, newClient).error?.issues.map(({ path }) => path.join("."));
  expect(asked).toEqual(
    ["channel", "hours", "deviceSeenBy", "subjectLine"].map((field) => `client.safeContact.${field}`),
  );
});
