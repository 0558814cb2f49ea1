// How well detection agrees with the labelled corpus: recall and precision a kind and a role.
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { detectReferences } from '../../src/detect/detect.ts';
import { compare, loadCorpus, type Share, score } from '../detect/expectations.ts';

/** Prints one line a kind and a role, then how often kind, role and surface were named wrongly. */
export const benchmark = { name: 'detection: recall and precision on the labelled corpus', run };

async function run(): Promise<readonly string[]> {
  const catalog = bundledCatalog();
  const corpus = loadCorpus();
  const result = score(corpus.map((file) => compare(file, detectReferences(file.document, catalog))));
  return [
    lineOf(`all, ${corpus.length} files`, result.all),
    ...Object.entries(result.byKind).map(([kind, share]) => lineOf(kind, share)),
    ...Object.entries(result.byRole).map(([role, share]) => lineOf(role, share)),
    `wrong kind ${result.wrongKind}, wrong role ${result.wrongRole}, wrong surface ${result.wrongSurface}, surface left unknown ${result.silentSurface}`,
  ];
}

function lineOf(label: string, share: Share): string {
  const counts = `${share.found} of ${share.expected} found, ${share.unexpected} unexpected`;
  return `${label.padEnd(18)} recall ${share.recall.toFixed(4)}  precision ${share.precision.toFixed(4)}  (${counts})`;
}
