// What is offered at a finding, in the order of use: solve it, solve all alike, read, turn the rule off, suppress.
import { applicableFixes } from '../audit/edits.ts';
import { offerModel } from '../audit/replacement.ts';
import { suppressionEdit } from '../audit/suppress.ts';
import type { DatedReference, DocumentAudit, Finding } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { livingReplacement, livingReplacements } from '../catalog/replacement.ts';
import type { Day } from '../catalog/types.ts';
import { cardOf } from '../explain/card.ts';
import { hintOf } from '../explain/hint.ts';
import type { TextEdit } from '../routes/types.ts';
import { t } from '../words/words.ts';

/** What can be done besides an edit. */
export type Step =
  | { readonly do: 'explain'; readonly id: string; readonly surface: string }
  | { readonly do: 'smoke.probe'; readonly id: string; readonly surface: string }
  | { readonly do: 'fixAllInWorkspace' | 'openRule' | 'turnOff'; readonly rule: string }
  | {
      readonly do: 'suppress';
      readonly rule: string;
      readonly offset: number;
      readonly scope: 'line' | 'file';
    }
  | { readonly do: 'open'; readonly url: string };

/** One line of the menu: an edit, or a step that a command takes. */
export interface PlannedAction {
  readonly title: string;
  readonly edits?: readonly TextEdit[];
  readonly step?: Step;
  /** What Enter does: at most one of a finding's actions. */
  readonly isPreferred?: boolean;
}

/** What the plan is made from. */
export interface FixScene {
  readonly audit: DocumentAudit;
  readonly catalog: Catalog;
  readonly asOf: Day;
  /** Whether the file lies in a folder whose veo-audit.yaml can be changed. */
  readonly hasFolder: boolean;
  /** Whether the surface can be asked from here. */
  readonly canAsk: boolean;
}

/** The actions at a finding, first the one that most people want. */
export function quickFixPlan(finding: Finding, scene: FixScene): readonly PlannedAction[] {
  const reference = scene.audit.references.find(
    ({ start, end }) => start === finding.start && end === finding.end,
  );
  return [
    ...solving(finding, reference, scene),
    ...solvingAlike(finding, scene),
    ...asking(finding, reference, scene),
    ...reading(finding, reference, scene),
    ...turningOff(finding, scene),
    ...suppressing(finding, scene),
  ];
}

function solving(
  finding: Finding,
  reference: DatedReference | undefined,
  scene: FixScene,
): readonly PlannedAction[] {
  if (finding.fix !== null) return [{ ...finding.fix, isPreferred: true }];
  const choices = finding.choices ?? [];
  if (choices.length > 0) return choices;
  if (reference === undefined || reference.model === null || !finding.deprecates) return [];
  return reference.surface === 'unknown'
    ? replacementBySurface(reference, scene)
    : otherApi(reference, reference.model, scene);
}

/** Nobody but the author knows the surface: each replacement that is safe there names the one that it is for. */
function replacementBySurface(
  reference: DatedReference,
  { catalog, asOf, audit }: FixScene,
): readonly PlannedAction[] {
  if (reference.model === null) return [];
  const { document, references, routes } = audit;
  const context = { document, references, routes, catalog, asOf };
  return livingReplacements(catalog, reference.model, asOf)
    .filter(({ sameApi }) => sameApi)
    .flatMap(({ surface, model }) => {
      const { fix } = offerModel(context, { ...reference, surface }, model);
      if (fix === null) return [];
      const title = t('{0}, if this goes to {1}', fix.title, catalog.surface(surface)?.name ?? surface);
      return [{ title, edits: fix.edits }];
    });
}

/** Where the replacement needs another API no edit does it: the replacement is shown instead. */
function otherApi(
  { surface }: DatedReference,
  id: string,
  { catalog, asOf }: FixScene,
): readonly PlannedAction[] {
  const replacement = livingReplacement(catalog, id, surface, asOf);
  if (replacement === null || replacement.sameApi) return [];
  const { model } = replacement;
  const facts = [hintOf(catalog, { id: model, surface: replacement.surface, asOf }), replacement.status];
  return [
    {
      title: t(
        'See the replacement {0} ({1}; another API)',
        model,
        facts.filter((fact) => fact !== null).join('; '),
      ),
      step: { do: 'explain', id: model, surface: replacement.surface },
    },
  ];
}

function solvingAlike({ fix, rule }: Finding, { audit }: FixScene): readonly PlannedAction[] {
  if (fix === null) return [];
  const alike = applicableFixes(audit).filter((other) => other.rule === rule);
  const inFile: PlannedAction = {
    title: t('Fix all {0} {1} findings in this file', alike.length, rule),
    edits: alike.flatMap((other) => other.fix?.edits ?? []),
  };
  const everywhere: PlannedAction = {
    title: t('Fix all {0} findings in the workspace…', rule),
    step: { do: 'fixAllInWorkspace', rule },
  };
  return alike.length > 1 ? [inFile, everywhere] : [everywhere];
}

/** Rules whose finding the surface itself could settle. */
const SETTLED_BY_ASKING: ReadonlySet<string> = new Set(['retirement-window', 'shut-down-model']);

function asking(
  { rule }: Finding,
  reference: DatedReference | undefined,
  { canAsk, catalog }: FixScene,
): readonly PlannedAction[] {
  if (!canAsk || !SETTLED_BY_ASKING.has(rule) || reference?.model == null) return [];
  if (catalog.model(reference.model) === undefined) return [];
  const { model: id, surface } = reference;
  return [{ title: t('Check whether it still answers…'), step: { do: 'smoke.probe', id, surface } }];
}

function reading(
  { rule, fix }: Finding,
  reference: DatedReference | undefined,
  { catalog, asOf }: FixScene,
): readonly PlannedAction[] {
  const page: PlannedAction = {
    title: t('Read about {0}', rule),
    step: { do: 'openRule', rule },
    isPreferred: fix === null,
  };
  if (reference === undefined) return [page];
  const card = cardOf(catalog, reference.id, asOf, reference.surface);
  const source =
    card.kind === 'unknown' ? undefined : card.sources.find(({ url }) => url?.startsWith('https://'));
  const url = source?.url?.split(' ')[0];
  if (source === undefined || url === undefined) return [page];
  return [page, { title: t('Open the source: {0}', source.title), step: { do: 'open', url } }];
}

function turningOff({ rule, start }: Finding, scene: FixScene): readonly PlannedAction[] {
  const inFile: PlannedAction = {
    title: t('Turn off {0} in this file…', rule),
    step: { do: 'suppress', rule, offset: start, scope: 'file' },
  };
  const inTeam: PlannedAction = {
    title: t('Turn off {0} in veo-audit.yaml', rule),
    step: { do: 'turnOff', rule },
  };
  const canComment = suppressionEdit(scene.audit.document, 0, trial(rule, 'file')) !== null;
  return [...(canComment ? [inFile] : []), ...(scene.hasFolder ? [inTeam] : [])];
}

function suppressing({ rule, start }: Finding, { audit }: FixScene): readonly PlannedAction[] {
  if (suppressionEdit(audit.document, start, trial(rule, 'line')) === null) return [];
  const step: Step = { do: 'suppress', rule, offset: start, scope: 'line' };
  return [{ title: t('Suppress {0} here, with a reason…', rule), step }];
}

const trial = (rule: string, scope: 'line' | 'file') => ({ rule, scope, until: null, reason: '' });
