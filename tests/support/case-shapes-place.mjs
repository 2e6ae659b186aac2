import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where the shapes of CASE 1.4.0 are looked for: they are not part of the repository. */
const folder = process.env.CASE_SHAPES ?? join(process.cwd(), "..", "shared", "data");
export const ontology = join(folder, "case-1.4.0.ttl");
export const closure = join(folder, "case-1.4.0-subclasses.ttl");
export const hasCaseShapes = existsSync(ontology) && existsSync(closure);
