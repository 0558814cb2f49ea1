// Why a request is not moved to Vertex AI: the same sentences in every language.

export const CLIENT = 'Where its client is made is not seen.';
export const SEVERAL = 'Its client is made in several places.';
export const OTHER_WORK = 'Its client sends other requests as well, which would go to Vertex AI, too.';
export const OPTIONS = 'Its client has options other than its key, or they are made elsewhere.';
export const KEY = 'Its key is used elsewhere as well: Vertex AI takes credentials of a project instead.';
export const WAITS = 'It is not seen how it waits for the video.';
export const ADDRESS = 'It takes the video by its address: without a bucket Vertex AI gives its bytes.';
export const BROWSER = 'It runs in a browser, where the credentials of a project have no place.';
export const DOWNLOAD = 'How its video is downloaded is not understood.';
