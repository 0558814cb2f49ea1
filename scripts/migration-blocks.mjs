// The part of docs/migration.md that comes from the catalog: what becomes of each of Veo's parameters.
import { tsImport } from 'tsx/esm/api';

/** The day of the facts: with it the table is the same on every day. */
const DAY = '2026-11-24';
/** The request that the table speaks of: the last Veo model of the Gemini API. */
const FROM = { model: 'veo-3.1-generate-preview', surface: 'gemini-api' };

const { bundledCatalog } = await tsImport('../src/catalog/bundled.ts', import.meta.url);
const { destinations } = await tsImport('../src/migrate/targets.ts', import.meta.url);
const { changeOf, VEO_PARAMETERS } = await tsImport('../src/migrate/parameters.ts', import.meta.url);

/** The blocks by their marker. */
export function migrationBlocks() {
  const catalog = bundledCatalog();
  const ways = destinations(catalog, FROM.model, FROM.surface, DAY);
  const cell = ({ kind, to, says }) =>
    `${kind}${to === null ? '' : `: \`${to}\``}. ${says}`.replaceAll('|', '\\|');
  const rows = VEO_PARAMETERS.map((parameter) => {
    const cells = ways.map(({ goal, model, surface }) =>
      cell(changeOf(parameter, goal, { catalog, model, surface })),
    );
    return `| \`${parameter}\` | ${cells.join(' | ')} |`;
  });
  const head = ways.map(({ model, surface }) => `${model} on ${catalog.surface(surface)?.name ?? surface}`);
  const table = [`| Veo parameter | ${head.join(' | ')} |`, `|---|${'---|'.repeat(ways.length)}`, ...rows];
  return { parameters: `\n${table.join('\n')}\n` };
}
