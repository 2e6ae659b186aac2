import { mkdirSync, writeFileSync } from "node:fs";
import { publishedSchemas } from "./published-schemas";

/** Run by `npm run law`: the schemas by which editors check the stories of the demonstration. */
mkdirSync("docs/demo", { recursive: true });
for (const [name, schema] of Object.entries(publishedSchemas()))
  writeFileSync(`docs/demo/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
