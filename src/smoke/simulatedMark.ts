// How a simulation is told from the real thing, in every answer and every file.

/** On every answer of the simulator. */
export const SIMULATED_HEADER = 'x-veo-simulated';

/** Inside every video that it makes. */
export const VIDEO_MARK = 'simulated by veo-audit: no model made this video';
