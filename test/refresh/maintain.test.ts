// Accepted rows in the bundled YAML: the facts come out as accepted, and all else stays as it was written.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { parseCatalog } from '../../src/catalog/schema.ts';
import { maintained } from '../../src/refresh/maintain.ts';
import { acceptRows, chosenRows, refreshFrom } from '../../src/refresh/refresh.ts';
import { catalogData } from '../catalog/catalogData.ts';
import { deprecationsPage, GEMINI_ROWS, versionsPage } from './pages.ts';

const YAML = readFileSync(new URL('../../src/catalog/veo.yaml', import.meta.url), 'utf8');
const DAY = '2026-11-25';

describe('maintained', () => {
  it('writes a new model, a changed date, a price and a confirmation, and keeps every comment and other line', () => {
    const before = catalogData();
    const rows = [
      ...Object.values(GEMINI_ROWS),
      '| `veo-3.5-generate-preview` | November 20, 2026 | No shutdown date announced |   |',
    ];
    const list = {
      data: [{ id: 'google/veo-3.1', pricing_skus: { duration_seconds_with_audio_4k: '0.65' } }],
    };
    const refresh = refreshFrom(
      createCatalog(before),
      [
        { name: 'gemini-deprecations', text: deprecationsPage({ rows }) },
        { name: 'vertex-model-versions', text: versionsPage(['May 19, 2027', 'November 17, 2026 or later']) },
        { name: 'openrouter-videos', text: JSON.stringify(list) },
      ],
      { day: DAY, saved: false },
    );
    const after = acceptRows(before, chosenRows(refresh.differences, ['safe']), refresh);
    const text = maintained(YAML, before, after);
    const data = parseCatalog(parse(text));
    assert.deepEqual({ ...data, version: '' }, { ...parseCatalog(after), version: '' });
    assert.equal(data.version, '2026.11.25');
    const comments = (yaml: string) => yaml.split('\n').filter((line) => /^\s*#/.test(line));
    assert.deepEqual(comments(text), comments(YAML));
    const lines = new Set(text.split('\n'));
    const lost = YAML.split('\n').filter((line) => !lines.has(line));
    assert.ok(lost.length < 40, `${lost.length} lines changed`);
  });
});
