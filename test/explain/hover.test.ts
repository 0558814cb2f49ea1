// The hover: price and state first, one price range in hint and hover, and sources by their titles.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import type { SurfaceId } from '../../src/catalog/types.ts';
import { cardOf } from '../../src/explain/card.ts';
import { defaultRequestCost, hintOf } from '../../src/explain/hint.ts';
import { cardMarkdown } from '../../src/explain/markdown.ts';
import { cardText } from '../../src/explain/text.ts';

const catalog = bundledCatalog();
const asOf = '2026-11-24';

function hover(id: string, surface: SurfaceId): string {
  const question = { id, surface, asOf };
  return cardMarkdown(cardOf(catalog, id, asOf, surface), {
    surfaceEvidence: null,
    price: hintOf(catalog, question),
    request: { answer: defaultRequestCost(catalog, question), isSent: false },
  });
}

describe('the hover of an ID', () => {
  it('says price and state in its first line, as the hint does', () => {
    const first = (id: string, surface: SurfaceId) => hover(id, surface).split('\n')[0];
    assert.equal(
      first('veo-3.1-generate-001', 'vertex-ai'),
      '**`veo-3.1-generate-001`** · **\\$0.20–\\$0.60 per second** · retirement window',
    );
    assert.equal(
      first('veo-3.1-generate-preview', 'gemini-api'),
      '**`veo-3.1-generate-preview`** · **shut down 2026-10-22**',
    );
    assert.equal(
      first('veo-3.1-lite-generate-001', 'vertex-ai'),
      '**`veo-3.1-lite-generate-001`** · **\\$0.03–\\$0.08 per second** · preview',
    );
  });

  it('says who saw the 404 of an ID, and when', () => {
    assert.match(hover('veo-3.1-generate-preview', 'gemini-api'), /Gemini API: gone on 2026-11-10: .*throws/);
    assert.doesNotMatch(hover('veo-2.0-generate-001', 'vertex-ai'), /gone on/);
  });

  it('says of a disputed resolution that it is, where its price counts', () => {
    const said = hover('veo-3.1-fast-generate-001', 'vertex-ai');
    assert.match(said, /resolution 720p, 1080p \(4k disputed\)/);
    assert.match(said, /\$0\.08–\\\$0\.30 per second/);
  });
});

describe('the hint of an ID that was shut down', () => {
  it('names the day on which the last surface stopped to answer, where the surface is not known', () => {
    const hint = (surface: SurfaceId) => hintOf(catalog, { id: 'veo-3.1-generate-preview', surface, asOf });
    const days = ['gemini-api', 'vertex-ai'].map((surface) => hint(surface)?.replace('shut down ', '') ?? '');
    assert.equal(new Set(days).size, 2, `two surfaces with a day each: ${days}`);
    assert.equal(hint('unknown'), `shut down ${days.toSorted().at(-1)}`);
  });

  it('is the price while any surface answers', () => {
    const question = { id: 'veo-3.1-generate-preview', surface: 'unknown', asOf: '2026-10-21' } as const;
    assert.match(hintOf(catalog, question) ?? '', /per second$/);
  });
});

describe('the price of an ID of which nothing else is known', () => {
  it('counts no resolution that the surface refuses, though a price list has it', () => {
    const [id, surface] = ['veo-3.1-lite-generate-001', 'vertex-ai'];
    const [row] = catalog.priceRows(id, surface);
    assert.ok(row);
    const listed = createCatalog({
      ...catalog.data,
      prices: [...catalog.data.prices, { ...row, resolution: '4k', usd: 0.9 }],
    });
    assert.equal(hintOf(listed, { id, surface, asOf }), '$0.03–$0.08 per second');
  });
});

describe('what people read of an ID', () => {
  it('names every source by its title, never by its key', () => {
    const titles = Object.values(catalog.data.sources).map(({ title }) => title);
    const keys = Object.keys(catalog.data.sources).filter(
      (key) => /\d/.test(key) && !titles.some((title) => title.includes(key)),
    );
    const coded = new RegExp(`(?<![\\w/.=-])(?:${keys.join('|')})(?![\\w/.=-])`);
    for (const { id, surfaces } of catalog.models) {
      for (const surface of Object.keys(surfaces)) {
        assert.doesNotMatch(hover(id, surface), coded);
        assert.doesNotMatch(cardText(cardOf(catalog, id, asOf, surface)), coded);
      }
    }
  });
});
