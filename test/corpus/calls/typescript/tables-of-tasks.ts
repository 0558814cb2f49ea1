// Tasks of a gateway that the functions of a table give back; another file sends them.
export interface StudioModel {
  readonly label: string;
  readonly price: number;
  readonly buildTask: (asked: { prompt: string; still?: string; seconds: string }) => Record<string, unknown>;
}

const WIDTH = 1280;
const HEIGHT = 720;

export const STUDIO_MODELS: Record<string, StudioModel> = {
  veo: {
    label: 'Veo 3.1',
    price: 3,
    buildTask: ({ prompt, still, seconds }) => ({
      taskType: 'videoInference',
      model: 'google:3@2',
      positivePrompt: prompt,
      width: WIDTH,
      height: HEIGHT,
      duration: Number(seconds),
      ...(still ? { frameImages: [{ inputImage: still, frame: 'first' }] } : {}),
    }),
  },
  kling: {
    label: 'Kling',
    price: 2,
    buildTask: ({ prompt }) => ({ taskType: 'videoInference', model: 'klingai:5@3', positivePrompt: prompt }),
  },
};

// What a test or a log says of a task is no request, and neither is a table's row.
export const SEEN = [{ taskType: 'videoInference', model: 'google:3@1', positivePrompt: 'a kite', status: 'done' }];
export const logged = (): void => console.log({ taskType: 'videoInference', model: 'google:3@0' });
