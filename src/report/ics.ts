// A calendar of the coming end days of the model IDs in use: one event of a whole day for each ID and surface.
import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { Catalog } from '../catalog/catalog.ts';
import { sourcesCited } from '../catalog/sources.ts';
import { type EndDay, endDays } from './endDays.ts';
import { PROJECT_URL, rulePage } from './rulePages.ts';
import type { ReportFormat } from './types.ts';

/** Files named in an event; the rest is counted. */
const MOST_PLACES = 20;

/** Seconds before the day on which the calendar reminds. */
const REMIND_BEFORE = 14 * 24 * 60 * 60;

export const icsReport: ReportFormat = (run) => {
  const calendar = ical({
    name: 'Veo model IDs in use: end days',
    prodId: { company: 'veo-route-audit', product: 'veo-audit' },
    url: PROJECT_URL,
  });
  for (const end of endDays(run)) addEvent(calendar, end, run.catalog, run.asOf);
  return `${calendar.toString()}\r\n`;
};

function addEvent(calendar: ReturnType<typeof ical>, end: EndDay, catalog: Catalog, asOf: string): void {
  const surface = catalog.surface(end.surface)?.name ?? end.surface;
  const rest = end.places.length - MOST_PLACES;
  calendar
    .createEvent({
      id: `${end.model}.${end.surface}@veo-route-audit`,
      stamp: dateOf(asOf),
      start: dateOf(end.day),
      allDay: true,
      summary:
        end.kind === 'fixed'
          ? `${end.model}: shutdown on ${surface}`
          : `${end.model} may be retired on ${surface} from today`,
      transparency: ICalEventTransparency.TRANSPARENT,
      url: rulePage(end.kind === 'fixed' ? 'deprecated-model' : 'retirement-window'),
      description: [
        'Used in:',
        ...end.places.slice(0, MOST_PLACES),
        ...(rest > 0 ? [`and ${rest} more`] : []),
        `Source: ${sourcesCited(catalog, end.sources)}, checked ${end.checkedOn}.`,
      ].join('\n'),
    })
    .createAlarm({ type: ICalAlarmType.display, trigger: REMIND_BEFORE, description: end.model });
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
