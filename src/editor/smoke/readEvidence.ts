// Reads evidence that smoke tests have kept.
import type * as vscode from 'vscode';
import type { Evidence } from '../../smoke/evidence.ts';
import { textOf } from '../readFile.ts';

/** The evidence in a file; null where it holds none that this version reads. */
export async function readEvidenceFile(uri: vscode.Uri): Promise<Evidence | null> {
  try {
    const { EvidenceSchema } = await import('../../smoke/evidence.ts');
    const text = (await textOf(uri, 'evidence')) ?? '';
    return EvidenceSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
