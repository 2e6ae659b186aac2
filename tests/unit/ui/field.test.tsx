import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Checkbox, Radios, Select } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { FormContext } from "@/app/_ui/form-context";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { typedValues } from "@/app/_ui/typed-values";
import { isSent } from "@/app/_ui/use-unsaved-guard";
import { withRows } from "@/app/(work)/cases/nested-form";
import { AppError } from "@/lib/platform/errors";

function render(children: ReactNode, state: FormState): string {
  return renderToStaticMarkup(
    <FormContext value={{ state, pending: false, sent: null, prefix: "f" }}>{children}</FormContext>,
  );
}

function failed(fields: Record<string, string>, values: Record<string, string>): FormState {
  return { status: "failed", message: "Mend it", fields, values };
}

const idle: FormState = { status: "idle", fields: {}, values: {} };

describe("a field after a failed try", () => {
  const html = render(
    <TextField name="cas.number" label="CAS number" hint="For example 123/4/2026" defaultValue="old" />,
    failed({ "cas.number": "Write it as 123/4/2026" }, { "cas.number": "OB 12" }),
  );

  test("keeps what was typed", () => {
    expect(html).toContain('value="OB 12"');
  });

  test("links label, hint and error to the input", () => {
    expect(html).toContain('<label for="f-cas-number">');
    expect(html).toContain('aria-describedby="f-cas-number-hint f-cas-number-error"');
    expect(html).toContain('aria-invalid="true"');
  });

  test("says the error before the input", () => {
    expect(html.indexOf("Write it as 123/4/2026")).toBeLessThan(html.indexOf("<input"));
  });
});

test("a field without a name is not sent, so typing in it leaves nothing unsaved", () => {
  const field = (facts: object) => Object.assign(new EventTarget(), facts);
  expect(isSent(field({ name: "matter" }))).toBe(true);
  expect(isSent(field({ name: "" }))).toBe(false);
  expect(isSent(field({}))).toBe(false);
});

test("an untouched field is not invalid and starts with its default", () => {
  const html = render(<TextField name="cas" label="CAS number" defaultValue="1/2/2026" />, idle);
  expect(html).toContain('value="1/2/2026"');
  expect(html).not.toContain("aria-invalid");
  expect(html).not.toContain("aria-describedby");
});

test("a box unticked in a failed try stays unticked, whatever its default", () => {
  const box = <Checkbox name="again" label="Send again" defaultChecked />;
  expect(render(box, idle)).toContain('checked=""');
  expect(render(box, failed({ other: "x" }, {}))).not.toContain('checked=""');
  expect(render(box, failed({ other: "x" }, { again: "on" }))).toContain('checked=""');
});

test("a tick survives a row that was added: the form came back, though nothing failed", () => {
  const form = new FormData();
  form.set("incidents.0.timeIsAbout", "on");
  form.set("accounts.0.handle", "@one");
  const values = withRows(typedValues(form), "add incidents") ?? {};
  const box = (name: string, ticked = false) => (
    <Checkbox name={name} label="The time is about right" defaultChecked={ticked} />
  );
  const state: FormState = { status: "idle", fields: {}, values };
  expect(render(box("incidents.0.timeIsAbout"), state)).toContain('checked=""');
  expect(render(box("incidents.1.timeIsAbout"), state)).not.toContain('checked=""');
  expect(render(box("accounts.0.idNotKnown", true), state)).not.toContain('checked=""');
  const gone = withRows({ ...values, "incidents.1.timeIsAbout": "on" }, "remove incidents 0") ?? {};
  expect(render(box("incidents.0.timeIsAbout"), { ...state, values: gone })).toContain('checked=""');
});

test("every tick of a list under one name stands as it was sent", async () => {
  const form = new FormData();
  for (const column of ["risk", "owner"]) form.append("columns", column);
  const state = await runForm(form, async () => {
    throw new AppError("invalid", "Mend it");
  });
  const ticked = ["risk", "owner", "code"].map((column) =>
    render(<Checkbox name="columns" value={column} label={column} id={column} />, state).includes('checked=""'),
  );
  expect(ticked).toEqual([true, true, false]);
});

test("select and radios stand as they were sent", () => {
  const options = [
    { value: "a", label: "A" },
    { value: "b", label: "B" },
  ];
  const state = failed({ other: "x" }, { one: "b", two: "b" });
  expect(render(<Select name="one" label="One" options={options} defaultValue="a" />, state)).toContain(
    '<option value="b" selected="">',
  );
  expect(render(<Radios name="two" label="Two" options={options} defaultValue="a" />, state)).toMatch(
    /<input id="f-two-b"[^>]*value="b"[^>]*checked=""|<input id="f-two-b"[^>]*checked=""[^>]*value="b"/,
  );
});

test("the hint of a choice describes it and is not part of its name", () => {
  const html = render(<Checkbox name="again" label="Send again" hint="Our default" />, idle);
  expect(html).toContain('aria-labelledby="f-again-word"');
  expect(html).toContain('aria-describedby="f-again-about"');
});
