// The editor completes and explains veo-audit.yaml by its JSON Schema: every key has words.
import assert from 'node:assert/strict';
import * as z from 'zod';
import { configSchema } from '../../src/config/schema.ts';

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Every property of a schema with its path. */
function* properties(schema: unknown, path = ''): Generator<readonly [path: string, schema: Json]> {
  if (!isJson(schema)) return;
  if (isJson(schema.properties)) {
    for (const [key, property] of Object.entries(schema.properties)) {
      if (!isJson(property)) continue;
      yield [`${path}.${key}`, property];
      yield* properties(property, `${path}.${key}`);
    }
  }
  yield* properties(schema.additionalProperties, `${path}.*`);
  yield* properties(schema.items, `${path}[]`);
}

describe('the JSON Schema of veo-audit.yaml', () => {
  const schema = z.toJSONSchema(configSchema, { io: 'input' });
  const all = [...properties(schema)];

  it('describes every key', () => {
    assert.ok(all.length > 60, `only ${all.length} keys`);
    assert.deepEqual(
      all.filter(([, { description }]) => typeof description !== 'string').map(([path]) => path),
      [],
    );
  });

  it('takes no other keys', () => {
    const open = all.filter(
      ([, { type, additionalProperties, propertyNames }]) =>
        type === 'object' && additionalProperties !== false && propertyNames === undefined,
    );
    assert.deepEqual(
      open.map(([path]) => path),
      [],
    );
  });
});
