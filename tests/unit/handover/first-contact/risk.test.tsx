import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FormContext } from "@/app/_ui/form-context";
import { CodeForm } from "@/app/(auth)/first/[secret]/_components/code-form";
import { MadeOnce } from "@/app/(work)/packets/[packetId]/_components/make-link-form";
import { codeReminder } from "@/lib/handover/first-contact/labels";

const keep = async <State,>(state: State) => state;

test("the page on which an officer types the code says what a code by phone risks, and what is safer", () => {
  const page = renderToStaticMarkup(<CodeForm action={keep} />);
  expect(page).toContain("can be overheard");
  expect(page).toContain("your office was called back first");
  expect(page).toContain("An account with a passkey is safer");
});

test("whoever tells the code is given the words for it", () => {
  const state = { status: "saved", fields: {}, values: {}, made: { link: "a link", code: "7Q4K D0XM B2TA" } } as const;
  const page = renderToStaticMarkup(
    <FormContext value={{ state, pending: false, sent: null, prefix: "f" }}>
      <MadeOnce />
    </FormContext>,
  );
  expect(page).toContain(codeReminder);
  expect(codeReminder).toMatch(/overheard.*do not tell it to anybody.*passkey is safer/);
});
