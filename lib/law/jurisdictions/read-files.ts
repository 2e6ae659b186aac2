/** One file of a law folder: its path, its path without the extension (`za/offences`), and its content. */
export type DataFile = { file: string; place: string; data: unknown };

/**
 * Node's own modules by name, and the reader of YAML by way of them: an import of either would be bundled for the
 * browser, where there is no folder to read.
 */
const node = () => ({ fs: process.getBuiltinModule("node:fs"), path: process.getBuiltinModule("node:path") });
const yaml = (): typeof import("yaml") =>
  process.getBuiltinModule("node:module").createRequire(node().path.resolve("package.json"))("yaml");

const ending = /\.(yaml|json)$/;

/**
 * Every file of a folder and its subfolders, in the order given by each folder's `order.yaml`, the others after that by
 * name. Hidden files and text for people (.md, .txt) are skipped.
 * @throws Error in one line: the file and the reason
 */
export function readFiles(dir: string, under = ""): DataFile[] {
  const { fs, path } = node();
  if (!fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${dir}: no such folder`);
  const files = inOrder(dir).flatMap((name): DataFile[] => {
    const file = path.join(dir, name);
    const place = `${under}${name.replace(ending, "")}`;
    return fs.statSync(file).isDirectory() ? readFiles(file, `${place}/`) : [{ file, place, data: parse(file) }];
  });
  const twice = files.find((file, i) => files.findIndex((other) => other.place === file.place) !== i);
  if (twice) throw new Error(`${twice.file}: stands twice, with two endings`);
  return files;
}

function inOrder(dir: string): string[] {
  const { fs, path } = node();
  const names = fs.readdirSync(dir).filter((name) => !/^\.|^order\.yaml$|\.(md|txt)$/i.test(name));
  const file = path.join(dir, "order.yaml");
  if (!fs.existsSync(file)) return names.toSorted();
  const first = parse(file);
  const bare = (name: string) => name.replace(ending, "");
  if (!Array.isArray(first) || !first.every((key) => names.some((name) => bare(name) === key)))
    throw new Error(`${file}: must be a list of what lies in this folder, without the endings`);
  const rank = (name: string) => (first.indexOf(bare(name)) + first.length + 1) % (first.length + 1);
  return names.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function parse(file: string): unknown {
  const { fs } = node();
  if (!ending.test(file)) throw new Error(`${file}: law is not read from such a file`);
  const isYaml = file.endsWith(".yaml");
  try {
    const text = fs.readFileSync(file, "utf8");
    return isYaml ? yaml().parse(text, { strict: true }) : JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${file}: not ${isYaml ? "YAML" : "JSON"}: ${message.replace(/\s+/g, " ")}`);
  }
}
