// Which version of the SDK a project has installed, by the lockfile of whatever installs it.
import assert from 'node:assert/strict';
import { manifestsAbove, projectFinder } from '../../src/audit/project.ts';

const MANIFEST = JSON.stringify({ dependencies: { '@google/genai': '^3.0.0' } });
const LOCKS: readonly (readonly [name: string, text: string])[] = [
  ['package-lock.json', '{ "packages": { "node_modules/@google/genai": { "version": "3.1.2" } } }'],
  [
    'pnpm-lock.yaml',
    "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      '@google/genai':\n        specifier: ^2.0.0\n        version: 2.9.0\n\n  packages/app:\n    dependencies:\n      '@google/genai':\n        specifier: ^3.0.0\n        version: 3.1.2(@modelcontextprotocol/sdk@1.0.0)\n",
  ],
  [
    'yarn.lock',
    '# yarn lockfile v1\n\n"@google/genai@^2.0.0":\n  version "2.9.0"\n\n"@google/genai@3", "@google/genai@^3.0.0":\n  version "3.1.2"\n  resolved "https://registry.example/"\n',
  ],
  [
    'yarn.lock',
    '__metadata:\n  version: 8\n\n"@google/genai@npm:^3.0.0":\n  version: 3.1.2\n  resolution: "@google/genai@npm:3.1.2"\n',
  ],
  [
    'bun.lock',
    '{\n  "lockfileVersion": 1,\n  "packages": {\n    "@google/genai": ["@google/genai@3.1.2", "", {}, "sha512-x"],\n  }\n}\n',
  ],
];

const versionOf = async (files: Readonly<Record<string, string>>, path: string) => {
  const find = projectFinder(async (file) => files[file] ?? null);
  return (await find({ path, text: "import '@google/genai'" }))?.packages['@google/genai'];
};

describe('the installed version of a package', () => {
  for (const [name, text] of LOCKS) {
    it(`is that of ${name} (${text.slice(0, 20).trim()}…), beside the manifest or above it`, async () => {
      assert.equal(await versionOf({ 'package.json': MANIFEST, [name]: text }, 'src/a.ts'), '3.1.2');
      const inside = { 'packages/app/package.json': MANIFEST, [name]: text };
      assert.equal(await versionOf(inside, 'packages/app/src/a.ts'), '3.1.2');
    });

    it(`is the range of the manifest where ${name} is broken or knows another one`, async () => {
      for (const other of ['', '{', text.replaceAll('@google/genai', '@google/other')])
        assert.equal(await versionOf({ 'package.json': MANIFEST, [name]: other }, 'a.ts'), '^3.0.0');
    });
  }

  it('of a workspace counts before that of the root', async () => {
    const lock = {
      'node_modules/@google/genai': { version: '2.0.0' },
      'packages/app/node_modules/@google/genai': { version: '3.1.2' },
    };
    const files = {
      'packages/app/package.json': MANIFEST,
      'package-lock.json': JSON.stringify({ packages: lock }),
    };
    assert.equal(await versionOf(files, 'packages/app/a.ts'), '3.1.2');
  });

  it('is asked for in every file that may say it', () => {
    assert.deepEqual(manifestsAbove({ path: 'src/a.ts', text: '' }), []);
    const asked = manifestsAbove({ path: 'src/a.ts', text: '@google/genai' });
    for (const file of ['src/package.json', 'package.json', 'yarn.lock', 'src/bun.lock'])
      assert.ok(asked.includes(file), file);
  });
});
