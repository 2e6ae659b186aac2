import { expect, test } from "vitest";
import { maskProtected } from "@/lib/packets/packets/snapshot/mask-protected";

const mask = maskProtected([{ kind: "name", value: "Nomvula Voorbeeld" }], {
  client: "Client RK-27",
  witnesses: "The client’s sister, Thembi Voorbeeld, and Constable Example",
});

test("a witness stays sealed whatever a letter calls them, and the officer keeps the name", () => {
  expect(mask("My sister stood beside me. Thembi Voorbeeld heard it. Constable Example said no.")).toBe(
    "[witness: sealed annex] stood beside me. [witness: sealed annex] heard it. Constable Example said no.",
  );
  expect(mask("Nomvula Voorbeeld and her friend came.")).toBe("Client RK-27 and her friend came.");
});
