/**
 * Whether a Node on the machine can replace the package's, which takes 190 MB: same major version, not older than the
 * tested one, and built as nodejs.org builds it. Distribution builds have parts of Node in separate files, which a
 * confined child process would not find.
 * @param {{ versions: { node: string }, config: { variables: object } }} node `process`, of that Node
 * @param {string} tested the version of the package
 */
export function fits({ versions, config }, tested) {
  const [major, minor, patch] = numbersOf(versions.node);
  const [line, least, fixedIn] = numbersOf(tested);
  if (major !== line || minor < least || (minor === least && patch < fixedIn)) return false;
  return !Object.entries(config.variables).some(([name, value]) => name.startsWith("node_shared") && isOn(value));
}

const numbersOf = (version) => version.split(".").map(Number);
const isOn = (value) => value === true || value === "true" || value === 1;
