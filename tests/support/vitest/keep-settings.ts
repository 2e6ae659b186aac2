import { afterAll } from "vitest";

// Files of one process follow each other in any order: what one sets must not reach the next, nor its children.
const before = { ...process.env };

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
