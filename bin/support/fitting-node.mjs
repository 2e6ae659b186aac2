/**
 * Whether a Node that is on the machine does instead of the package's, which takes 190 MB: one of the same line, not older
 * than the one that everything was tested on, and built as nodejs.org builds it. Builds of distributions bring parts of
 * Node in files of their own, which a confined child would not find.
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
