// Which price rows answer a question about resolution and audio.
import type { PriceRow } from '../catalog/types.ts';
import type { Parameter, Resolution } from '../routes/types.ts';
import type { MadeOut } from './parameters.ts';
import { cited, constraintOf, nameOf, type Scope } from './scope.ts';

/** The rows of a resolution (`any` serves all). */
export function rowsOfResolution(rows: readonly PriceRow[], resolution: Resolution): readonly PriceRow[] {
  return rows.filter((row) => row.resolution === resolution || row.resolution === 'any');
}

/**
 * The rows that hold with the asked audio. Where a surface has one price only, with or without, that one holds
 * whatever is asked; where it has both and nothing decides, both stay.
 */
export function rowsOfAudio(
  rows: readonly PriceRow[],
  asked: Parameter<boolean>,
  scope: Scope,
): MadeOut<readonly PriceRow[]> {
  const choice = audioChoice(asked, scope);
  const value = resolutionsIn(rows).flatMap((resolution) =>
    rowsOfOneResolution(
      rows.filter((row) => row.resolution === resolution),
      choice.value,
    ),
  );
  const hasBoth = new Set(rows.map((row) => row.audio)).size > 1;
  if (hasBoth) return { value, assumptions: choice.assumptions };
  return { value, assumptions: onlyPrice(rows, choice.value, scope) };
}

function rowsOfOneResolution(rows: readonly PriceRow[], audio: boolean | 'either'): readonly PriceRow[] {
  if (audio === 'either') return rows;
  const matching = rows.filter((row) => row.audio === audio || row.audio === null);
  return matching.length > 0 ? matching : rows;
}

function audioChoice(asked: Parameter<boolean>, scope: Scope): MadeOut<boolean | 'either'> {
  if (typeof asked === 'boolean') return { value: asked, assumptions: [] };
  const row = constraintOf(scope, 'generateAudio.default');
  if (asked === null && typeof row?.value === 'boolean') {
    const state = row.value ? 'on' : 'off';
    const why = `audio assumed ${state} on ${nameOf(scope)} (${cited(scope, row.sources)})`;
    return { value: row.value, assumptions: [why] };
  }
  const how = asked === null ? 'not set' : 'set at run time';
  return {
    value: 'either',
    assumptions: [`audio ${how}: from the price without to the price with it on ${nameOf(scope)}`],
  };
}

/** Says so where the one known price is not the asked one. */
function onlyPrice(rows: readonly PriceRow[], audio: boolean | 'either', scope: Scope): readonly string[] {
  const only = rows[0]?.audio;
  if (typeof only !== 'boolean' || audio === 'either' || only === audio) return [];
  return [`only a price ${only ? 'with' : 'without'} audio is known on ${nameOf(scope)}`];
}

function resolutionsIn(rows: readonly PriceRow[]): readonly PriceRow['resolution'][] {
  return [...new Set(rows.map((row) => row.resolution))];
}
