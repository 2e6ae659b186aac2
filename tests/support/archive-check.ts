import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const jars = [
  "preflight",
  "pdfbox2",
  "xmpbox",
  "fontbox2",
  "commons-logging",
  "commons-io",
  "javax.activation",
  "jaxb-api",
];
const paths = jars.map((jar) => `/usr/share/java/${jar}.jar`);

/** Whether Apache Preflight is here (Debian: libpdfbox2-java, libjaxb-api-java, a Java runtime). */
export const hasPreflight = !spawnSync("java", ["-version"]).error && paths.every((path) => existsSync(path));
/** Whether JHOVE is here (Debian: jhove). */
export const hasJhove = existsSync("/usr/bin/jhove");

/** What Apache Preflight says of a file as PDF/A-1b, the one part that it knows. */
export function preflight(path: string): string {
  const args = ["-cp", paths.join(":"), "org.apache.pdfbox.preflight.Validator_A1b", path];
  const { stdout, stderr } = spawnSync("java", args, { encoding: "utf8" });
  return `${stdout}${stderr}`;
}

/** What JHOVE says of a file: its status and the profiles that it recognises. */
export function jhove(path: string): string {
  return spawnSync("jhove", ["-m", "PDF-hul", path], { encoding: "utf8" }).stdout;
}
