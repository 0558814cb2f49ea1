// Messages are read in a list of problems: a sentence that says what, and one that says what to do.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { auditDocument } from '../../src/audit/engine.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';

const catalog = bundledCatalog();

function messagesOn(asOf: string): readonly string[] {
  return catalog.models.flatMap(({ id }) =>
    [`vertex_ai/${id}`, `gemini/${id}`, id].flatMap((spelling) =>
      auditDocument({ path: 'a.yaml', text: `model: ${spelling}\n` }, { catalog, asOf }).findings.map(
        ({ message }) => message,
      ),
    ),
  );
}

/** Dots within IDs and versions end no sentence. */
const sentencesOf = (message: string): readonly string[] => message.split(/(?<=[.?]) (?=[A-Z])/);

describe('the message of a finding', () => {
  for (const day of ['2026-03-20', '2026-10-10', '2026-11-24', '2027-07-01']) {
    it(`is short for every ID on every surface on ${day}`, () => {
      for (const message of messagesOn(day)) {
        const sentences = sentencesOf(message);
        assert.ok(sentences.length <= 2, message);
        for (const sentence of sentences) assert.ok(sentence.length <= 150, sentence);
      }
    });
  }

  it('says of a shutdown what happened when, and what to do', () => {
    const said = messagesOn('2026-11-24');
    for (const message of [
      'veo-3.1-generate-preview was shut down on the Gemini API on 2026-10-22. Move to gemini-omni-1.1-flash (Interactions API).',
      'veo-3.0-generate-001 was shut down on Vertex AI on 2026-06-30. Use veo-3.1-generate-001.',
    ])
      assert.ok(
        said.includes(message),
        said.filter((text) => text.startsWith(message.slice(0, 20))).join('\n'),
      );
  });

  it('speaks the same words for every sample', () => {
    const golden = readFileSync(new URL('graphSamples.findings', import.meta.url), 'utf8');
    assert.doesNotMatch(golden, /some chance|time-out|in a circle|mends|since 20\d\d/);
  });
});
