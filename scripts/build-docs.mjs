// Keeps what the rule pages share with the rules' metadata: title, summary, severity line, and the table of docs/rules.
// Without an argument it writes; with --check it writes nothing and exits with 1 where something is out of date.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { assistantTools, toolTitles } from './assistant-tools.mjs';
import { withFacts } from './changelog-facts.mjs';
import { gatewayBlocks } from './gateway-blocks.mjs';
import { buildWords } from './l10n.mjs';
import { migrationBlocks } from './migration-blocks.mjs';
import { propertyBlocks } from './property-blocks.mjs';
import { readmeBlocks, withBlocks } from './readme-blocks.mjs';
import { securityBlocks } from './security-blocks.mjs';

const folder = new URL('../docs/rules/', import.meta.url);
const START = '<!-- rules: written by scripts/build-docs.mjs -->';
const END = '<!-- rules end -->';

const { RULE_METAS } = await tsImport('../src/audit/engine.ts', import.meta.url);

/** What is out of date or missing, as sentences. Writes the files unless `check`. */
async function buildDocs(check) {
  const faults = [];
  const write = async (name, text, wanted) => {
    if (text === wanted) return;
    if (check) faults.push(`docs/rules/${name} is out of date: run node scripts/build-docs.mjs.`);
    else await writeFile(new URL(name, folder), wanted);
  };
  const files = new Set(await readdir(folder));
  for (const meta of RULE_METAS) {
    const name = `${meta.id}.md`;
    if (!files.delete(name)) {
      faults.push(`docs/rules/${name} is missing: write it after the pattern of the other pages.`);
      continue;
    }
    const text = await readFile(new URL(name, folder), 'utf8');
    await write(name, text, withHead(text, meta));
  }
  files.delete('README.md');
  for (const name of files) faults.push(`docs/rules/${name} belongs to no rule.`);
  const readme = await readFile(new URL('README.md', folder), 'utf8');
  await write('README.md', readme, withTable(readme));
  return faults;
}

/** The page with the metadata's title, summary and severity line in front of its first section. */
function withHead(text, { id, summary, severity, fixable }) {
  const body = text.slice(Math.max(0, text.search(/^## /m)));
  return `# ${id}\n\n${summary}\n\nDefault severity: **${severity}** · Fix: **${fixable ? 'yes' : 'no'}**\n\n${body}`;
}

function withTable(text) {
  const start = text.indexOf(START);
  const end = text.indexOf(END);
  if (start < 0 || end < start)
    throw new Error(`docs/rules/README.md has lost its markers ${START} and ${END}.`);
  const rows = RULE_METAS.map(
    ({ id, severity, fixable, summary }) =>
      `| [${id}](${id}.md) | ${severity} | ${fixable ? 'yes' : ''} | ${summary.replaceAll('|', '\\|')} |`,
  );
  const table = ['| Rule | Severity | Fix | Says |', '|---|---|---|---|', ...rows].join('\n');
  return `${text.slice(0, start)}${START}\n${table}\n${text.slice(end)}`;
}

/** The setting veoAudit.severities of package.json, with each rule and its default, and the tools for assistants. */
async function buildManifest(check) {
  const file = new URL('../package.json', import.meta.url);
  const text = await readFile(file, 'utf8');
  const manifest = JSON.parse(text);
  const setting = manifest.contributes.configuration.properties['veoAudit.severities'];
  const levels = ['error', 'warning', 'info', 'hint', 'off'];
  setting.properties = Object.fromEntries(
    RULE_METAS.map(({ id, severity }) => [
      id,
      { type: 'string', enum: levels, markdownDescription: `%severity.${severity}%` },
    ]),
  );
  manifest.contributes.languageModelTools = assistantTools();
  return writeJson(check, 'package.json', manifest);
}

/** The texts of package.json in English: the titles of the tools are those of the tools themselves. */
async function buildManifestWords(check) {
  const words = JSON.parse(await readFile(new URL('../package.nls.json', import.meta.url), 'utf8'));
  const others = Object.entries(words).filter(([key]) => !key.startsWith('tool.'));
  return writeJson(check, 'package.nls.json', { ...Object.fromEntries(others), ...toolTitles() });
}

async function writeJson(check, name, value) {
  const file = new URL(`../${name}`, import.meta.url);
  const wanted = `${JSON.stringify(value, null, 2)}\n`;
  if ((await readFile(file, 'utf8')) === wanted) return [];
  if (check) return [`${name} is out of date: run npm run docs.`];
  await writeFile(file, wanted);
  return [];
}

/** A page's written parts; the same manner as the rule pages. */
async function buildPage(check, name, blocks) {
  const file = new URL(`../${name}`, import.meta.url);
  const text = await readFile(file, 'utf8');
  const wanted = withBlocks(text, blocks, name);
  if (text === wanted) return [];
  if (check) return [`${name} is out of date: run npm run build && npm run docs.`];
  await writeFile(file, wanted);
  return [];
}

/** The section Facts of the newest entry of the changelog. */
async function buildChangelog(check) {
  const file = new URL('../CHANGELOG.md', import.meta.url);
  const text = await readFile(file, 'utf8');
  const wanted = withFacts(text);
  if (text === wanted) return [];
  if (check) return ['CHANGELOG.md is out of date: run npm run docs.'];
  await writeFile(file, wanted);
  return [];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  const faults = [
    ...(await buildDocs(check)),
    ...(await buildManifest(check)),
    ...(await buildManifestWords(check)),
    ...(await buildWords(check)),
    ...(await buildPage(check, 'README.md', readmeBlocks())),
    ...(await buildPage(check, 'docs/gateways.md', gatewayBlocks())),
    ...(await buildPage(check, 'docs/migration.md', migrationBlocks())),
    ...(await buildPage(check, 'docs/security.md', securityBlocks())),
    ...(await buildPage(check, 'docs/mutation.md', propertyBlocks())),
    ...(await buildChangelog(check)),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}
