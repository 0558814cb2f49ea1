// Pages of the shapes that the sources answer with, small and with room for one change at a time.

const DEPRECATIONS_HEAD =
  '| **Model** | **Release date** | **Shutdown date** | **Recommended replacement** |\n|---|---|---|---|';

/** The rows of the Veo table as the catalog has them, by ID. */
export const GEMINI_ROWS: Readonly<Record<string, string>> = {
  'veo-3.0-generate-001':
    '| `veo-3.0-generate-001` | September 9, 2025 | June 30, 2026 | `veo-3.1-generate-preview` or the GA models on the [Agent Platform](https://docs.example/veo) |',
  'veo-3.1-generate-preview':
    '| `veo-3.1-generate-preview` | October 15, 2025 | October 22, 2026 | `gemini-omni-1.1-flash` |',
};

interface Deprecations {
  readonly head?: string;
  readonly rows?: readonly string[];
  readonly omni?: string;
  readonly heading?: string;
}

/** The deprecations page of the Gemini API. */
export function deprecationsPage({
  head = DEPRECATIONS_HEAD,
  rows = Object.values(GEMINI_ROWS),
  omni = '| `gemini-omni-1.1-flash` | August 27, 2026 | No shutdown date announced |   |',
  heading = 'Veo models',
}: Deprecations = {}): string {
  return `<br />

This page lists the known schedules. Dates are the *earliest possible* ones.

> [!NOTE]
> **Note:** We will communicate the exact date with advance notice.

## Audio models

${DEPRECATIONS_HEAD}
| \`speech-9-tts\` | August 2026 | No shutdown date announced |   |
| Preview models ||||
| \`speech-8-tts\` | May 20, 2025 | No shutdown date announced | \`speech-9-tts\` |

## ${heading}

${head}
${rows.join('\n')}

## Gemini Omni Flash models

${DEPRECATIONS_HEAD}
${omni}

## Music models

${DEPRECATIONS_HEAD}
| \`song-3\` | September 3, 2026 | No shutdown date announced |   |
`;
}

/** The model versions page of Vertex AI; `dates` are the retirement cells of the two stable 3.1 models. */
export function versionsPage(
  dates: readonly [string, string] = ['November 17, 2026 or later', 'November 17, 2026 or later'],
  { columns = '', cell = '' }: { readonly columns?: string; readonly cell?: string } = {},
): string {
  return `The following tables list the models. Dates won't be moved to an earlier date than what is listed.

### Text models

| Model ID | Release date | Retirement date |
|---|---|---|---|
| \`text-9\` | May 19, 2026 | Not before May 19, 2027 |   |

### Veo models

| Model ID | Release date | Retirement date |${columns === '' ? '' : ` ${columns} |`}
|---|---|---|${columns === '' ? '' : '---|'}
| \`veo-3.1-generate-001\` | November 17, 2025 | ${dates[0]} |${cell === '' ? '' : ` ${cell} |`}
| \`veo-3.1-fast-generate-001\` | November 17, 2025 | ${dates[1]} |${cell === '' ? '' : '   |'}
| \`veo-3.0-generate-001\` | July 29, 2025 | June 30, 2026 |${cell === '' ? '' : '   |'}

### Retired models

#### The following table lists the retired models (click to expand)

| Model ID | Release date | Retirement date | Recommended upgrade |
|---|---|---|---|
| \`text-1@003\\*\` | May 2023 | May 24, 2025 | \`text-9\` |
`;
}

/** The section of the pricing page about Veo 3.1 Lite. */
export const LITE_PRICES = `## Veo 3.1 Lite

_\`veo-3.1-lite-generate-preview\`_

| Free Tier | Paid Tier, per second in USD | |
|---|---|---|
| Veo 3.1 Lite video with audio price | Not available | $0.05 (720p) $0.08 (1080p) |

`;

/** The pricing page of the Gemini API with the body of its section for a model of its own. */
export function pricingPage(
  body: string,
  ids = '`veo-3.1-generate-preview`, `veo-3.1-fast-generate-preview`',
  further = '',
): string {
  return `# Pricing

## Text 9

| Free Tier | Paid Tier, per 1M tokens in USD | |
|---|---|---|
| Input price | Free of charge | $0.30 |

## Veo 3.1

_${ids}_

[Try it](https://example.test/)

Our latest model, on the paid tier.

${body}

${further}[No](/gemini-api/terms)## Song 3

| Song price | Not available | $0.04 per song |
`;
}

/** LiteLLM's cost map with these prices per second. */
export function costMap(rows: Readonly<Record<string, number>>): string {
  const entries = Object.entries(rows).map(([key, price]) => [
    key,
    { litellm_provider: 'gemini', mode: 'video_generation', output_cost_per_second: price },
  ]);
  return JSON.stringify({ sample_spec: { mode: 'chat' }, ...Object.fromEntries(entries) });
}
