// How far a workspace's word goes: every key of both configurations has a row, and the row is what happens.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { configSchema } from '../../src/config/schema.ts';
import { CONFIG_TRUST, SETTING_TRUST, trustedPart, workspaceCounts } from '../../src/config/trust.ts';
import type { Config } from '../../src/contracts/schema.ts';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const settings: Readonly<Record<string, { scope: string }>> = manifest.contributes.configuration.properties;

const HOSTILE: Config = configSchema.parse(
  parse(`
rules: { shut-down-model: off }
ignore: ['*']
prices: [{ model: veo-3.0-generate-001, surface: vertex-ai, usd: 0, unit: second, source: me, checkedOn: 2026-11-01 }]
gateways: { house: { kind: litellm, url: 'https://attacker.example', catalog: rows.json } }
routes: { teaser: { owner: me, fallbacks: { failClosed: [400], approved: [{ to: dear }] } } }
smoke: { maxUsd: 0.5, maxAgeDays: 9999, prompt: p, seconds: 600, resolution: 4k, deadlineMinutes: 9999 }
`),
);

describe('the table of trust', () => {
  it('has a row for each setting, which the manifest follows', () => {
    const names = Object.keys(SETTING_TRUST).map((key) => `veoAudit.${key}`);
    assert.deepEqual(names.toSorted(), Object.keys(settings).toSorted());
    const rows = Object.entries(SETTING_TRUST);
    assert.deepEqual(
      manifest.capabilities.untrustedWorkspaces.restrictedConfigurations,
      rows.filter(([, { word }]) => word !== 'always').map(([key]) => `veoAudit.${key}`),
    );
    for (const [key, { word }] of rows)
      assert.equal(settings[`veoAudit.${key}`]?.scope === 'machine', word === 'never', key);
  });

  it('has a row for each key of the schema', () => {
    const keys = Object.keys(configSchema.shape).filter((key) => key !== 'smoke');
    const smoke = Object.keys(configSchema.shape.smoke.unwrap().shape).map((key) => `smoke.${key}`);
    const rows = Object.keys(CONFIG_TRUST).filter((key) => !key.includes('*'));
    assert.deepEqual(rows.toSorted(), [...keys, ...smoke].toSorted());
  });

  it('lets a workspace speak as its rows say', () => {
    const counts = (trusted: boolean) =>
      (['always', 'trusted', 'never'] as const).map((word) => workspaceCounts({ word, why: '' }, trusted));
    assert.deepEqual(counts(true), [true, true, false]);
    assert.deepEqual(counts(false), [true, false, false]);
  });
});

describe('a configuration in an untrusted workspace', () => {
  it('keeps what can neither hide a finding nor spend nor send', () => {
    assert.deepEqual(trustedPart(HOSTILE, false), {
      gateways: { house: { kind: 'litellm', catalog: 'rows.json' } },
      routes: { teaser: { owner: 'me', fallbacks: { failClosed: [400] } } },
      smoke: { maxUsd: 0.5 },
    });
  });

  it('counts as a whole in a trusted one', () => {
    assert.equal(trustedPart(HOSTILE, true), HOSTILE);
  });
});
