// What the configuration of a team is called, in the root of its folder.

export const CONFIG_FILE = 'veo-audit.yaml';
