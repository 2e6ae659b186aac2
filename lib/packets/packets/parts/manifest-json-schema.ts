import { z } from "zod";
import { manifestSchema } from "./manifest";

/** A name and not a place: the schema travels with the product, and no web host has to answer for it. */
const manifestSchemaId = "urn:crossdocket:schema:packet-manifest:1";

/** The published form of the manifest's type, JSON Schema draft 2020-12. */
export function manifestJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(manifestSchema, { target: "draft-2020-12", io: "output" });
  return {
    $schema,
    $id: manifestSchemaId,
    title: "Manifest of a Crossdocket packet",
    description:
      "What travels with one version of a packet, with the SHA-256 of every part, of every page of the served PDF and of every original. Bytes from up to but not including to make a page. Instants are UTC.",
    ...rest,
  };
}
