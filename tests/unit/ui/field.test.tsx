import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Checkbox, Radios, Select } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { FormContext } from "@/app/_ui/form-context";
import type { FormState } from "@/app/_ui/form-state";

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

  test("ties label, hint and error to the input", () => {
    expect(html).toContain('<label for="f-cas-number">');
    expect(html).toContain('aria-describedby="f-cas-number-hint f-cas-number-error"');
    expect(html).toContain('aria-invalid="true"');
  });

  test("says the error before the input", () => {
    expect(html.indexOf("Write it as 123/4/2026")).toBeLessThan(html.indexOf("<input"));
  });
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
