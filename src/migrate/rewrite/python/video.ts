// The video of an interaction, as the SDK's own class has it.
import type { Waiting } from '../use.ts';

export interface VideoWaiting extends Waiting {
  /** What the SDK's class is called here. */
  readonly videoClass: string;
}

/** The video at its address. */
export const made = ({ videoClass, name }: VideoWaiting): string =>
  `${videoClass}(uri=${name}.output_video.uri)`;
