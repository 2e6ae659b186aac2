// Who may import whom. docs/ARCHITECTURE.md says the same in words; tests/architecture proves that a violation is seen.

/** From the ground up: an area knows those before it and none behind it. */
const areas = [
  "platform",
  "kernel",
  "law",
  "auth",
  "organisation",
  "casework",
  "evidence",
  "escalation",
  "documents",
  "packets",
  "handover",
  "client",
  "oversight",
  "privacy",
  "operations",
  "integrations",
];

/** The first rule: no area imports one that stands above it. */
const inOrder = areas.slice(0, -1).map((area, at) => ({
  name: "areas-in-order",
  // What each job does is gathered where the worker finds it, also that of the areas below.
  from: { path: `^lib/${area}/`, pathNot: "^lib/operations/worker/registry\\.ts$" },
  to: { path: `^lib/(${areas.slice(at + 1).join("|")})/` },
}));

const isomorphic =
  "^lib/(?!platform/).+/(input|rules|labels|types)\\.ts$|^lib/platform/(errors|paging|list-state|language/(formats|label-table|messages|plural-message|say-plain|translate|written)|text/(amounts|format)|time/(calendar|clock))\\.ts$";

module.exports = {
  areas,
  forbidden: [
    ...inOrder,
    { name: "app-never-touches-db", from: { path: "^app/" }, to: { path: "^(db|drizzle)/" } },
    { name: "lib-never-imports-app", from: { path: "^(lib|db)/" }, to: { path: "^app/" } },
    {
      name: "lib-does-not-know-next",
      from: { path: "^lib/(?!auth/)" },
      to: { path: "node_modules/(next|next-auth|react|react-dom)/" },
    },
    {
      name: "platform-knows-no-domain",
      from: { path: "^lib/platform/" },
      to: { path: "^(app|db|lib/(?!platform/))" },
    },
    { name: "app-ui-is-domain-blind", from: { path: "^app/_ui/" }, to: { path: "^(lib/(?!platform/)|app/(?!_ui/))" } },
    {
      name: "no-domain-cycles",
      scope: "folder",
      from: { path: "^lib/[^/]+/[^/]+$", pathNot: "^lib/platform/" },
      to: { circular: true },
    },
    {
      name: "no-module-cycles",
      from: { path: "^(app|lib|db)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "components-see-only-isomorphic-lib",
      from: { path: "^app/.*/_components/|^app/_ui/" },
      to: { path: "^lib/", pathNot: isomorphic, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-app-and-auth-mint-a-ctx",
      // The demonstration signs its people in as a browser would, so that what it makes is audited in their names.
      from: { path: "^lib/(?!auth/|operations/demo/)" },
      to: { path: "^lib/auth/", pathNot: "/rules\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "portal-stands-alone",
      from: { path: "^app/\\(liaison\\)/" },
      to: { path: "^app/\\((work|admin)\\)/|^app/_shell/" },
    },
    {
      name: "components-are-private-to-their-area",
      from: { path: "^app/\\(([a-z-]+)\\)/([a-z-]+)/" },
      to: { path: "^app/\\([a-z-]+\\)/.+/_components/", pathNot: "^app/\\($1\\)/$2/" },
    },
    {
      name: "db-knows-only-the-environment",
      from: { path: "^db/" },
      to: { path: "^lib/", pathNot: "^lib/platform/(?:env|network/tls-policy)\\.ts$" },
    },
    {
      name: "only-the-worker-knows-the-registry",
      from: { pathNot: "^lib/operations/worker/worker\\.ts$" },
      to: { path: "^lib/operations/worker/registry\\.ts$" },
    },
    { name: "nothing-imports-tests", from: { path: "^(app|lib|db|proxy)" }, to: { path: "^tests/" } },
    {
      name: "only-auth-knows-next-auth",
      from: { path: "^(app/(?!api/auth/)|lib/(?!auth/)|db)" },
      to: { path: "node_modules/next-auth/" },
    },
    {
      name: "only-lib-pdf-knows-pdf-lib",
      // Beside the writer of PDFs, only the confined children that open a stranger's form.
      from: { path: "^(app|db|lib/(?!platform/pdf/|platform/sandbox/child-form))" },
      to: { path: "node_modules/pdf-lib/" },
    },
    {
      name: "only-lib-docx-knows-docx",
      from: { path: "^(app|db|lib/(?!platform/docx/))" },
      to: { path: "node_modules/docx/" },
    },
    {
      name: "no-development-packages",
      from: { path: "^(app|lib|db|proxy)" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    { name: "nothing-unresolved", from: { path: "^(app|lib|db|proxy)" }, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.next/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
    },
  },
};
