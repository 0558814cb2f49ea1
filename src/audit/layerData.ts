// What a document says as plain data: it can be stored, or sent to another thread, and comes back as it was.
import type { TextDocument } from '../detect/types.ts';
import { RULE_METAS } from './engine.ts';
import type { DocumentLayer, Reported } from './types.ts';

/** A layer without its text, its rules by their IDs. Parts that were one object stay one when it is cloned whole. */
export interface LayerData extends Omit<DocumentLayer, 'document' | 'reported'> {
  readonly reported: readonly ReportedData[];
}

interface ReportedData extends Omit<Reported, 'meta'> {
  readonly rule: string;
}

const METAS = new Map(RULE_METAS.map((meta) => [meta.id, meta]));

/** A layer as plain data. */
export function dataOf({ document: _, reported, ...layer }: DocumentLayer): LayerData {
  return { ...layer, reported: reported.map(({ meta, ...one }) => ({ ...one, rule: meta.id })) };
}

/** The layer that the data was made of, given the text that it was read from. */
export function layerOf({ reported, ...layer }: LayerData, document: TextDocument): DocumentLayer {
  return {
    ...layer,
    document,
    reported: reported.flatMap(({ rule, ...one }) => {
      const meta = METAS.get(rule);
      return meta === undefined ? [] : { ...one, meta };
    }),
  };
}
