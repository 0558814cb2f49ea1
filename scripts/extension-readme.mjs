// Writes dist/README.md, the extension's page: the README up to its mark, without links to documents that are not in the
// package. VS Code shows pictures from https addresses alone on that page: they are those of the repository that package.json
// names; without one they are left out, and the page names the walkthrough, whose pictures are packed.
import { mkdir, readFile, writeFile } from 'node:fs/promises';

const root = new URL('../', import.meta.url);
const MARK = '<!-- what is below is not on the page of the extension -->';
const PICTURE = /!\[([^\]]*)\]\((media\/[^)\s]+\.png)\)\n*/g;
const LINK = /(?<!!)\[([^\]]+)\]\((?!https:|#)[^)\s]+\)/g;
const WALKTHROUGH = 'Pictures: run *Welcome: Open Walkthrough…* and choose *Audit your Veo routes*.\n';

/** The page, with the pictures below an https address; null for none. */
export function extensionPage(readme, pictures) {
  if (!readme.includes(MARK)) throw new Error(`README.md lacks the line ${MARK}.`);
  const [top] = readme.split(MARK);
  const shown = (_, words, path) => (pictures === null ? '' : `![${words}](${pictures}/${path})\n\n`);
  const page = `${top.replace(PICTURE, shown).replace(LINK, '$1').trimEnd()}\n`;
  return pictures === null ? `${page}\n${WALKTHROUGH}` : page;
}

function picturesOf({ repository }) {
  const url = (typeof repository === 'string' ? repository : repository?.url)?.replace(/^git\+|\.git$/g, '');
  return url?.startsWith('https://') ? `${url}/raw/HEAD` : null;
}

const text = (name) => readFile(new URL(name, root), 'utf8');
await mkdir(new URL('dist/', root), { recursive: true });
const pictures = picturesOf(JSON.parse(await text('package.json')));
await writeFile(new URL('dist/README.md', root), extensionPage(await text('README.md'), pictures));
