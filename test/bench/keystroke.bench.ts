// From a keystroke to squiggles and hints: what was said before is moved along with the text at once; after a pause the
// text is looked at anew, its IDs and then its requests.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type AuditOptions, auditDocument } from '../../src/audit/engine.ts';
import type { DocumentAudit } from '../../src/audit/types.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import type { TextDocument } from '../../src/detect/types.ts';
import { hintBeside } from '../../src/explain/hint.ts';
import { layerReader } from '../../src/workspace/auditRoutes.ts';
import { FolderAudit } from '../../src/workspace/folderAudit.ts';
import { grammarsIn } from '../../src/workspace/grammarFiles.ts';
import { ReaderClient } from '../../src/workspace/reader/readerClient.ts';
import { startReaderProcess } from '../../src/workspace/reader/readerProcess.ts';
import { loadGrammar } from '../routes/nodeGrammars.ts';
import type { Benchmark, Measure } from './benchmark.ts';

const LINES = 10_000;
const IDS = 200;
const KEYSTROKES = 200;
const WARM_UP = 40;
const DEEP_LOOKS = 40;
const GOAL = '10 ms';

/** A program of 10,000 lines, every fiftieth of which names a model ID, and three of those send a request. */
function program(): readonly string[] {
  const ids = [
    'veo-3.0-generate-001',
    'veo-3.1-generate-001',
    'veo-3.1-fast-generate-preview',
    'veo-3.2-generate-001',
  ];
  return Array.from({ length: LINES }, (_, line) => {
    if (line === 0) return 'const client = new GoogleGenAI({ vertexai: true });';
    if (line % (LINES / IDS) !== 25)
      return `export function step${line}(frame: number) { return frame * ${line}; } // next`;
    const id = ids[line % ids.length] ?? '';
    return line % 2500 === 25
      ? `await client.models.generateVideos({ model: '${id}', config: { durationSeconds: 8 } });`
      : `export const MODEL_${line} = '${id}';`;
  });
}

/** The text after one more letter, each time in another line. */
function typed(lines: readonly string[], stroke: number): TextDocument {
  const at = (stroke * 487) % LINES;
  const text = lines.map((line, index) => (index === at ? `${line} x` : line)).join('\n');
  return { path: 'src/program.ts', text };
}

/** The hints of the whole document; the editor asks for the visible ones only. */
function hints(audit: DocumentAudit, { catalog, asOf }: AuditOptions): number {
  return audit.references.filter((reference) => hintBeside(catalog, reference, audit.routes, asOf) !== null)
    .length;
}

async function run(): Promise<readonly Measure[]> {
  const options: AuditOptions = { catalog: bundledCatalog(), asOf: '2026-11-21' };
  const lines = program();
  const first: number[] = [];
  for (let stroke = 0; stroke < KEYSTROKES + WARM_UP; stroke++) {
    const document = typed(lines, stroke);
    const begin = performance.now();
    const audit = auditDocument(document, options);
    hints(audit, options);
    if (stroke >= WARM_UP) first.push(performance.now() - begin);
    if (audit.references.length !== IDS)
      throw new Error(`found ${audit.references.length} IDs instead of ${IDS}`);
  }
  const moved = await movedAlong(lines, options);
  const held = await holds(lines, options);
  return [
    { what: 'squiggles moved along at once, median', value: ms(quantile(moved, 0.5)) },
    { what: 'squiggles moved along at once, 95th percentile', value: ms(quantile(moved, 0.95)), goal: GOAL },
    { what: 'IDs and hints looked at anew, median', value: ms(quantile(first, 0.5)) },
    { what: 'IDs and hints looked at anew, 95th percentile', value: ms(quantile(first, 0.95)) },
    { what: 'longest hold while requests are read anew, median', value: ms(quantile(held, 0.5)) },
    {
      what: 'longest hold while requests are read anew, 95th percentile',
      value: ms(quantile(held, 0.95)),
      goal: '50 ms',
    },
  ];
}

/** What the editor does at each keystroke in an open document that was read before. */
async function movedAlong(lines: readonly string[], options: AuditOptions): Promise<readonly number[]> {
  const grammars = grammarsIn(pathToFileURL('dist/grammars/'));
  const folder = new FolderAudit(
    { reading: async (readFile) => layerReader(grammars, readFile), readFile: async () => null },
    { ...options, config: {}, configFile: 'veo-audit.yaml', contracts: null },
  );
  const put = (document: TextDocument, version: number): void =>
    void folder.put({ ...document, version, isScanned: true });
  put({ path: 'src/program.ts', text: lines.join('\n') }, 0);
  await folder.settle();
  const times: number[] = [];
  const now = [...lines];
  for (let stroke = 1; stroke < KEYSTROKES + WARM_UP; stroke++) {
    const at = (stroke * 487) % LINES;
    now[at] = `${now[at]} x`;
    const document = { path: 'src/program.ts', text: now.join('\n') };
    const begin = performance.now();
    put(document, stroke);
    folder.takeChanged();
    if (stroke >= WARM_UP) times.push(performance.now() - begin);
    if (folder.get('src/program.ts')?.audit.references.length !== IDS)
      throw new Error('a squiggle got lost on the way');
  }
  return times;
}

/** The longest time for which the editor could do nothing else, while requests are read anew after a keystroke. */
async function holds(lines: readonly string[], options: AuditOptions): Promise<readonly number[]> {
  const reader = new ReaderClient({
    start: () => startReaderProcess(fileURLToPath(new URL('../../dist/reader.cjs', import.meta.url))),
    grammar: loadGrammar,
  });
  const folder = new FolderAudit(
    { reading: reader.reading, readFile: async () => null },
    { ...options, config: {}, configFile: 'veo-audit.yaml', contracts: null },
  );
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const longest: number[] = [];
  for (let stroke = 0; stroke < DEEP_LOOKS; stroke++) {
    delay.reset();
    delay.enable();
    folder.put({ ...typed(lines, stroke), version: stroke, isScanned: true });
    await folder.settle();
    delay.disable();
    if (stroke > 2) longest.push(delay.max / 1e6);
  }
  reader.dispose();
  return longest;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;

export const benchmark: Benchmark = {
  name: `a keystroke in a file of ${LINES} lines with ${IDS} IDs`,
  run,
};
