// The prompt of a test's own request: harmless, and different in each run, so that its job is known in a list of jobs.

const COLOURS = words(
  'red orange yellow green teal blue indigo violet pink white grey brown golden silver cream black',
);
const WATERS = words(
  'pond lake brook creek canal river lagoon bay harbour fountain pool marsh estuary reservoir inlet stream',
);
const TIMES = words(
  'dawn sunrise morning midday noon afternoon teatime sunset dusk twilight evening nightfall midnight moonrise daybreak moonset',
);
const WEATHERS = words(
  'mist rain drizzle sunshine snow fog wind breeze haze clouds sleet thunder frost shade moonlight starlight',
);
const VIEWS = words(
  'above below afar nearby behind ahead left right upstream downstream ashore aloft north south east west',
);
const PASSERS = words(
  'duck swan heron frog dragonfly otter leaf feather lily reed turtle kingfisher goose coot petal acorn',
);

/** The prompt of a run. The suffix of its ID, six hexadecimal digits, chooses the words. */
export function ownPrompt(suffix: string): string {
  const [colour, water, time, weather, view, passer] = [COLOURS, WATERS, TIMES, WEATHERS, VIEWS, PASSERS].map(
    (list, index) => list[Number.parseInt(suffix[index] ?? '0', 16)] ?? list[0],
  );
  return `${withArticle(colour, 'A')} paper boat drifts past ${withArticle(passer)} on still water, ${withArticle(water)} at ${time} in ${weather}, seen from ${view}.`;
}

function withArticle(word = '', article = 'a'): string {
  return `${article}${/^[aeiou]/.test(word) ? 'n' : ''} ${word}`;
}

/** Whether no other run can have sent this prompt. */
export function isOwnPrompt(prompt: string, runId: string): boolean {
  const suffix = /-([0-9a-f]{6})$/.exec(runId)?.[1];
  return suffix !== undefined && prompt === ownPrompt(suffix);
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
