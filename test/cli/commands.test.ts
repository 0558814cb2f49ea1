// The other commands of the built command line, and its help.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { withFolder } from '../workspace/tempFolder.ts';
import { buildBundle, type CliResult, veoAudit } from './bundle.ts';

const run = (...args: readonly string[]): Promise<CliResult> =>
  withFolder({}, (folder) => veoAudit(folder, ...args));
const COMMANDS = [
  'audit',
  'explain',
  'estimate',
  'diff',
  'merge',
  'migrate',
  'smoke',
  'probe',
  'simulate',
  'init',
  'checklist',
  'gateway',
  'completion',
  'mcp',
  'catalog',
];

/** What the option names of a help text are. */
const optionsIn = (help: string): readonly string[] => [...new Set(help.match(/--[a-z][a-z-]+/g))];

describe('help and version', function () {
  this.timeout(60_000);
  before(buildBundle);

  it('--version is that of package.json', async () => {
    const { version }: { version: string } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    );
    assert.deepEqual(await run('--version'), { status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('--help, -h, help and no argument at all list every command', async () => {
    const { stdout } = await run('--help');
    const listed = [...stdout.matchAll(/^ {2}([a-z]+) {2,}\w/gm)].map(([, command]) => command);
    assert.deepEqual(listed.toSorted(), COMMANDS.toSorted());
    for (const args of [['-h'], ['help'], []]) {
      assert.deepEqual(await run(...args), { status: 0, stdout, stderr: '' }, args.join(' '));
    }
  });

  it('the README has a row for each command', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const rows = new Set([...readme.matchAll(/^\| `veo-audit ([a-z]+)/gm)].map(([, command]) => command));
    assert.deepEqual(
      COMMANDS.filter((command) => !rows.has(command)),
      [],
    );
  });

  for (const command of COMMANDS) {
    it(`${command} --help says how it is used, and works wherever it stands`, async () => {
      const { status, stdout, stderr } = await run(command, '--help');
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      assert.match(stdout, new RegExp(`^Usage: veo-audit ${command} `));
      assert.ok(
        stdout.split('\n').every((line) => line.length <= 120),
        'a line is longer than a terminal',
      );
      assert.equal((await run(command, 'x', '-h')).stdout, stdout);
      assert.equal((await run('help', command)).stdout, stdout);
    });
  }

  it('audit --help names every option of the contract', async () => {
    const { stdout } = await run('audit', '--help');
    const options = [
      '--format',
      '--output',
      '--as-of',
      '--config',
      '--fail-on',
      '--fix',
      '--dry-run',
      '--no-ignore',
    ];
    assert.deepEqual(
      options.filter((option) => !optionsIn(stdout).includes(option)),
      [],
    );
  });
});

describe('veo-audit explain', function () {
  this.timeout(60_000);
  before(buildBundle);

  it('prints the card of a day', async () => {
    const before = await run('explain', 'gemini/veo-3.1-generate-preview', '--as-of', '2026-10-21');
    assert.deepEqual({ status: before.status, stderr: before.stderr }, { status: 0, stderr: '' });
    assert.match(before.stdout, /^veo-3\.1-generate-preview {2}\(as of 2026-10-21\)\n/);
    assert.match(before.stdout, /Gemini API: deprecated/);
    assert.match(
      (await run('explain', 'veo-3.1-generate-preview', '--as-of', '2026-10-22')).stdout,
      /Gemini API: shut down/,
    );
  });

  it('--surface narrows it', async () => {
    const { stdout } = await run(
      'explain',
      'veo-3.0-generate-001',
      '--surface',
      'vertex-ai',
      '--as-of',
      '2026-11-21',
    );
    assert.match(stdout, /Vertex AI: shut down/);
    assert.doesNotMatch(stdout, /Gemini API:/);
  });

  it('knows gateways, and offers what is near to an invented ID', async () => {
    assert.match(
      (await run('explain', 'fal-ai/veo3.1/fast')).stdout,
      /gateway's spelling[\s\S]*veo-3\.1 family/,
    );
    const { status, stdout, stderr } = await run('explain', 'veo-3.1-generate');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /no model "veo-3\.1-generate"; did you mean veo-3\.1-generate-001/);
  });
});

describe('veo-audit catalog', function () {
  this.timeout(60_000);
  before(buildBundle);

  it('list has a row for each model on each surface', async () => {
    const rows = bundledCatalog().models.flatMap(({ id, surfaces }) =>
      Object.keys(surfaces).map((surface) => [id, surface]),
    );
    const { status, stdout } = await run('catalog', 'list', '--as-of', '2026-11-21');
    assert.equal(status, 0);
    const printed = stdout
      .split('\n\n')[0]
      ?.split('\n')
      .map((line) => line.split(/ {2,}/).slice(0, 2));
    assert.deepEqual(printed, rows);
    const json: { model: string; surface: string; status: string; sources: string[] }[] = JSON.parse(
      (await run('catalog', 'list', '--format', 'json', '--as-of', '2026-11-21')).stdout,
    );
    assert.deepEqual(
      json.map(({ model, surface }) => [model, surface]),
      rows,
    );
    assert.ok(json.every(({ sources }) => sources.length > 0));
  });

  it('list answers for the day', async () => {
    const row = async (day: string) =>
      (await run('catalog', 'list', '--as-of', day)).stdout
        .split('\n')
        .find((line) => /^veo-3\.1-generate-preview +gemini-api/.test(line));
    assert.match((await row('2026-10-21')) ?? '', /deprecated +shuts down on 2026-10-22/);
    assert.match((await row('2026-10-22')) ?? '', /shut-down +shut down on 2026-10-22/);
  });

  it('check does not call an ID in use that only a comment names, such as those that init writes', async () => {
    await withFolder({}, (folder) => {
      assert.equal(veoAudit(folder, 'init').status, 0);
      const { stdout } = veoAudit(folder, 'catalog', 'check', '--as-of', '2026-11-24');
      assert.match(stdout, /^No model ID of the catalog is in use here\.$/m);
      assert.match(veoAudit(folder, 'probe').stderr, /No model ID is in use here: name one\./);
    });
  });

  it('check fails once the facts are older than the notice Google gives', async () => {
    assert.equal((await run('catalog', 'check', '--as-of', '2026-12-24')).status, 0);
    const { status, stdout } = await run('catalog', 'check', '--as-of', '2026-12-25');
    assert.equal(status, 1);
    assert.match(stdout, /checked on 2026-11-24, 31 days before 2026-12-25/);
    const json = await run('catalog', 'check', '--format', 'json', '--as-of', '2026-12-25');
    assert.equal(json.status, 1);
    const { version, checkedOn } = bundledCatalog();
    const { kinds, used, ...document } = JSON.parse(json.stdout);
    assert.deepEqual(
      kinds.map(({ kind }: { readonly kind: string }) => kind),
      ['lifecycle', 'prices', 'limits', 'spellings'],
    );
    assert.ok(Array.isArray(used));
    assert.deepEqual(document, {
      schema: 'veo-route-audit/catalog-check/1',
      asOf: '2026-12-25',
      version,
      checkedOn,
      ageDays: 31,
      staleAfterDays: 30,
      isStale: true,
    });
  });
});
