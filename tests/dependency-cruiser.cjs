// Which domain may know which. A domain may use only those named beside it; anything else goes by event.
const core = ["offices", "agreements", "tasks"];
const mayUse = {
  offices: [],
  agreements: ["offices"],
  tasks: ["offices", "agreements"],
  // What waits for a person comes out of several domains: read there, written nowhere.
  desk: [...core, "meetings", "petitions"],
  meetings: core,
  "work-programmes": [...core, "meetings"],
  petitions: core,
  submissions: core,
  "report-requests": core,
  conclusions: [...core, "meetings"],
  reviews: [
    ...core,
    "meetings",
    "work-programmes",
    "petitions",
    "submissions",
    "report-requests",
    "conclusions",
  ],
  notifications: [],
};
const domains = Object.keys(mayUse);
const oneOf = (names) => `(${names.join("|")})`;
const domain = `^lib/${oneOf(domains)}/`;
const pureFiles = ["rules", "policy", "schema", "types", "events", "rule-table", "resolve-lead"];

function rule(name, comment, from, to) {
  return { name, comment, severity: "error", from, to };
}

function strangersOf(name) {
  const strangers = domains.filter((other) => other !== name && !mayUse[name].includes(other));
  const exceptEvents = name === "notifications" ? { pathNot: "/events\\.ts$" } : {};
  return rule(
    `${name}-knows-a-stranger`,
    "Not on its list above: react to an event instead.",
    { path: `^lib/${name}/` },
    { path: `^lib/${oneOf(strangers)}/`, ...exceptEvents },
  );
}

module.exports = {
  forbidden: [
    rule("no-cycles", "A cycle leaves no order in which to read the code.", {}, { circular: true }),
    rule("no-unresolved", "What the tool cannot resolve it cannot check.", {}, { couldNotResolve: true }),
    ...domains.map(strangersOf),
    rule(
      "neighbour-by-the-front-door",
      "Of another domain, only these files.",
      { path: domain },
      {
        path: domain,
        pathNot: [
          "^lib/$1/",
          "/(schema|types|events|policy|rules|rule-table|resolve-lead|turns)\\.ts$",
          "/(queries|commands)/",
        ],
      },
    ),
    rule(
      "platform-knows-no-domain",
      "The platform lies below every domain. Only the worker and the registry put the domains together.",
      { path: "^lib/platform/", pathNot: ["^lib/platform/outbox/(worker|subscriptions)\\.ts$"] },
      { path: [domain, "^(app|components)/"] },
    ),
    rule(
      "lib-below-screens",
      "lib never imports screens.",
      { path: "^lib/" },
      { path: "^(app|components)/" },
    ),
    rule(
      "pure-stays-pure",
      "Rules, policies and schemas run anywhere and are tested without a database.",
      { path: `${domain}${oneOf(pureFiles)}\\.ts$` },
      {
        path: [
          "^lib/platform/(db|commands|queries|auth|audit|outbox|files|mail)/",
          "/(store|actions|loaders|jobs)\\.ts$",
          "/(queries|commands)/",
          "node_modules/(next|react|react-dom|pg|@prisma)/",
        ],
        // A type is gone before anything runs.
        dependencyTypesNot: ["type-only"],
      },
    ),
    rule(
      "domain-without-framework",
      "Commands and queries also run in the worker and in tests.",
      { path: ["/(store|jobs|search)\\.ts$", "/(queries|commands)/"], pathNot: "^lib/platform/" },
      { path: "node_modules/(next|react|react-dom)/" },
    ),
    rule(
      "primitives-know-no-domain",
      "components/ui could ship in another product.",
      { path: "^components/(ui|forms|layout)/" },
      {
        path: ["^lib/", "^components/"],
        pathNot: ["^components/(ui|forms|layout)/", "^lib/platform/(i18n|dates|forms)/"],
      },
    ),
    rule(
      "screens-use-the-door",
      "Components get data as props and write through actions.",
      { path: "^components/" },
      {
        path: domain,
        pathNot:
          "/(actions|schema|types|policy|why|conditions|way|next-act|turns|delegations|paper-form|official-paper|forms|rules|periods|variants)\\.ts$",
      },
    ),
    rule(
      "pages-use-loaders",
      "The loader proves who is reading. A route handler has a gate of its own.",
      { path: "^app/", pathNot: ["^app/api/", "/route\\.ts$"] },
      { path: domain, pathNot: "/(loaders|actions|schema|types|policy)\\.ts$" },
    ),
    rule(
      "database-in-one-place",
      "Only platform/db holds the client; others get a transaction.",
      { path: "^(app|components|lib)/", pathNot: "^lib/platform/(db|outbox)/" },
      {
        path: ["db/generated/client", "node_modules/(@prisma/client|pg)/"],
        dependencyTypesNot: ["type-only"],
      },
    ),
    rule(
      "no-tests-in-product",
      "",
      { path: "^(app|components|lib)/" },
      { path: "^(tests|bench|prisma/seed)/" },
    ),
  ],
  options: {
    parser: "swc",
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next|generated)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
