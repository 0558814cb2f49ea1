// Evidence and snapshots are read from the working folder; what is damaged says nothing.
import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readContractInputs } from '../../src/cli/contractInputs.ts';
import type { Config } from '../../src/contracts/schema.ts';
import { snapshotOf } from '../../src/gateway/snapshot.ts';
import { type LoadedConfig, loadConfig } from '../../src/workspace/loadConfig.ts';
import { nodeFiles } from '../../src/workspace/nodeFiles.ts';
import type { SkippedFile } from '../../src/workspace/skipped.ts';
import { LITELLM_PROXY, NEW_API } from '../gateway/answers.ts';
import { withFolder } from '../workspace/tempFolder.ts';
import { EVIDENCE } from './evidenceRecord.ts';

const snapshot = (day: string): string =>
  JSON.stringify(snapshotOf(NEW_API, { gateway: 'flat', kind: 'new-api', day, from: 'test' }));
const flat = { kind: 'new-api' } as const;
const loaded = (config: Config): LoadedConfig => ({ config, file: 'veo-audit.yaml', text: '' });

describe('what contracts are held against', () => {
  it('reads the evidence of smoke tests', () =>
    withFolder(
      {
        '.veo-audit/evidence/a.json': JSON.stringify(EVIDENCE),
        '.veo-audit/evidence/b.json': JSON.stringify({ ...EVIDENCE, state: 'somewhere' }),
        '.veo-audit/evidence/c.json': '{"schema":"veo-rou',
        '.veo-audit/evidence/a.md': '# a',
      },
      async (folder) => {
        const skipped: SkippedFile[] = [];
        symlinkSync('/etc/hostname', join(folder, '.veo-audit/evidence/d.json'));
        const { evidence } = await readContractInputs(folder, loaded({}), (one) => skipped.push(one));
        assert.deepEqual(skipped, [
          { file: '.veo-audit/evidence/b.json', reason: 'it is damaged, or of another version' },
          { file: '.veo-audit/evidence/c.json', reason: 'it is damaged, or of another version' },
          { file: '.veo-audit/evidence/d.json', reason: 'it lies outside of the workspace' },
        ]);
        assert.deepEqual(evidence, [
          {
            route: 'hero',
            model: 'veo-3.1-generate-001',
            surface: 'vertex-ai',
            simulated: false,
            kind: 'smoke',
            passed: true,
            asked: true,
            day: '2026-11-20',
            file: '.veo-audit/evidence/a.json',
            operation: 'operations/1',
            polls: 3,
            verdict: 'production',
            owner: 'film-team',
            reportedUsd: 0.8,
            estimatedUsd: null,
            states: [{ state: 'passed', seconds: null }],
            message: 'It works.',
            videos: [],
          },
        ]);
      },
    ));

  it('reads snapshots oldest first, of the gateway and its kind alone', () =>
    withFolder(
      {
        '.veo-audit/gateways/flat-2026-11-20.json': snapshot('2026-11-20'),
        '.veo-audit/gateways/flat-2026-06-17.json': snapshot('2026-06-17'),
        '.veo-audit/gateways/flat-2026-07-01.json': snapshot('2026-07-01').slice(0, 200),
        '.veo-audit/gateways/flat-2026-08-01.json': snapshot('2026-08-01').replace('"new-api"', '"litellm"'),
        '.veo-audit/gateways/flat-2026-09-01.json':
          '{"schema":"veo-route-audit/gateway/1","gateway":"flat","day":"2026-09-01","catalog":{"kind":"new-api","rows":[3]}}',
        '.veo-audit/gateways/flat-two-2026-11-21.json': snapshot('2026-11-21'),
      },
      async (folder) => {
        const skipped: SkippedFile[] = [];
        const { snapshots } = await readContractInputs(folder, loaded({ gateways: { flat } }), (one) =>
          skipped.push(one),
        );
        assert.deepEqual(
          skipped.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
          ['07-01', '08-01', '09-01'].map((day) => ({
            file: `.veo-audit/gateways/flat-2026-${day}.json`,
            reason: 'it is damaged, or of another version',
          })),
        );
        assert.deepEqual(
          snapshots.flat?.map(({ day }) => day),
          ['2026-06-17', '2026-11-20'],
        );
      },
    ));

  it('reads the catalog that a configuration names, inside of the workspace and with a day', () =>
    withFolder(
      {
        'saved/house.2026-11-01.json': LITELLM_PROXY,
        'saved/dayless.json': LITELLM_PROXY,
        'ws/veo-audit.yaml': 'rules: {}\n',
      },
      async (folder) => {
        const read = async (working: string, catalog: string): Promise<readonly string[]> => {
          const config = { gateways: { house: { kind: 'litellm', catalog } } } as const;
          const skipped: SkippedFile[] = [];
          const { snapshots } = await readContractInputs(working, loaded(config), (one) => skipped.push(one));
          return [
            ...(snapshots.house ?? []).map(({ day, gateway }) => `${gateway} ${day}`),
            ...skipped.map(({ file, reason }) => `${file}: ${reason}`),
          ];
        };
        assert.deepEqual(await read(folder, 'saved/house.2026-11-01.json'), ['house 2026-11-01']);
        assert.deepEqual(await read(folder, 'saved/dayless.json'), [
          'saved/dayless.json: it does not say its day: end its name in YYYY-MM-DD.json',
        ]);
        assert.deepEqual(await read(`${folder}/ws`, '../saved/house.2026-11-01.json'), [
          '../saved/house.2026-11-01.json: it does not exist, or may not be read',
        ]);
        const own = await loadConfig(nodeFiles(`${folder}/ws`));
        assert.equal((await readContractInputs(`${folder}/ws`, own)).configText, 'rules: {}\n');
      },
    ));
});
