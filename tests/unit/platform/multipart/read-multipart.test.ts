import { expect, test } from "vitest";
import { type MultipartFile, readMultipart } from "@/lib/platform/multipart/read-multipart";

const limits = { maxFiles: 2, maxFileBytes: 1000, maxFieldBytes: 100 };

function formOf(...names: string[]): Request {
  const form = new FormData();
  form.set("what", "A threat");
  for (const name of names) form.append("files", new File([`Bytes of ${name}`], name, { type: "text/plain" }));
  return new Request("http://localhost/", { method: "POST", body: form });
}

/** What was kept, in order. */
function keeping() {
  const kept: string[] = [];
  const keep = async ({ name, fields, body }: MultipartFile) => {
    kept.push(`${name}, ${fields.what}: ${await new Response(body).text()}`);
  };
  return { kept, keep };
}

test("files come one after another, with what was typed before them; a field in which nothing was chosen is none", async () => {
  const { kept, keep } = keeping();
  expect(await readMultipart(formOf("a.txt", "b.txt"), limits, keep)).toEqual({
    fields: { what: "A threat" },
    files: 2,
  });
  expect(kept).toEqual(["a.txt, A threat: Bytes of a.txt", "b.txt, A threat: Bytes of b.txt"]);
  expect((await readMultipart(formOf(""), limits, keep)).files).toBe(0);
});

test("more files than are taken at once are told, and those before them are kept", async () => {
  const { kept, keep } = keeping();
  await expect(readMultipart(formOf("a.txt", "b.txt", "c.txt"), limits, keep)).rejects.toThrow("more files");
  expect(kept).toHaveLength(2);
});

test("what is no such form is refused", async () => {
  const request = new Request("http://localhost/", {
    method: "POST",
    body: "x",
    headers: { "content-type": "text/plain" },
  });
  await expect(readMultipart(request, limits, keeping().keep)).rejects.toThrow("no form");
});
