import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PlaceFields } from "@/app/(admin)/admin/forms/[formId]/_components/place-fields";
import { nestedForm } from "@/app/(work)/cases/nested-form";
import { readPlaces, SavePlaces } from "@/lib/documents/forms/input";
import type { Place } from "@/lib/documents/forms/types";

const place = (change: Partial<Place>): Place => ({
  field: null,
  option: null,
  box: { page: 1, x: 20.5, y: 30, w: 80, h: 6 },
  kind: "text",
  label: "Name",
  origin: "hand",
  fact: null,
  words: null,
  answer: null,
  size: 10,
  multiline: false,
  ...change,
});

const facts = [{ key: "client.name", label: "client's name", group: "The client" }];

/** What a browser would send of these rows. */
function sent(rows: readonly (Place | null)[], change: Record<string, string> = {}): unknown {
  const html = renderToStaticMarkup(
    <form>
      {rows.map((one, at) => (
        <PlaceFields key={`${at + 1}`} at={at} place={one} start={null} title={`Row ${at + 1}`} facts={facts} />
      ))}
    </form>,
  );
  const form = new FormData();
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
    if (!tag.includes('type="checkbox"') || tag.includes(" checked")) form.set(of("name"), of("value"));
  }
  for (const [, name = "", options = ""] of html.matchAll(/<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) {
    form.set(name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? "");
  }
  for (const [name, value] of Object.entries(change)) form.set(name, value);
  return readPlaces(nestedForm(form).places as unknown[]);
}

const save = (places: unknown) =>
  SavePlaces.safeParse({ formId: "0198c0de-0000-7000-8000-000000000001", mapping: "0", places });

test("what the editor of a form shows is what it sends back", () => {
  const places = [
    place({ field: "applicant", box: null, origin: "fact", fact: "client.name", size: 9.5 }),
    place({ field: "story", box: null, multiline: true, origin: "asked", words: "Why now?" }),
    place({ field: "language", option: "isiZulu", box: null, kind: "tick", origin: "asked", words: "Q", answer: "A" }),
    place({ origin: "fixed", words: "By e-mail" }),
    place({ kind: "tick", origin: "fixed" }),
  ];
  const saved = save(sent([...places, null]));
  expect(saved.data?.places).toEqual([...places, null]);
});

test("a position is typed with a comma as well, and what is wrong is said at its own row", () => {
  const typed = { "places.1.x": "42,5", "places.1.y": "10", "places.1.label": "File number" };
  expect(save(sent([null, null], typed)).data?.places[1]?.box).toEqual({ page: 1, x: 42.5, y: 10, w: 80, h: 6 });
  const wrong = save(sent([null, null], { ...typed, "places.1.x": "left" }));
  expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual(["places.1.box.x"]);
  expect(save(sent([place({}), null], { "places.0.remove": "on" })).data?.places).toEqual([null, null]);
});
