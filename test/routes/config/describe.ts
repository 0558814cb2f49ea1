// A configuration's reading as lines, the form of the labels: one line a route, a fallback, a limit, a note.
import { bundledCatalog } from '../../../src/catalog/bundled.ts';
import { detectReferences } from '../../../src/detect/detect.ts';
import { positionCounter } from '../../../src/detect/lines.ts';
import type { TextDocument } from '../../../src/detect/types.ts';
import { readConfigRoutes } from '../../../src/routes/config/readConfig.ts';
import type { ConfigReading, ConfigRoute, Stated } from '../../../src/routes/config/types.ts';
import type { Place } from '../../../src/routes/types.ts';

const catalog = bundledCatalog();

export function read(document: TextDocument): ConfigReading | null {
  return readConfigRoutes(document, detectReferences(document, catalog), catalog);
}

/** The reading as sorted lines; `nothing` for a file that is no configuration. */
export function describeReading(document: TextDocument): readonly string[] {
  const reading = read(document);
  if (reading === null) return ['nothing'];
  const position = positionCounter(document.text);
  const at = ({ start }: Place): string => `${position(start).line}:${position(start).column}`;
  return [
    `format ${reading.format}`,
    ...reading.routes.flatMap((route) => [describeRoute(route, at), ...limits(route, at)]),
    ...reading.fallbacks.map(
      ({ from, to, on, local }) =>
        `fallback ${at(to)} ${at(from)} ${local ? '' : `${from.name} > ${to.name} `}on ${on.map(({ value }) => value).join(',') || '-'}`,
    ),
    ...reading.others.map((other) => `other ${at(other)} ${other.model ?? '-'}`),
    ...reading.notes.map((note) => `note ${note}`),
  ];
}

function describeRoute(route: ConfigRoute, at: (place: Place) => string): string {
  const name = route.name === null ? '-' : JSON.stringify(route.name);
  const where = route.namePlace === null ? '-' : at(route.namePlace);
  const shared = route.aliases.filter(({ name: alias }) => !/[[$]/.test(alias));
  const aliases = shared.map((alias) => ` aka ${alias.name}@${at(alias)}`).join('');
  const reference =
    route.reference === null || route.reference.start === route.start ? '' : ` id@${at(route.reference)}`;
  return `route ${at(route)}${reference} ${route.model} ${route.surface} ${route.modelFrom} ${name}@${where}${aliases}`;
}

/** What the entry states beside the model, each with the place of its value. */
function limits(route: ConfigRoute, at: (place: Place) => string): readonly string[] {
  const stated = (key: string, value: Stated<unknown> | null): readonly string[] =>
    value === null ? [] : [`  ${at(value)} ${key} ${value.value}`];
  const { durationSeconds, resolution, aspectRatio, sampleCount, generateAudio } = route;
  const parameters = { durationSeconds, resolution, aspectRatio, sampleCount, generateAudio };
  return [
    ...Object.entries(parameters).flatMap(([key, value]) => {
      const place = route.places[key];
      return value === null || place === undefined ? [] : [`  ${at(place)} ${key} ${value}`];
    }),
    ...stated('timeoutSeconds', route.timeoutSeconds),
    ...stated('requestsPerMinute', route.requestsPerMinute),
    ...stated('concurrency', route.concurrency),
    ...route.prices.map(
      (price) => `  ${at(price)} price ${price.value} ${price.unit} ${price.resolution ?? '-'}`,
    ),
    ...route.retries.map(({ on, attempts, backoff, firstWaitSeconds, longestWaitSeconds, ...place }) => {
      const codes = on.map(({ value }) => value).join(',') || '-';
      const waits = [backoff, firstWaitSeconds, longestWaitSeconds]
        .map((each) => each?.value ?? '-')
        .join(' ');
      return `  ${at(place)} retry ${attempts?.value ?? '-'} on ${codes} waits ${waits}`;
    }),
  ];
}
