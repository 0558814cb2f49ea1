// `npm run release:check`: says what keeps a release back. Reads the sources of the facts (the network, or `-- --from DIR`), checks
// the catalog's integrity and age, and whether what is generated is current. Changes nothing.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { parse } from 'yaml';

const { parseCatalog } = await tsImport('../src/catalog/schema.ts', import.meta.url);
const { integrityErrors } = await tsImport('../src/catalog/integrity.ts', import.meta.url);
const { daysBetween } = await tsImport('../src/catalog/days.ts', import.meta.url);

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({
  options: { from: { type: 'string' }, 'max-age': { type: 'string' }, 'as-of': { type: 'string' } },
});
const maxAge = Number(values['max-age'] ?? 14);
const today = values['as-of'] ?? new Date().toISOString().slice(0, 10);

function integrity(data) {
  return integrityErrors(data).map((error) => `The catalog contradicts itself: ${error}.`);
}

/** Rows of models that answer or may answer: those of the dead do not age. */
function ages({ models }) {
  return models.flatMap(({ id, surfaces }) =>
    Object.entries(surfaces).flatMap(([surface, { shutdown, checkedOn }]) => {
      if (shutdown.kind === 'fixed' && shutdown.day <= today) return [];
      const age = daysBetween(checkedOn, today);
      const isDue = shutdown.kind === 'notBefore' && shutdown.day <= today;
      if (isDue && age > 0)
        return [
          `${id} on ${surface} may have ended since ${shutdown.day} and was last checked on ${checkedOn}: check it today.`,
        ];
      return age > maxAge
        ? [
            `${id} on ${surface} was last checked on ${checkedOn}, ${age} days ago; at most ${maxAge} are allowed.`,
          ]
        : [];
    }),
  );
}

/** What the sources say that the catalog does not, and those that could not be read. */
function refresh() {
  const where = values.from === undefined ? ['--yes'] : ['--from', values.from];
  const args = ['dist/cli.js', 'catalog', 'refresh', ...where, '--as-of', today, '--format', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (stdout === '') return [`The sources were not read: ${stderr.trim().split('\n').at(-1) ?? ''}`];
  const { sources, differences } = JSON.parse(stdout);
  const unread = sources.filter(({ state }) => state !== 'read');
  if (unread.length === sources.length)
    return [
      'No source of the facts could be read: try again with a network, or with -- --from DIR of answers saved by catalog refresh --save DIR.',
    ];
  return [
    ...unread.map(({ name, reason }) => `${name} was not read: ${reason}.`),
    ...differences
      .filter(({ id }) => !id.startsWith('checked:'))
      .map(
        ({ what, before, after, source }) =>
          `${source} differs: ${what}: ${before} → ${after}. Accept it by catalog refresh --maintain, or say why not.`,
      ),
  ];
}

function generated() {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-docs.mjs', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return status === 0 ? [] : stderr.trim().split('\n');
}

const data = parseCatalog(parse(readFileSync(`${ROOT}src/catalog/veo.yaml`, 'utf8')));
const reasons = [...integrity(data), ...ages(data), ...refresh(), ...generated()];
if (reasons.length === 0) console.log(`Nothing keeps the release back, as of ${today}.`);
else
  console.log(
    `${reasons.length} things keep the release back, as of ${today}:\n${reasons.map((reason) => `- ${reason}\n`).join('')}`,
  );
process.exitCode = reasons.length === 0 ? 0 : 1;
