import { globSync, readFileSync } from "node:fs";
import { getTableName, is, Table } from "drizzle-orm";
import { getTableConfig, PgCustomColumn, type PgTable } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import { secretNames } from "@/db/embedded/secrets";
import * as schema from "@/db/schema";
import { dataKeys } from "@/db/schema";
import { jobNames } from "@/lib/kernel/jobs/names";
import { Environment } from "@/lib/platform/env";
import { entriesOf, routes, whoMayEnter } from "@/tests/support/policy/policy";
import { actions } from "@/tests/support/policy/policy-actions";
import { pages } from "@/tests/support/policy/policy-pages";
import { describeFields } from "./support/describe-fields";
import { describeInputs } from "./support/describe-inputs";

const read = (name: string) => readFileSync(`docs/security/${name}.md`, "utf8");
const marked = (name: string) => new Set([...read(name).matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word));
const sources = (...patterns: string[]) =>
  globSync(patterns).map((path) => ({ path, text: readFileSync(path, "utf8") }));
const missing = (words: Iterable<string>, described: Set<string>) =>
  [...new Set(words)].filter((word) => !described.has(word));
const tables = Object.values(schema).filter((table) => is(table, Table)) as unknown as PgTable[];

describe("the document of", () => {
  test("inputs is what the schemas say", async () => {
    const head =
      "# Every field that is taken\n\nWritten by a test; `input.md` says how to read it and how it is renewed.\n\n";
    await expect(`${head}${await describeInputs()}\n`).toMatchFileSnapshot("../../docs/security/inputs.md");
  });

  test("sealed fields is what schema and promises say", async () => {
    await expect(describeFields(tables)).toMatchFileSnapshot("../../docs/security/sealed-fields.md");
  });

  test("input names each folder whose fields must fit together", () => {
    const combined = sources("lib/**/input.ts").filter(({ text }) => /path: \[|superRefine|addIssue/.test(text));
    expect(combined.length).toBeGreaterThan(15);
    expect(
      missing(
        combined.map(({ path }) => path.split("/").at(-2) ?? ""),
        marked("input"),
      ),
    ).toEqual([]);
  });

  test("ways in names every page and route that wants no session", () => {
    const open = [...entriesOf({ public: pages.public }), ...routes.public.map((entry) => entry.split(" ")[1] ?? "")];
    const harmless = ["/away"];
    expect(
      missing(
        open.filter((value) => !harmless.includes(value)),
        marked("ways-in"),
      ),
    ).toEqual([]);
    const doors = Object.entries(actions).filter(([, table]) => "public" in table);
    const folders = doors.map(([file]) => file.replace(/^\(auth\)|\/actions$/g, ""));
    expect(
      missing(
        folders.filter((folder) => folder !== "/sign-out"),
        marked("ways-in"),
      ),
    ).toEqual([]);
    expect(whoMayEnter(pages, "/sign-in")).toEqual(["public"]);
  });

  test("keys names every secret, every purpose of a data key and every name that a key is derived by", () => {
    const described = marked("keys");
    expect(missing(secretNames, described)).toEqual([]);
    expect(missing(dataKeys.purpose.enumValues, described)).toEqual([]);
    const derived = sources("lib/**/*.ts").flatMap(({ text }) => [...text.matchAll(/deriveKey\([^"`\n]*"([^"]+)"\)/g)]);
    expect(derived.length).toBeGreaterThan(8);
    expect(
      missing(
        derived.map(([, name = ""]) => name),
        described,
      ),
    ).toEqual([]);
  });

  test("keys names every algorithm that the sources name", () => {
    const used = sources("lib/**/*.{ts,mjs}", "db/**/*.ts", "bin/**/*.mjs").flatMap(({ text }) => [
      ...text.matchAll(/create(?:Hash|Hmac|Cipheriv|Decipheriv)\("([\w-]+)"|hkdfSync\("([\w-]+)"/g),
    ]);
    const plain = (name: string) => name.toUpperCase().replaceAll("-", "");
    const message = plain(read("keys"));
    const names = [...new Set(used.map(([, one, two]) => one ?? two ?? ""))];
    expect(names).toEqual(expect.arrayContaining(["sha256", "aes-256-gcm"]));
    expect(names.filter((name) => !message.includes(plain(name)))).toEqual([]);
  });

  test("connections names every setting that is an address, and nothing else in lib opens a connection", () => {
    const message = read("connections");
    const addresses = Object.keys(Environment.shape).filter((name) =>
      /_URLS?$|_ENDPOINT$|_ADDRESS$|PORT$|HOSTS$/.test(name),
    );
    expect(addresses.length).toBeGreaterThan(8);
    expect(addresses.filter((name) => !message.includes(`\`${name}\``))).toEqual([]);
    const openers =
      /from "(node:(net|tls|http|https|dgram|dns|http2)|nodemailer|@aws-sdk\/[\w-]+|undici|ws)"|import\("@aws-sdk|(?<![.\w])fetch\(/;
    const open = sources("lib/**/*.ts", "app/**/{route,page,actions,layout}.{ts,tsx}", "*.ts")
      .filter(({ text }) => openers.test(text))
      .filter(({ text }) => !/^import type [^\n]*node:http/m.test(text))
      .map(({ path }) => path)
      .filter((path) => !/^(vitest|playwright|drizzle)\.config\.ts$/.test(path));
    expect(open.toSorted()).toEqual(
      [
        // The checks of the installation: whether the scanner and the sign-in service of the settings answer.
        "lib/operations/installation/checks/examine-scanner.ts",
        "lib/operations/installation/checks/examine-sign-on.ts",
        "lib/platform/clamd/ask-clamd.ts",
        // The address checker and messages to webhooks: hosts that an administrator named.
        "lib/platform/network/ask-page.ts",
        "lib/platform/network/post-message.ts",
        "lib/platform/network/reach-host.ts",
        "lib/platform/network/open-way.ts",
        // Ask whether a text is an address.
        "lib/platform/network/network.ts",
        "lib/platform/network/public-address.ts",
        "lib/platform/mail/smtp.ts",
        "lib/platform/sms/post-text.ts",
        // Its own word for reading a block.
        "lib/platform/storage/read-in-blocks.ts",
        "lib/platform/storage/s3-client.ts",
        "lib/platform/telemetry/post.ts",
        // Says whom the others believe, and speaks to nobody.
        "lib/platform/network/trust-only.ts",
        "lib/platform/tsa/ask.ts",
      ].toSorted(),
    );
  });

  test("uploads has the limits of the child as the code has them", () => {
    const code = readFileSync("lib/platform/sandbox/confinement.ts", "utf8");
    const number = (pattern: RegExp) => Number(pattern.exec(code)?.[1]);
    const limits = [
      `${number(/--as=(\d+)/) / 1e9} GB of address space`,
      `${number(/--data=(\d+)/) / 1e9} GB of data`,
      `${number(/HEAP_MB = (\d+)/)} MB of JavaScript heap`,
      `${number(/--nofile=(\d+)/)} open files`,
    ];
    const decision = readFileSync("docs/decisions/0024-the-system-confines.md", "utf8");
    for (const message of [read("uploads"), decision])
      expect(limits.filter((limit) => !message.includes(` ${limit}`))).toEqual([]);
  });

  test("classes has each table once", () => {
    const listed = [...(read("data-classes").split("## Tables")[1] ?? "").matchAll(/`([a-z_]+)`/g)].map(
      ([, name]) => name,
    );
    expect(listed.toSorted()).toEqual(tables.map((table) => getTableName(table)).toSorted());
  });

  test("classes puts what is sealed into the first two", () => {
    const [, rows = ""] = read("data-classes").split("## Tables");
    const sealed = tables.filter((table) => getTableConfig(table).columns.some((column) => isSealed(column)));
    const low = rows
      .split("\n")
      .filter((line) => /^\| (3|4) /.test(line))
      .join();
    const ofStaff = ["member_grants"];
    const odd = sealed.map((table) => getTableName(table)).filter((name) => low.includes(`\`${name}\``));
    expect(odd.filter((name) => !ofStaff.includes(name))).toEqual([]);
  });

  test("costly work names every job", () => {
    expect(missing(jobNames, marked("costly"))).toEqual([]);
  });

  test("components names every package that runs", () => {
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: object };
    expect(missing(Object.keys(dependencies), marked("components"))).toEqual([]);
  });

  test("logs names what writes lines: the log, the anchors, and what the command line starts", () => {
    const writers = sources("lib/**/*.ts", "app/**/*.{ts,tsx}", "db/**/*.ts", "*.ts")
      .filter(({ text }) => /console\.\w+\(|process\.std(out|err)\.write|appendFile/.test(text))
      .map(({ path }) => path)
      .filter((path) => !/^lib\/(operations\/)?worker\/(?!worker|rounds)/.test(path));
    const files = ["lib/kernel/access/head-record.ts", "lib/kernel/anchors/append-anchors.ts"];
    const ofCommandLine = ["lib/law/jurisdictions/read-at-start.ts", "lib/operations/demo/load.ts"];
    expect(writers.toSorted()).toEqual([...files, ...ofCommandLine].toSorted());
    expect(missing(files, marked("logs"))).toEqual([]);
  });

  test("performance calls a target met only where its own figures show it", () => {
    const rows = readFileSync("docs/performance.md", "utf8")
      .split("\n")
      .filter((line) => line.startsWith("| ") && /\| (not )?met \|/.test(line))
      .map((line) => line.split("|").map((cell) => cell.trim()));
    expect(rows.length).toBeGreaterThan(10);
    const wrong = rows.filter(([, , , ours = "", , ratio = "", target = "", said]) => {
      const [, of, way, limit] = /^(ratio )?at (most|least) ([\d.]+)$/.exec(target) ?? [];
      const found = Number.parseFloat(of ? ratio : ours);
      const met = way === "most" ? found <= Number(limit) : found >= Number(limit);
      return !limit || Number.isNaN(found) || said !== (met ? "met" : "not met");
    });
    expect(wrong.map(([, name]) => name)).toEqual([]);
  });
});

function isSealed(column: ReturnType<typeof getTableConfig>["columns"][number]): boolean {
  return is(column, PgCustomColumn) && column.getSQLType() === "text";
}
