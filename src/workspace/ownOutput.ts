// Tells this tool's own reports and records from code: they quote model IDs, but send and configure nothing.

/** How much of a text is looked at, in UTF-16 code units: every mark stands in the head. */
const HEAD = 1500;

/** What the head of each kind holds. GitLab's list and the text for terminals carry no mark. */
const MARKS: readonly RegExp[] = [
  // JSON reports, baselines, evidence and snapshots, compact or indented.
  /^\s{0,9}\{\s{0,9}"schema"\s{0,9}:\s{0,9}"veo-route-audit\//,
  // SARIF and CycloneDX.
  /"name": "Veo Route Audit"/,
  /"name": "veo-route-audit",\s{0,20}"version"/,
  /<testsuites name="veo-audit"/,
  /^<!-- veo-route-audit -->/,
  /<title>Veo Route Audit<\/title>/,
  /^file,line,column,name,model,canonical_model,/,
  /^PRODID:-\/\/veo-route-audit\/\//m,
];

/** Whether a text is an output of this tool. */
export function isOwnOutput(text: string): boolean {
  const head = text.slice(0, HEAD);
  return MARKS.some((mark) => mark.test(head));
}
