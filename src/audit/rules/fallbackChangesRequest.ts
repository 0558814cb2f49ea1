// fallback-changes-request: what comes back from a fallback is another kind of video, or no video at all.
import type { Catalog } from '../../catalog/catalog.ts';
import type { Deployment, FallbackEdge } from '../../routes/graph.ts';
import { rememberedByList } from '../byList.ts';
import type { Rule } from '../rule.ts';
import { canonicalOf, distinct, isApproved, modelOf, sideName, statusOf } from './fallbackSides.ts';

export const fallbackChangesRequest: Rule<'graph'> = {
  scope: 'graph',
  meta: {
    id: 'fallback-changes-request',
    severity: 'warning',
    summary: 'A fallback changes the model family, the duration or the audio of what is asked for.',
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    const { graph, catalog, asOf } = context;
    const livingOf = rememberedByList((to: readonly Deployment[]) =>
      kindsOf(to).filter((one) => statusOf(catalog, one, asOf) !== 'shut-down'),
    );
    for (const edge of distinct(graph.edges)) {
      const { fallback } = edge;
      const [from] = edge.from;
      // Of a dead side it is enough to say that it is dead.
      if (from === undefined || statusOf(catalog, from, asOf) === 'shut-down') continue;
      if (isApproved(context, edge)) continue;
      const changes = [
        ...livingOf(edge.to).flatMap((to) => changesOf(catalog, from, to)),
        ...otherModels(edge),
      ];
      if (changes.length === 0) continue;
      const message = `${sideName(edge, 'from')} falls back to ${sideName(edge, 'to')}: ${[...new Set(changes)].join('; ')}.`;
      yield { file: edge.file, start: fallback.to.start, end: fallback.to.end, message, fix: null };
    }
  },
};

/** One deployment of each kind: those of one model, surface and request change the same. */
function kindsOf(to: readonly Deployment[]): readonly Deployment[] {
  const keyOf = ({ route }: Deployment): string =>
    [route.model, route.surface, route.durationSeconds, route.generateAudio].join('\n');
  return [...new Map(to.map((one) => [keyOf(one), one])).values()];
}

function changesOf(catalog: Catalog, from: Deployment, to: Deployment): readonly string[] {
  const before = modelOf(catalog, from);
  const after = modelOf(catalog, to);
  const changes: string[] = [];
  if (before !== undefined && after !== undefined && before.family !== after.family) {
    changes.push(`the model family changes from ${before.family} to ${after.family}`);
  }
  const [asked, made] = [from.route.durationSeconds, to.route.durationSeconds];
  if (typeof asked === 'number' && typeof made === 'number' && asked !== made) {
    changes.push(`the video is ${made} s long instead of ${asked} s`);
  } else if (typeof asked === 'number' && made === null && !allowsDuration(catalog, to, asked)) {
    changes.push(`${asked} s is refused there`);
  }
  const audio = audioChange(catalog, from, to);
  return audio === null ? changes : [...changes, audio];
}

function allowsDuration(catalog: Catalog, to: Deployment, seconds: number): boolean {
  const value = limit(catalog, to, 'durationSeconds.allowed');
  return !Array.isArray(value) || value.includes(seconds);
}

function audioChange(catalog: Catalog, from: Deployment, to: Deployment): string | null {
  const [asked, made] = [from.route.generateAudio, to.route.generateAudio];
  if (asked === true && (made === false || limit(catalog, to, 'generateAudio') === 'refused')) {
    return 'the video comes without audio';
  }
  return asked === false && made === true ? 'the video comes with audio, which costs more' : null;
}

function limit(catalog: Catalog, deployment: Deployment, key: string): unknown {
  const model = canonicalOf(catalog, deployment);
  return model === null ? undefined : catalog.constraint(deployment.route.surface, model, key)?.value;
}

/** A target that is no Veo model; one that is set at run time may be anything. */
function otherModels({ others }: FallbackEdge): readonly string[] {
  return others.to.flatMap(({ model }) =>
    model === null || /veo|[$*]|os\.environ|\{\{/i.test(model) ? [] : [`${model} is no Veo model`],
  );
}
