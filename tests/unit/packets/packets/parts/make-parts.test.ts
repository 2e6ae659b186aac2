import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { type MadePart, makeParts, type PartsFacts } from "@/lib/packets/packets/parts/make-parts";
import { verifierPage } from "@/lib/packets/packets/parts/verifier-page";
import { makeKey, readBytes, signDetached, writeFolder } from "@/tests/support/packet-folder";
import { sampleOfKind } from "@/tests/support/sample-kinds";
import { builtSample, sha256 } from "@/tests/support/sample-parts";
import { hasTool } from "@/tests/support/tools";

async function facts(): Promise<PartsFacts> {
  const { snapshot, prepared, written } = await builtSample();
  const signature = { fingerprint: sha256("certificate"), timeStamped: true };
  return { snapshot, prepared, written, annex: { size: 5, sha256: sha256("annex"), pages: 4 }, signature };
}

describe("the parts of a packet", () => {
  test("are made in one go, and the manifest names each with its hash", async () => {
    const given = await facts();
    const { made, manifest } = await makeParts(given);
    expect(made.map((madePart) => [madePart.part, madePart.name])).toEqual([
      ["request", "CD-2026-0147-v2-request.docx"],
      ["verifier", "verify.html"],
      ["case_uco", "case-uco.jsonld"],
      ["manifest", "manifest.json"],
    ]);
    for (const file of made.filter((part) => part.part !== "manifest")) {
      const listed = manifest.parts.find((part) => part.part === file.part);
      expect(listed).toMatchObject({
        name: file.name,
        bytes: file.bytes.length,
        sha256: sha256(file.bytes),
        travels: "here",
      });
    }
    expect(manifest.parts.find((part) => part.part === "served")?.sha256).toBe(given.written.sha256);
    expect(manifest.parts.find((part) => part.part === "annex")).toMatchObject({ travels: "apart", pages: 4 });
    expect(JSON.parse(Buffer.from(bytesOf(made, "manifest")).toString())).toEqual(manifest);
  });

  test("repeat to the byte", async () => {
    const given = await facts();
    const one = await makeParts(given);
    const two = await makeParts(given);
    expect(one.made.map((part) => sha256(part.bytes))).toEqual(two.made.map((part) => sha256(part.bytes)));
  });

  test("have no editable request where the kind has none", async () => {
    const given = await facts();
    const snapshot = { ...given.snapshot, packet: { ...given.snapshot.packet, kind: "interpol_briefing" as const } };
    const { made, manifest } = await makeParts({ ...given, snapshot, annex: null });
    expect(made.map((madePart) => madePart.part)).toEqual(["verifier", "case_uco", "manifest"]);
    expect(manifest.packet.kind).toBe("interpol_briefing");
  });

  test("have each letter to print and to edit, and the manifest names both", async () => {
    const given = await facts();
    const { made, manifest } = await makeParts({
      ...given,
      snapshot: sampleOfKind("preservation_briefing"),
      annex: null,
    });
    expect(made.slice(0, 4).map(({ part, name, pages }) => [part, name, (pages ?? 0) > 0])).toEqual([
      ["letter-1", "letter-1-preservation-x-corp.pdf", true],
      ["letter-1-docx", "letter-1-preservation-x-corp.docx", false],
      ["letter-2", "letter-2-preservation-meta-platforms-inc.pdf", true],
      ["letter-2-docx", "letter-2-preservation-meta-platforms-inc.docx", false],
    ]);
    for (const { part, bytes } of made.slice(0, 4))
      expect(manifest.parts.find((listed) => listed.part === part)).toMatchObject({
        sha256: sha256(bytes),
        travels: "here",
      });
  });

  test.skipIf(!hasTool("openssl"))("pass the commands that the verifier gives for a computer's own tools", async () => {
    const { made, manifest } = await makeParts(await facts());
    const list = bytesOf(made, "manifest");
    const key = makeKey();
    const folder = writeFolder(
      new Map([
        ["manifest.json", list],
        ["manifest.json.p7s", signDetached(key, list)],
      ]),
    );
    const commands = /<pre>(openssl[^<]*)<\/pre>/.exec(verifierPage())?.[1]?.trim().split("\n") ?? [];
    expect(commands).toHaveLength(2);
    const messages = commands.map((line) =>
      execFileSync("sh", ["-c", `${line} 2>&1`], { cwd: folder, encoding: "utf8" }),
    );
    expect(messages[0]).toContain("successful");
    expect(messages[1]?.replaceAll(":", "").toLowerCase()).toContain(key.fingerprint);
    expect(readBytes(folder, "checked.json").equals(Buffer.from(list))).toBe(true);
    expect(manifest.pages.length).toBe(manifest.counts.pages);
  });
});

function bytesOf(made: readonly MadePart[], part: MadePart["part"]): Uint8Array {
  return made.find((madePart) => madePart.part === part)?.bytes ?? new Uint8Array();
}
