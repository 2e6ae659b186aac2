import { expect, test } from "vitest";
import { findReferences } from "@/lib/casework/references/rules";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { casRows, messagesToday as today } from "@/tests/support/cas-messages";
import { turns } from "@/tests/unit/casework/references/messages/turns";

test.each(casRows(turns))("with the list of stations alone: $text", ({ text, number, station, doubt }) => {
  const [found] = findReferences(text, today, houseLaw, null).filter(({ kind }) => kind === "cas");
  const read = found?.canonical.split(" ").at(-1) ?? null;
  expect({ read, station: found?.station ?? null, doubt: (found?.code ?? null) !== null }).toEqual({
    read: number,
    station,
    doubt,
  });
});
