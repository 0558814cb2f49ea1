// What holds for any input, whoever reads it.
import assert from 'node:assert/strict';
import { applicableFixes, applyEdits } from '../../src/audit/edits.ts';
import { auditDocument } from '../../src/audit/engine.ts';
import type { DocumentAudit } from '../../src/audit/types.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { UnreadableAnswerError } from '../../src/gateway/answer.ts';
import { GATEWAY_FORMATS } from '../../src/gateway/parse.ts';
import { eventOf } from '../../src/smoke/journalSchema.ts';
import { auditOf } from './engine.ts';
import type { Input } from './inputs.ts';

const options = { catalog: bundledCatalog(), asOf: '2026-11-24' } as const;

/** A way to read an input; it rejects where something does not hold. */
export interface Check {
  readonly name: string;
  /** How many of a hundred inputs are read this way. */
  readonly share: number;
  run(input: Input): Promise<void> | void;
}

export const CHECKS: readonly Check[] = [
  {
    name: 'audit with requests',
    share: 10,
    run: async ({ path, text }) => {
      const audit = await auditOf(path, text);
      expectPlaces(audit, text);
      assert.ok(
        !audit.notes.some((note) => note.startsWith('Its requests could not be read')),
        audit.notes[0],
      );
      const once = fixed(audit, text);
      if (once !== text) assert.equal(fixed(await auditOf(path, once), once), once, 'fixes change it twice');
    },
  },
  {
    name: 'audit by IDs',
    share: 40,
    run: ({ path, text }) => {
      const audit = auditDocument({ path, text }, options);
      expectPlaces(audit, text);
      const once = fixed(audit, text);
      const again = auditDocument({ path, text: once }, options);
      assert.equal(fixed(again, once), once, 'fixes change it twice');
    },
  },
  { name: 'veo-audit.yaml', share: 20, run: ({ text }) => void parseConfig(text) },
  {
    name: 'gateway catalogs',
    share: 15,
    run: ({ text }) => {
      for (const { parse } of Object.values(GATEWAY_FORMATS)) readable(() => parse(text));
    },
  },
  {
    name: 'journals',
    share: 15,
    run: ({ text }) => {
      for (const line of text.split('\n')) {
        const value = json(line);
        if (value !== undefined) eventOf(value);
      }
    },
  },
];

const fixed = (audit: DocumentAudit, text: string): string =>
  applyEdits(
    text,
    applicableFixes(audit).flatMap(({ fix }) => fix?.edits ?? []),
  );

function expectPlaces({ references, routes, findings }: DocumentAudit, text: string): void {
  let last = 0;
  for (const reference of references) {
    assert.ok(reference.start >= last, 'references overlap');
    assert.equal(text.slice(reference.start, reference.end), reference.text);
    last = reference.end;
  }
  const places = routes.flatMap((route) => [route, ...Object.values(route.places)]);
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
  for (const { start, end } of [...places, ...findings, ...edits])
    assert.ok(start >= 0 && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
}

/** An answer that is no catalog is refused with a sentence, and with nothing else. */
function readable(parse: () => unknown): void {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof UnreadableAnswerError)) throw error;
  }
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
