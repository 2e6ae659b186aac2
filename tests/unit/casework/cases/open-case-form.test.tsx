import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { FormContext } from "@/app/_ui/form-context";
import { type FormState, idle } from "@/app/_ui/form-state";
import { nestedForm } from "@/app/(work)/cases/nested-form";
import { SearchResults } from "@/app/(work)/cases/new/_components/search-results";
import { AlreadyOpen } from "@/app/(work)/cases/new/details/_components/form-parts";
import { OpenCaseForm } from "@/app/(work)/cases/new/details/_components/open-case-form";
import { enough } from "@/app/(work)/cases/new/details/_components/sections";
import { openCaseAction } from "@/app/(work)/cases/new/details/actions";
import { OpenCase } from "@/lib/casework/cases/input";

const id = "0198c0de-0000-7000-8000-000000000001";
const known = { id, pseudonym: "Heron", code: "CL-0001", cases: 1 };
const choice = { value: "ZA-US", label: "South Africa to the United States" };

function drawn(client: typeof known | null): string {
  const lists = { platforms: [choice], confidences: [choice], natures: [choice], pairs: [choice] };
  const zones = [{ value: "Africa/Johannesburg", label: "Johannesburg" }];
  const own = {
    client,
    zones,
    formId: id,
    codeName: "Silver Heron",
    typed: {},
    enquiry: null,
    usualPair: null,
    ownFields: [],
    clientFields: [],
    emergency: "10111",
  };
  return renderToStaticMarkup(<OpenCaseForm {...own} {...lists} />);
}

/** The form as it is drawn, filled in as a person does who reads what is enough. */
function sent(client: typeof known | null, typed: Record<string, string>) {
  const html = drawn(client);
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

const matter = { matter: "Threats from an account abroad" };

test("what the page says is enough opens a case: one answer for a client who is known, three for a new one", () => {
  expect(sent(known, matter).error?.issues ?? []).toEqual([]);
  const later = sent(null, { ...matter, "client.safeContactLater": "on" });
  expect(later.error?.issues ?? []).toEqual([]);
  expect(later.data).toMatchObject({
    client: { pseudonym: "Silver Heron", name: null, safeContactReviewed: false },
    risk: null,
    pair: "ZA-US",
    consent: undefined,
  });
  const agreed = sent(null, { ...matter, "client.safeContact.channel": "Text only" });
  expect(agreed.data?.client).toMatchObject({ safeContact: { channel: "Text only" }, safeContactReviewed: false });
  const ticked = sent(known, { ...matter, "accounts.0.idNotKnown": "on", "incidents.0.timeIsAbout": "on" });
  expect(ticked.data).toMatchObject({ accounts: [], incidents: [] });
  expect([enough.known, enough.new].map((words) => words.split(" ")[0])).toEqual(["One", "Three"]);
});

test("only what opens a case is read out as required, not an account or an incident that may be left out", () => {
  const boxes = [...drawn(known).matchAll(/<(?:input|textarea|select)[^>]*>/g)].map(([box]) => box);
  const required = boxes.filter((box) => box.includes("required")).map((box) => /name="([^"]+)"/.exec(box)?.[1]);
  expect([...new Set(required)]).toEqual(["matter"]);
});

test("without the tick, only how to contact the client is asked for", () => {
  const asked = sent(null, matter).error?.issues.map(({ path }) => path.join("."));
  expect(asked).toEqual(["client.safeContact.channel"]);
});

test("a form that came back with one row more is not saved yet, so leaving it is asked about", async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ "accounts.0.handle": "@one", do: "add accounts" }))
    form.set(name, value);
  const state = await openCaseAction(idle, form);
  expect(state).toMatchObject({ status: "idle", unsaved: true, values: { "rows.accounts": "2" } });
});

const within = (state: FormState, children: ReactNode) =>
  renderToStaticMarkup(
    <FormContext value={{ state, pending: false, sent: null, prefix: "f" }}>{children}</FormContext>,
  );

test("the form that opened a case already leads to it, also from the summary of errors", () => {
  const message = "This form opened CD-26-0001 already.";
  const state: FormState = { status: "failed", message: message, fields: { id: message }, values: { id } };
  const html = within(
    state,
    <>
      <ErrorSummary state={state} prefix="f" />
      <AlreadyOpen />
    </>,
  );
  const target = /href="#([^"]+)"/.exec(html)?.[1];
  expect(html).toContain(`id="${target}" tabindex="-1"`);
  expect(html).toContain(`href="/cases/${id}"`);
});

test("what the search found takes focus as a named part, and each way on says for whom", () => {
  const match = (pseudonym: string) => ({ id: pseudonym, pseudonym, code: `CL-${pseudonym}`, reasons: [], cases: [] });
  const found = JSON.stringify({ matches: [match("Heron"), match("Ibis")] });
  const html = within({ status: "idle", fields: {}, values: { found } }, <SearchResults />);
  expect(html).toMatch(/<section[^>]*id="results" aria-labelledby="results-title" tabindex="-1">/);
  expect(html).toContain('<h2 id="results-title">2 clients found</h2>');
  for (const name of ["Heron", "Ibis"]) expect(html).toContain(`Open a new case for ${name}</a>`);
});
