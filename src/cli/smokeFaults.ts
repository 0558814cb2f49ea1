// Fault scripts as the flags of `smoke` and `simulate` give them.
import { resolve } from 'node:path';
import { type Fault, FaultScriptSchema, parseFault } from '../simulator/faults.ts';
import { parseJson } from '../smoke/json.ts';
import { readRegularText } from '../workspace/readRegularFile.ts';
import { reasonOf } from '../workspace/skipped.ts';
import { UsageError } from './context.ts';

export const FAULT_OPTIONS = {
  fault: { type: 'string', multiple: true },
  faults: { type: 'string' },
} as const;

/** Reads `--fault` and `--faults`. */
export function faultsOf(
  values: { readonly fault?: readonly string[] | undefined; readonly faults?: string | undefined },
  workingFolder: string,
): readonly Fault[] {
  const named = (values.fault ?? []).map(namedFault);
  return values.faults === undefined ? named : [...named, ...scriptOf(values.faults, workingFolder)];
}

function namedFault(text: string): Fault {
  const fault = parseFault(text);
  if (fault === null) {
    throw new UsageError(
      `"${text}" is no fault; it is written NAME[@STEP][#NTH][*TIMES], for example rate-limited@poll*3.`,
    );
  }
  return fault;
}

function scriptOf(file: string, workingFolder: string): readonly Fault[] {
  let text: string;
  try {
    text = readRegularText(resolve(workingFolder, file), 'faultScript');
  } catch (error) {
    throw new UsageError(`The fault script ${file} cannot be read: ${reasonOf(error)}.`);
  }
  const script = FaultScriptSchema.safeParse(parseJson(text));
  if (script.success) return script.data;
  const [issue] = script.error.issues;
  throw new UsageError(
    `${file} is no fault script: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'wrong shape'}.`,
  );
}
