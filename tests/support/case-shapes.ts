import { readFileSync } from "node:fs";
import { JsonLdParser } from "jsonld-streaming-parser";
import { Parser, type Quad, Store } from "n3";
import Validator from "rdf-validate-shacl";
import { closure, ontology } from "./case-shapes-place.mjs";

const turtle = (path: string): Quad[] => new Parser().parse(readFileSync(path, "utf8"));

/** The ontology is one file, so it imports nothing; its eight rules in SPARQL need an engine that is not here. */
const isShape = ({ predicate }: Quad): boolean => !/#(imports|sparql)$/.test(predicate.value);

/** The shapes of CASE 1.4.0, ready to be asked. */
export function openCaseShapes() {
  const shapes = turtle(ontology).filter(isShape);
  const subclasses = turtle(closure);
  const validator = new Validator(new Store(shapes) as never);
  const terms = new Set(shapes.map((quad) => quad.subject.value));
  return {
    /** Every complaint about a bundle, whatever its severity, in one line each. */
    async complaints(document: unknown): Promise<string[]> {
      const quads = await quadsOf(document);
      const report = await validator.validate(new Store([...quads, ...subclasses]) as never);
      return report.results.map(
        ({ focusNode, path, message, severity }) =>
          `${severity?.value.split("#").at(-1)} ${focusNode?.value} ${path?.value}: ${message.map((term) => term.value).join("; ")}`,
      );
    },
    /** Names of CASE and UCO in a bundle that the ontology does not know. */
    async strangers(document: unknown): Promise<string[]> {
      const quads = await quadsOf(document);
      const used = quads.flatMap((quad) => [quad.predicate.value, ...(isType(quad) ? [quad.object.value] : [])]);
      return [...new Set(used)].filter((name) => /caseontology|unifiedcyber/.test(name) && !terms.has(name));
    },
  };
}

const isType = (quad: Quad): boolean => quad.predicate.value.endsWith("#type");

export async function quadsOf(document: unknown): Promise<Quad[]> {
  const parser = new JsonLdParser();
  const quads: Quad[] = [];
  const done = new Promise<void>((resolve, reject) => {
    parser.on("data", (quad: Quad) => quads.push(quad));
    parser.on("error", reject);
    parser.on("end", resolve);
  });
  parser.write(JSON.stringify(document));
  parser.end();
  await done;
  return quads;
}
