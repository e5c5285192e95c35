// The house: an arrow points down, never up and not sideways (docs/house.md draws it).
const FLOORS = [
  ['config'],
  ['database', 'jobs', 'language', 'icalendar', 'audit'],
  ['mail'],
  ['account'],
  ['association'],
  ['member', 'form'],
  ['event'],
  ['registration'],
  ['delegation', 'invitation', 'notice', 'assembly', 'training'],
  ['report', 'privacy', 'calendar'],
];
const folderOf = (room) => (room === 'config' ? '^config/' : `^libs/${room}/`);

// The ground floor stands on one slab: these four may be used by everybody above the settings.
const SLAB = ['database', 'jobs', 'language', 'icalendar'];

const downwards = FLOORS.flatMap((rooms, floor) =>
  rooms.map((room) => ({
    name: `${room}-looks-only-down`,
    severity: 'error',
    from: { path: folderOf(room), pathNot: '\\.spec\\.tsx?$' },
    to: {
      path: '^(libs|config|apps)/',
      pathNot: [folderOf(room), ...FLOORS.slice(0, floor).flat().map(folderOf), ...slabFor(room)].join('|'),
    },
  })),
);

function slabFor(room) {
  // Within the ground floor itself: jobs and audit keep their rows in the database, all else stands alone.
  if (room === 'audit' || room === 'jobs') return ['^libs/database/'];
  return SLAB.includes(room) ? [] : SLAB.map(folderOf);
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'libs-never-import-apps',
      severity: 'error',
      from: { path: '^(libs|config)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'only-through-the-door',
      comment: 'Another lib is entered through its src/index.ts.',
      severity: 'error',
      from: { path: '^(libs|apps|config|test)/([^/]+)/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^$1/$2/'] },
    },
    {
      name: 'apps-do-not-import-each-other',
      comment: 'Only plenum assembles the apps.',
      severity: 'error',
      from: { path: '^apps/(web|api|worker)/' },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      from: { path: '^(apps|libs|config)/', pathNot: ['\\.spec\\.tsx?$', '^(libs|apps)/.*/?test/'] },
      to: { path: ['^test/', '\\.spec\\.tsx?$', '^(libs|apps)/.*/?test/'] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.(spec|d)\\.tsx?$', '\\.(c|m)?js$', '^apps/web/assets/'] },
      to: {},
    },
    {
      name: 'no-dev-dependencies-in-the-product',
      severity: 'error',
      from: { path: '^(apps|libs|config)/', pathNot: ['\\.spec\\.tsx?$', '^(libs|apps)/.*/?test/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    ...downwards,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
    exclude: { path: '^(dist|var|node_modules/\\.cache)' },
  },
};
