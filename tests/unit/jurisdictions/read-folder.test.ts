import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { houseLawWith } from "@/lib/jurisdictions/rules";
import { scratchFolder } from "../../support/files";

const scratch = await scratchFolder();
afterAll(scratch.remove);
const dir = join(scratch.path, "law");
const playbook = join(dir, "pairs/XA-XB/playbook.json");

beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  cpSync("tests/fixtures/law-invented", dir, { recursive: true });
});

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the data wherever it likes
type Json = any;

function change(file: string, edit: (data: Json) => void): void {
  const data = JSON.parse(readFileSync(file, "utf8"));
  edit(data);
  writeFileSync(file, JSON.stringify(data));
}

function said(): string {
  try {
    houseLawWith(dir);
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing";
}

test("a whole folder is laid beside the release", () => {
  const law = houseLawWith(dir);
  const alone = houseLawWith(undefined);
  expect(law.playbooks.map((one) => one.pair)).toEqual([...alone.playbooks.map((one) => one.pair), "XA-XB"]);
  expect(law.agencies).toHaveLength(alone.agencies.length + 1);
  expect(Object.keys(law.calendars).toSorted()).toEqual(["US", "XA", "ZA"]);
});

describe("a broken folder says file, path and reason in one line", () => {
  test("a folder that is not there", () => {
    expect(() => houseLawWith("/no/such/law")).toThrow("/no/such/law: no such folder");
  });

  test("a file that is no JSON", () => {
    writeFileSync(join(dir, "clocks.json"), '[{"code": "X-HAIL",\n}]');
    expect(said()).toMatch(new RegExp(`^${dir}/clocks.json: not JSON: .+$`));
  });

  test("a clock of no length", () => {
    change(join(dir, "clocks.json"), (clocks) => {
      clocks[0].limit.amount = 0;
    });
    expect(said()).toMatch(new RegExp(`^${dir}/clocks.json: \\[0\\]\\.limit\\.amount: Too small.+$`));
  });

  test("a step without its guidance", () => {
    change(playbook, (book) => {
      delete book.steps.seal.guidance;
    });
    expect(said()).toMatch(new RegExp(`^${playbook}: steps\\.seal\\.guidance: Invalid input: expected array.+$`));
  });

  test("a step that names a body nobody knows", () => {
    change(playbook, (book) => {
      book.steps.seal.agencies = ["nobody"];
    });
    expect(said()).toBe(`law data: ${playbook}: playbook XA-XB version 3, step seal: no agency nobody`);
  });

  test("a clock without its calendar", () => {
    writeFileSync(join(dir, "calendars.json"), "{}");
    expect(said()).toBe(`law data: ${dir}/clocks.json: clock X-HAIL: no calendar XA`);
  });

  test("a holiday that does not exist, and a calendar that the release has already", () => {
    change(join(dir, "calendars.json"), (calendars) => {
      calendars.XA.proclaimed = [{ on: "2026-02-30", name: "Never" }];
    });
    expect(said()).toBe(`${dir}/calendars.json: XA.proclaimed[0].on: must be a real date, such as 2026-11-04`);
    change(join(dir, "calendars.json"), (calendars) => {
      calendars.XA.proclaimed = [];
      calendars.ZA = calendars.XA;
    });
    expect(said()).toBe("law data: calendar ZA stands twice");
  });

  test("a paper with a word in braces that nobody fills", () => {
    change(join(dir, "documents/telling.json"), (paper) => {
      paper.blocks[0].text = "About {client.shoeSize}";
    });
    expect(said()).toBe(`law data: ${dir}/documents/telling.json: document xa-telling: no token {client.shoeSize}`);
  });

  test("a step whose paper nobody wrote", () => {
    rmSync(join(dir, "documents"), { recursive: true });
    expect(said()).toBe(`law data: ${playbook}: playbook XA-XB version 3, step tell-warden: no paper telling`);
  });

  test("a pairing that names an element too many", () => {
    change(join(dir, "pairs/XA-XB/dual-criminality.json"), (rows) => {
      rows[0].elements[1].metBy = ["home_element:7"];
    });
    expect(said()).toMatch(/dual-criminality.json: pairing xa-hooting-din: offence xa-hooting has no element 7$/);
  });

  test("a key that the release has already", () => {
    change(join(dir, "agencies.json"), (agencies) => {
      agencies[0].key = "ic3";
    });
    expect(said()).toMatch(new RegExp(`${dir}/agencies.json: agency ic3 stands twice`));
  });

  test("a pair in the wrong folder, and a file with a misspelt name", () => {
    change(playbook, (book) => {
      book.pair = "XA-XC";
    });
    expect(said()).toBe(`${playbook}: pair: is XA-XC, but the folder is XA-XB`);
    writeFileSync(join(dir, "clock.json"), "[]");
    expect(said()).toBe(`${dir}/clock.json: law is not read from such a file`);
  });
});

describe("the start", () => {
  const start = (folder: string) =>
    spawnSync(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "lib/jurisdictions/read-at-start.ts"],
      {
        env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", LAW_DIR: folder, NODE_ENV: "production" },
        encoding: "utf8",
      },
    );

  test("goes on with law that can be read", { timeout: 30_000 }, () => {
    expect(start(dir)).toMatchObject({ status: 0, stderr: "" });
    expect(start("")).toMatchObject({ status: 0, stderr: "" });
  });

  test("ends with one line for law that cannot", { timeout: 30_000 }, () => {
    change(playbook, (book) => {
      book.levels = [];
    });
    const { status, stderr } = start(dir);
    expect(status).toBe(1);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(new RegExp(`^${playbook}: levels: Too small`));
  });
});
