import { expect, test } from "vitest";
import { savePlaces } from "@/lib/documents/forms/commands/save-places";
import { readForm } from "@/lib/documents/forms/queries";
import { setUp } from "./set-up";

test("a mapping keeps what somebody else mapped meanwhile, and says at the row what is wrong", async () => {
  const { admin, formId } = await setUp();
  const { form } = await readForm(admin, formId);
  const saving = (mapping: number, places: unknown[]) => savePlaces(admin, { formId, mapping, places });
  await expect(saving(form.mapping - 1, form.places)).rejects.toMatchObject({ code: "conflict" });
  const wrong = [{ ...form.places[0], origin: "fact", fact: "client.shoeSize" }];
  await expect(saving(form.mapping, wrong)).rejects.toMatchObject({
    fields: { "places.0.origin": expect.any(String) },
  });
});
