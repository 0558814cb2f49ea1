// The report as one HTML file: data, script and styles inside, nothing from elsewhere.
import { createHash } from 'node:crypto';
import { pageData } from './page/data.ts';
import { pageDocument } from './page/document.ts';
import type { PageData } from './page/types.ts';
import type { ReportFormat, ReportOptions } from './types.ts';

export const htmlReport: ReportFormat = (run, options) => {
  const data = pageData(run, options.version);
  return documentOf({ ...data, details: [...data.details, ...(options.pages ?? [])] }, options);
};

/** The page around some data, with its script inside. */
export function documentOf(data: PageData, { pageScript }: Pick<ReportOptions, 'pageScript'>): string {
  const script = pageScript();
  const hash = createHash('sha256').update(script).digest('base64');
  return pageDocument({
    data,
    script: `<script type="module">${script}</script>`,
    scriptSource: `'sha256-${hash}'`,
  });
}
