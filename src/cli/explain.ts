// `veo-audit explain ID`: the hover in a terminal.

import { cardOf } from '../explain/card.ts';
import { cardText } from '../explain/text.ts';
import { plainText } from '../outlets/plain.ts';
import { asOfOption, parseOptions } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';
import { surfaceOption } from './surfaces.ts';
import { unknownModel } from './unknownModel.ts';

export const EXPLAIN_HELP = `Usage: veo-audit explain ID [--surface SURFACE] [--as-of YYYY-MM-DD]

Prints what is known of a model ID or a gateway's spelling: lifecycle on each surface, prices, limits,
replacement and sources.

Exit status: 0 an answer, 2 wrong usage, or an ID that the catalog does not know.

Examples
  veo-audit explain veo-3.1-generate-001 --surface vertex-ai
  veo-audit explain fal-ai/veo3.1/fast --as-of 2026-06-01
`;

const OPTIONS = { 'as-of': { type: 'string' }, surface: { type: 'string' } } as const;

/** Runs the command; the exit status. */
export async function explainCommand(args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'explain');
  const [id, ...others] = positionals;
  if (id === undefined || id === '' || others.length > 0)
    throw new UsageError('explain needs exactly one model ID, such as veo-3.1-generate-001.');
  const catalog = await context.catalog();
  const asOf = asOfOption(values['as-of'], context);
  const surface = surfaceOption(values.surface, catalog);
  const card = cardOf(catalog, id, asOf, surface);
  if (card.kind === 'unknown') throw new UsageError(unknownModel(id, surface, catalog, asOf));
  context.stdout(plainText(cardText(card)));
  return EXIT.ok;
}
