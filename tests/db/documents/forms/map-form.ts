import { describeForm } from "@/lib/documents/forms/commands/describe-form";
import { savePlaces } from "@/lib/documents/forms/commands/save-places";
import { readForm } from "@/lib/documents/forms/queries";
import { receiveForm } from "@/lib/documents/forms/receive-form";
import { allPlaces } from "@/lib/documents/forms/rules";
import type { Place } from "@/lib/documents/forms/types";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { formFile } from "@/tests/support/form-file";

const position: Place = {
  field: null,
  option: null,
  box: { page: 1, x: 56, y: 82, w: 70, h: 6 },
  kind: "text",
  label: "File number",
  origin: "fact",
  fact: "case.code",
  words: null,
  answer: null,
  size: 10,
  multiline: false,
};

/** A form that is described, with its fields mapped and two positions; one that is uploaded already, or a new one. */
export async function mapForm(admin: Ctx, known?: string): Promise<string> {
  const again = async () => admin;
  const formId = known ?? (await receiveForm(admin, { bytes: await formFile(), follows: null }, again)).id;
  await describeForm(admin, { formId, body: "Invented Office", name: "Application", edition: "March 2026" });
  const { form } = await readForm(admin, formId);
  const mapped: Record<string, Partial<Place>> = {
    applicant: { origin: "fact", fact: "client.name" },
    story: { origin: "fact", fact: "list.acts" },
    language: { origin: "asked", words: "Which language?" },
  };
  const places = allPlaces(form.fields, []).map((place) => ({
    ...place,
    ...mapped[place.field ?? ""],
    ...(place.field === "language" ? { answer: place.option } : {}),
    ...(place.field === "urgent" ? { label: "Signature" } : {}),
  }));
  const officer = { ...position, label: "Officer who refused", fact: "refusal.officer", box: { ...box, y: 120 } };
  await savePlaces(admin, { formId, mapping: form.mapping, places: [...places, position, officer] });
  return formId;
}

const box = { page: 1, x: 56, y: 82, w: 70, h: 6 };
