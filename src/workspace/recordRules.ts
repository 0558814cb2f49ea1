// What the folder `.veo-audit` tells searches, audits and version control about itself. Needs no Node.

export const RECORDS = '.veo-audit';

/**
 * Files that stand in the folder from its first record on; what is there already is left alone. Records quote model IDs
 * of others, so searches and audits leave them out. A team may choose to keep evidence in version control; videos and
 * journals never belong there.
 */
export const RECORD_RULES = [
  { name: '.ignore', text: '*\n' },
  {
    name: '.gitignore',
    text: `# Nothing in here goes into version control, unless you choose to keep evidence: uncomment these three lines.
/*
# !/.gitignore
# !/evidence/
# !/gateways/
# Videos, journals and files that are being written stay out in any case.
/journal/
/videos/
*.tmp
`,
  },
] as const;
