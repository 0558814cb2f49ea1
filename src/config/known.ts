// What the schema knows at a place: its keys, its words, and what it says of them.
import * as z from 'zod';
import type { KeyPath } from '../contracts/places.ts';
import { configSchema } from './schema.ts';

/** The keys that may stand in the map at a path; none where any key may. */
export function keysAt(path: KeyPath): readonly string[] {
  const schema = schemaAt(path);
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  return schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum
    ? schema.keyType.options.map(String)
    : [];
}

/** What the schema says of the key at a path; null for a name that people choose. */
export function descriptionAt(path: KeyPath): string | null {
  const above = schemaAt(path.slice(0, -1));
  if (above instanceof z.ZodRecord && !(above.keyType instanceof z.ZodEnum)) return null;
  return describedIn(path.length === 0 ? configSchema : stepInto(above, path.at(-1) ?? ''));
}

/** Whether keys or a list stand below the key at a path. */
export function isGroupAt(path: KeyPath): boolean {
  const schema = schemaAt(path);
  return schema instanceof z.ZodObject || schema instanceof z.ZodRecord || schema instanceof z.ZodArray;
}

/** The words that may stand as the value at a path; none where it is no choice of words. */
export function optionsAt(path: KeyPath): readonly string[] {
  const schema = schemaAt(path);
  const choices = schema instanceof z.ZodUnion ? schema.options : [schema];
  return choices.flatMap((choice) => {
    if (choice instanceof z.ZodBoolean) return ['true', 'false'];
    return choice instanceof z.ZodEnum ? choice.options.map(String) : [];
  });
}

function schemaAt(path: KeyPath): unknown {
  let schema: unknown = configSchema;
  for (const step of path) {
    schema = stepInto(bare(schema), step);
  }
  return bare(schema);
}

function stepInto(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)];
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodArray ? schema.element : undefined;
}

/** An optional key says its own sentence; one that does not stands for what it holds. */
function describedIn(schema: unknown): string | null {
  if (!(schema instanceof z.ZodType)) return null;
  if (schema.description !== undefined) return schema.description;
  return schema instanceof z.ZodOptional ? describedIn(schema.unwrap()) : null;
}

function bare(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema;
}
