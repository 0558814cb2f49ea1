// YAML with its places, where it does not nest so deep that its parser runs out of stack.
import {
  type Document,
  type DocumentOptions,
  type ParseOptions,
  parseDocument,
  type SchemaOptions,
} from 'yaml';
import { yamlTooDeep } from './depth.ts';

/** The document in a text; an empty one where it nests too deep to be read. */
export const shallowDocument = (
  text: string,
  options: ParseOptions & DocumentOptions & SchemaOptions = {},
): Document.Parsed => parseDocument(yamlTooDeep(text) ? '' : text, options);
